package id.berdikari.kit.problem;

/** A refusal of one field's value: status 400, code {@code invalid-request}, with the field's JSON Pointer and the rule. */
public final class FieldProblem extends RuntimeException {

    private final String pointer;
    private final String rule;
    private final transient Object[] arguments;

    private FieldProblem(String pointer, String rule, Object... arguments) {
        super(pointer + " " + rule);
        this.pointer = pointer;
        this.rule = rule;
        this.arguments = arguments.clone();
    }

    /**
     * Refuses a field's value.
     *
     * @param pointer the field's JSON Pointer in the request body, such as {@code /candidate/nik}; for a query or header
     *     parameter its plain name
     * @param rule the rule's key in the service's {@code problems_*.properties}, such as {@code area-unknown}
     * @param arguments what the text's placeholders stand for; never personal data
     * @return the exception to throw
     */
    public static FieldProblem at(String pointer, String rule, Object... arguments) {
        return new FieldProblem(pointer, rule, arguments);
    }

    /**
     * The field.
     *
     * @return its JSON Pointer, or a parameter's name
     */
    public String pointer() {
        return pointer;
    }

    /**
     * The rule that was broken.
     *
     * @return its key
     */
    public String rule() {
        return rule;
    }

    /**
     * What the placeholders of the rule's text stand for.
     *
     * @return a copy, in their order
     */
    public Object[] arguments() {
        return arguments.clone();
    }
}
