package id.berdikari.local;

/** Something the person at the keyboard can understand and mend; shown as its message alone. */
public final class LocalProblem extends RuntimeException {
    public LocalProblem(String message) {
        super(message);
    }

    public LocalProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
