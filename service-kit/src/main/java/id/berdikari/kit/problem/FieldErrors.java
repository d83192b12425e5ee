package id.berdikari.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** Puts refused fields into words, for reports that are no refusal of the whole request. */
@ApplicationScoped
public class FieldErrors {

    private final RequestLanguage language;
    private final Problems problems;

    FieldErrors(RequestLanguage language, Problems problems) {
        this.language = language;
        this.problems = problems;
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

    /**
     * Explains whatever a check refused, for work that goes on after the request.
     *
     * @param refused what the check threw
     * @param locale the reader's language
     * @return what is wrong, field by field; one with an empty pointer and the problem's code where the refusal names none
     * @throws RuntimeException the same, if it is no refusal but a failure of ours
     */
    public List<FieldError> explain(RuntimeException refused, Locale locale) {
        var problem = problems.explain(refused, locale)
                .filter(answer -> answer.getStatusCode() < 500)
                .orElseThrow(() -> refused);
        if (problem.getParameters().get("errors") instanceof List<?> errors) {
            return errors.stream().map(FieldError.class::cast).toList();
        }
        var type = String.valueOf(problem.getType());
        return List.of(
                new FieldError("", type.substring(type.lastIndexOf('/') + 1), String.valueOf(problem.getTitle())));
    }

    static FieldError explain(FieldProblem problem, ProblemTexts texts) {
        return new FieldError(problem.pointer(), problem.rule(), texts.rule(problem.rule(), problem.arguments()));
    }
}
