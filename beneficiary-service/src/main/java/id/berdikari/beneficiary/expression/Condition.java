package id.berdikari.beneficiary.expression;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A compiled expression that is true, false or unknown. May be kept and used by many threads. */
public final class Condition {

    private final Program program;
    private final Map<String, ValueType> variables;
    private final Map<String, String> constants;
    private final Map<String, Set<String>> comparisons;
    private final boolean isNullKnown;

    Condition(
            Program program,
            Map<String, ValueType> variables,
            Map<String, String> constants,
            Map<String, Set<String>> comparisons,
            boolean isNullKnown) {
        this.program = program;
        this.variables = variables;
        this.constants = constants;
        this.comparisons = comparisons;
        this.isNullKnown = isNullKnown;
    }

    /** The declared names that it reads. */
    public Set<String> names() {
        return variables.keySet();
    }

    /** The texts that it compares single names with, by {@code ==}, {@code !=} and {@code in}. */
    public Map<String, Set<String>> comparisons() {
        return comparisons;
    }

    /**
     * Evaluates it.
     *
     * @param values by name, of the classes that {@link ValueType} says; what is null or missing is not known
     */
    public Verdict test(Map<String, ? extends @Nullable Object> values) {
        Map<String, Object> bound = new HashMap<>(constants);
        variables.forEach((name, type) -> {
            var value = values.get(name);
            if (value != null || isNullKnown) {
                bound.put(name, type.bound(value));
            }
        });
        try {
            return Boolean.TRUE.equals(program.eval(bound)) ? Verdict.TRUE : Verdict.FALSE;
        } catch (CelEvaluationException failed) {
            if (failed.getErrorCode() == CelErrorCode.ITERATION_BUDGET_EXCEEDED) {
                throw ExpressionProblem.EXPRESSION_TOO_COSTLY.refused();
            }
            return Verdict.UNKNOWN;
        }
    }
}
