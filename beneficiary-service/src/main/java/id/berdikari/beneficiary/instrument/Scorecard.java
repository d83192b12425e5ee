package id.berdikari.beneficiary.instrument;

import id.berdikari.beneficiary.wording.Wording;
import id.berdikari.kit.problem.FieldProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Points for answers, and what a total of them means. */
record Scorecard(
        @NotNull @Pattern(regexp = "^[a-z][a-z0-9-]{0,63}$") @Schema(examples = "papan")
        String code,

        @NotNull @Valid Wording title,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Item> items,

        @NotNull
        @Size(max = 200)
        @Schema(description = "In ascending order; the first one, without from, takes the lowest totals")
        List<@NotNull @Valid Level> levels) {

    @Schema(name = "ScorecardItem", description = "Either points by choice, or bands of a number")
    record Item(
            @NotNull @Schema(examples = "lantai") String question,

            @Schema(
                    nullable = true,
                    examples = "{\"tanah\":0,\"keramik\":5}",
                    description = "For each choice; where several may be selected they add up")
            @Nullable
            Map<String, @NotNull @Min(-1000) @Max(1000) Integer> points,

            @Size(max = 50)
            @Schema(
                    nullable = true,
                    description = "In ascending order; the first one, without from, takes the lowest numbers")
            @Nullable
            List<@NotNull @Valid Band> bands,

            @Min(-1000)
            @Max(1000)
            @Schema(nullable = true, examples = "0", description = "Without an answer; if null, there is no total then")
            @Nullable
            Integer unanswered) {

        @Nullable
        Integer score(@Nullable Object answer) {
            return switch (answer) {
                case null -> unanswered;
                case String choice when points != null -> points.get(choice);
                case Collection<?> selected
                when points != null ->
                    selected.stream()
                            .mapToInt(choice -> points.getOrDefault((String) choice, 0))
                            .sum();
                case Number number
                when bands != null ->
                    at(bands, Band::from, new BigDecimal(number.toString())).points();
                default -> throw new IllegalStateException("a scored question of another type");
            };
        }
    }

    @Schema(name = "ScorecardBand")
    record Band(
            @Schema(nullable = true, examples = "3", description = "The least number in it") @Nullable
            BigDecimal from,

            @NotNull @Min(-1000) @Max(1000) @Schema(examples = "8")
            Integer points) {}

    @Schema(name = "ScorecardLevel")
    record Level(
            @Schema(nullable = true, examples = "25", description = "The least total in it") @Nullable
            BigDecimal from,

            @NotNull @Pattern(regexp = "^[A-Z][A-Z0-9_]{0,63}$") @Schema(examples = "SANGAT_RENTAN")
            String level,

            @DecimalMin("0")
            @DecimalMax("1")
            @Schema(nullable = true, examples = "0.62", description = "Such as the likelihood to be poor")
            @Nullable
            BigDecimal likelihood) {}

    /** Adds up the points of answers by question. */
    Score score(Map<String, Object> answers) {
        var total = 0;
        for (var item : items) {
            var points = item.score(answers.get(item.question()));
            if (points == null) {
                return new Score(code, null, null, null);
            }
            total += points;
        }
        if (levels.isEmpty()) {
            return new Score(code, total, null, null);
        }
        var level = at(levels, Level::from, BigDecimal.valueOf(total));
        return new Score(code, total, level.level(), level.likelihood());
    }

    /** Refuses what could not score some answer that the questions allow. */
    void check(String pointer, Map<String, Question> questions, Map<String, List<Choice>> choices) {
        Set<String> scored = new HashSet<>();
        for (var index = 0; index < items.size(); index++) {
            var item = items.get(index);
            var at = pointer + "/items/" + index;
            var question = questions.get(item.question());
            if (question == null) {
                throw FieldProblem.at(at + "/question", "question-unknown");
            }
            if (!scored.add(item.question())) {
                throw FieldProblem.at(at + "/question", "listed-twice");
            }
            if (question.type().isSelect()) {
                checkPoints(at, item, choices.getOrDefault(question.choices(), List.of()));
            } else if (question.type().isNumber()) {
                checkBands(at, item);
            } else {
                throw FieldProblem.at(at + "/question", "question-not-scorable");
            }
        }
        requireAscending(pointer + "/levels", levels, Level::from);
    }

    private static void checkPoints(String at, Item item, List<Choice> choices) {
        if (item.bands() != null) {
            throw FieldProblem.at(at + "/bands", "only-for-numbers");
        }
        var offered = choices.stream().map(Choice::name).collect(Collectors.toSet());
        if (item.points() == null || !item.points().keySet().equals(offered)) {
            throw FieldProblem.at(at + "/points", "points-for-each-choice");
        }
    }

    private static void checkBands(String at, Item item) {
        if (item.points() != null) {
            throw FieldProblem.at(at + "/points", "only-for-selections");
        }
        if (item.bands() == null || item.bands().isEmpty()) {
            throw FieldProblem.at(at + "/bands", "not-empty");
        }
        requireAscending(at + "/bands", item.bands(), Band::from);
    }

    private static <T> void requireAscending(String pointer, List<T> steps, Function<T, @Nullable BigDecimal> from) {
        BigDecimal last = null;
        for (var index = 0; index < steps.size(); index++) {
            var start = from.apply(steps.get(index));
            var fits = index == 0 ? start == null : start != null && (last == null || start.compareTo(last) > 0);
            if (!fits) {
                throw FieldProblem.at(pointer + "/" + index + "/from", "steps-not-ascending");
            }
            last = start;
        }
    }

    private static <T> T at(List<T> steps, Function<T, @Nullable BigDecimal> from, BigDecimal value) {
        var found = steps.getFirst();
        for (var step : steps) {
            var start = from.apply(step);
            if (start != null && start.compareTo(value) <= 0) {
                found = step;
            }
        }
        return found;
    }
}
