package id.berdikari.kit.problem;

/** A refusal on its way to the client, who gets it as {@code application/problem+json} in their language. */
public class ProblemException extends RuntimeException {

    private final transient ProblemType type;
    private final transient Object[] arguments;

    ProblemException(ProblemType type, Object... arguments) {
        super(type.code());
        this.type = type;
        this.arguments = arguments.clone();
    }

    /**
     * Which refusal it is.
     *
     * @return the type
     */
    public ProblemType type() {
        return type;
    }

    Object[] arguments() {
        return arguments.clone();
    }
}
