package id.berdikari.acceptance;

/** The suite did something else than the story tells. The message says what was asked and what came back. */
final class StoryFailure extends RuntimeException {
    StoryFailure(String message) {
        super(message);
    }
}
