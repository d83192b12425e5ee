package id.berdikari.acceptance;

/** The connection broke after a request had left: nobody here knows whether it was done. */
final class LostAnswer extends RuntimeException {
    LostAnswer(String request, Throwable cause) {
        super(request + " was not answered: " + cause.getMessage(), cause);
    }
}
