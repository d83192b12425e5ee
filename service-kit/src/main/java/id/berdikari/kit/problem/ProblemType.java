package id.berdikari.kit.problem;

/**
 * A kind of refusal that a client can meet. Each feature declares its own as an enum whose constants state the fact; the
 * constant's name in kebab-case is the stable end of the problem's {@code type}, and the key of its title in the bundles
 * {@code problems_en.properties} and {@code problems_id.properties} of the service (titles may be missing in none).
 */
public interface ProblemType {

    /**
     * The enum constant's name.
     *
     * @return such as {@code ALREADY_PUBLISHED}
     */
    String name();

    /**
     * The HTTP status that tells this refusal.
     *
     * @return such as 409
     */
    int status();

    /**
     * The stable code of this refusal.
     *
     * @return the name in kebab-case, such as {@code already-published}; the problem's type is {@code /problems/} plus it
     */
    default String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /**
     * Refuses, with the title's own words as explanation.
     *
     * @param arguments what the title's placeholders {0}, {1}... stand for; never personal data
     * @return the exception to throw
     */
    default ProblemException refused(Object... arguments) {
        return new ProblemException(this, arguments);
    }
}
