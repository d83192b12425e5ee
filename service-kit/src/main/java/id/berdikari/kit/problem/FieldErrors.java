package id.berdikari.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;

/** Puts refused fields into words, for reports that are no refusal of the whole request. */
@ApplicationScoped
public class FieldErrors {

    private final RequestLanguage language;

    FieldErrors(RequestLanguage language) {
        this.language = language;
    }

    /**
     * Explains a refusal in the request's language, or in Indonesian where there is no request.
     *
     * @param problem the refused field
     * @return the same in words
     */
    public FieldError explain(FieldProblem problem) {
        return explain(problem, ProblemTexts.in(language.preferred()));
    }

    static FieldError explain(FieldProblem problem, ProblemTexts texts) {
        return new FieldError(problem.pointer(), problem.rule(), texts.rule(problem.rule(), problem.arguments()));
    }
}
