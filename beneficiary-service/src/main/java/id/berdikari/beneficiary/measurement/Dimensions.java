package id.berdikari.beneficiary.measurement;

import id.berdikari.beneficiary.expression.Condition;
import id.berdikari.beneficiary.expression.Verdict;
import id.berdikari.beneficiary.expression.Vocabulary;
import id.berdikari.beneficiary.instrument.Questionnaire;
import id.berdikari.beneficiary.measure.CommonParts;
import id.berdikari.beneficiary.measure.Fraction;
import id.berdikari.beneficiary.measure.GivenNumber;
import id.berdikari.beneficiary.measure.Range;
import id.berdikari.beneficiary.measure.Units;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.problem.ProblemException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A set of dimensions compiled for the questionnaire that it reads, after Alkire and Foster (Journal of Public Economics 95,
 * 2011): a household's score is the sum of the weights of its deprivations, and it is poor if that reaches the cutoff. Counted
 * in whole parts of the weights' common denominator, so that a score which is the cutoff exactly is poor. May be kept and used
 * by many threads.
 */
final class Dimensions {

    /** So that people times scores of a whole country still add up in 64 bits. */
    private static final int DENOMINATOR_DIGITS = 9;

    /**
     * What a survey says of a household.
     *
     * @param score in parts of the denominator; null, as is poor, where something is unknown
     * @param expenditure rupiah a month; null where nobody asked or answered
     */
    record Judgement(
            List<String> deprived,
            List<String> unknown,
            @Nullable Integer score,
            int denominator,
            @Nullable Boolean poor,
            @Nullable BigDecimal expenditure) {}

    private record Judged(String code, int weight, Condition condition) {}

    private final List<Judged> indicators;
    private final int denominator;
    private final Fraction cutoff;
    private final @Nullable String expenditure;
    private final Questionnaire questionnaire;

    private Dimensions(
            List<Judged> indicators,
            int denominator,
            Fraction cutoff,
            @Nullable String expenditure,
            Questionnaire questionnaire) {
        this.indicators = indicators;
        this.denominator = denominator;
        this.cutoff = cutoff;
        this.expenditure = expenditure;
        this.questionnaire = questionnaire;
    }

    /** Compiles a set; refuses the first thing in it that does not hold together or does not fit the questionnaire. */
    static Dimensions of(DimensionContent content, Questionnaire questionnaire) {
        Units.requireDistinct("/indicators", "/code", content.indicators(), DeprivationIndicator::code);
        var weights = weights(content.indicators());
        var cutoff = new GivenNumber(content.cutoff()).fraction("/cutoff", Range.ABOVE_ZERO_UP_TO_ONE);
        if (content.expenditure() != null && !questionnaire.isNumber(content.expenditure())) {
            throw FieldProblem.at("/expenditure", "not-a-question-for-a-number");
        }
        var vocabulary = Vocabulary.ofFacts(questionnaire.facts(), Map.of());
        var indicators = new ArrayList<Judged>();
        for (var i = 0; i < content.indicators().size(); i++) {
            var indicator = content.indicators().get(i);
            var pointer = "/indicators/" + i + "/condition";
            var condition = vocabulary.condition(pointer, indicator.condition());
            questionnaire.requireChoices(pointer, condition);
            indicators.add(new Judged(indicator.code(), weights.counts().get(i).intValueExact(), condition));
        }
        return new Dimensions(
                indicators, weights.whole().intValueExact(), cutoff, content.expenditure(), questionnaire);
    }

    /** Judges a survey that fits the questionnaire by its coded answers. */
    Judgement judge(LocalDate surveyedOn, Map<String, Object> answers) {
        var values = questionnaire.values(surveyedOn, answers);
        var deprived = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        var score = 0;
        for (var indicator : indicators) {
            switch (verdict(indicator, values)) {
                case TRUE -> {
                    deprived.add(indicator.code());
                    score += indicator.weight();
                }
                case UNKNOWN -> unknown.add(indicator.code());
                case FALSE -> {}
            }
        }
        var isMeasured = unknown.isEmpty();
        return new Judgement(
                deprived,
                unknown,
                isMeasured ? score : null,
                denominator,
                isMeasured ? share(score).compareTo(cutoff) >= 0 : null,
                expenditure(values));
    }

    /** No survey is refused because an indicator is written so that it takes too long. */
    private static Verdict verdict(Judged indicator, Map<String, Object> values) {
        try {
            return indicator.condition().test(values);
        } catch (ProblemException tooCostly) {
            return Verdict.UNKNOWN;
        }
    }

    private Fraction share(int score) {
        return new Fraction(BigInteger.valueOf(score), BigInteger.valueOf(denominator));
    }

    private @Nullable BigDecimal expenditure(Map<String, Object> values) {
        var answer = expenditure == null ? null : values.get(expenditure);
        var amount = answer == null ? null : new BigDecimal(answer.toString());
        return amount == null || amount.signum() < 0 ? null : amount;
    }

    private static CommonParts weights(List<DeprivationIndicator> indicators) {
        var given = new ArrayList<Fraction>();
        for (var i = 0; i < indicators.size(); i++) {
            given.add(new GivenNumber(indicators.get(i).weight())
                    .fraction("/indicators/" + i + "/weight", Range.POSITIVE));
        }
        var weights = CommonParts.of("/indicators", given);
        if (!weights.sum().equals(weights.whole())) {
            throw FieldProblem.at("/indicators", "weights-not-one", new Fraction(weights.sum(), weights.whole()));
        }
        if (weights.whole().compareTo(BigInteger.TEN.pow(DENOMINATOR_DIGITS)) >= 0) {
            throw FieldProblem.at("/indicators", "common-denominator-too-long", DENOMINATOR_DIGITS);
        }
        return weights;
    }
}
