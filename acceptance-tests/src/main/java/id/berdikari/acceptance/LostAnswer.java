package id.berdikari.acceptance;

/** A request had left, and then came no answer, or one that does not say: nobody here knows whether it was done. */
final class LostAnswer extends RuntimeException {
    LostAnswer(String request, String why) {
        super(request + " was not answered: " + why);
    }
}
