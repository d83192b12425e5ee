package id.berdikari.beneficiary.instrument;

import static id.berdikari.beneficiary.instrument.InstrumentFixtures.aDefinition;
import static id.berdikari.beneficiary.instrument.InstrumentFixtures.someAnswers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.berdikari.beneficiary.Body;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.problem.FieldProblems;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuestionnaireTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
    private static final Questionnaire QUESTIONNAIRE = compile(aDefinition());

    @Test
    void takesAnswersThatFitAndKeepsFreeTextApart() {
        var answers = check(someAnswers());

        assertEquals(Map.of("nama_kepala", "Sutinah PLANTED-HEAD", "catatan", "PLANTED-REMARK"), answers.texts());
        assertEquals(5L, answers.coded().get("jumlah_anggota"));
        assertEquals("24.5", answers.coded().get("luas_lantai"));
        assertEquals("1958-03-14", answers.coded().get("lahir_kepala"));
        assertEquals(List.of("sepeda", "hp"), answers.coded().get("aset"));
        assertEquals(23, answers.coded().size());
    }

    @Test
    void scoresAnswers() {
        assertEquals(
                List.of(new Score("kerentanan", 0 + 3 + 6 + 5 + 4, "SANGAT_RENTAN", new BigDecimal("0.85"))),
                check(someAnswers()).scores());
        assertEquals(
                21,
                total(someAnswers()
                        .with("/aset", List.of("hp", "kulkas"))
                        .with("/jumlah_anggota", 7)
                        .with("/luas_lantai", 60.5)));
        assertEquals(14, total(someAnswers().with("/aset", null)));
        assertEquals(
                "RENTAN",
                check(someAnswers().with("/aset", List.of("kulkas")))
                        .scores()
                        .getFirst()
                        .level());
    }

    @Test
    void refusesEachAnswerThatDoesNotFit() {
        refuses("/hobi", "catur", "question-unknown");
        refuses("/nama_kepala", null, "answer-required");
        refuses("/nama_kepala", "  ", "answer-required");
        refuses("/anak_tidak_sekolah", "ya", "answer-irrelevant");
        refuses("/jumlah_balita", 5, "answer-breaks-constraint");
        refuses("/persetujuan", false, "answer-breaks-constraint");
        refuses("/lahir_kepala", "2026-01-12", "answer-breaks-constraint");
        refuses("/lantai", "marmer", "choice-unknown");
        refuses("/aset", List.of("hp", "kapal"), "choice-unknown");
        refuses("/aset", List.of("hp", "hp"), "answer-not-select-many");
        refuses("/aset", "hp", "answer-not-select-many");
        refuses("/lantai", List.of("tanah"), "answer-not-select-one");
        refuses("/lama_sekolah", "6", "answer-not-integer");
        refuses("/lama_sekolah", 6.5, "answer-not-integer");
        refuses("/luas_lantai", "1e3", "answer-not-decimal");
        refuses("/luas_lantai", "24,5", "answer-not-decimal");
        refuses("/lahir_kepala", "1958-02-30", "answer-not-date");
        refuses("/persetujuan", "OK", "answer-not-acknowledge");
        refuses("/catatan", "x".repeat(2_001), "answer-not-text");
        refuses("/catatan", "a\u0000b", "answer-not-text");
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        var refused = assertThrows(
                FieldProblems.class,
                () -> check(someAnswers()
                        .with("/lantai", "marmer")
                        .with("/jumlah_balita", "satu")
                        .with("/atap", null)));

        assertEquals(
                List.of(
                        "/answers/jumlah_balita answer-not-integer",
                        "/answers/atap answer-required",
                        "/answers/lantai choice-unknown"),
                refused.problems().stream().map(Throwable::getMessage).toList());
    }

    @Test
    void refusesADefinitionThatDoesNotHoldTogether() {
        refusesDefinition("/questions/1/name", "nama kepala", "question-name-impossible");
        refusesDefinition("/questions/1/name", "surveyed_on", "listed-twice");
        refusesDefinition("/questions/1/name", "in", "question-name-impossible");
        refusesDefinition("/questions/2/name", "nama_kepala", "listed-twice");
        refusesDefinition("/questions/5/choices", null, "choice-list-unknown");
        refusesDefinition("/questions/5/choices", "warna", "choice-list-unknown");
        refusesDefinition("/questions/3/choices", "aset", "only-for-selections");
        refusesDefinition("/questions/5/relevant", "jumlah_balita > 'satu'", "expression-types-differ");
        refusesDefinition("/questions/5/relevant", "lantai == 'tanah'", "expression-reads-later-question");
        refusesDefinition("/questions/5/relevant", "balita_kurang_gizi == 'ya'", "expression-reads-later-question");
        refusesDefinition("/questions/5/constraint", "jumlah_balita", "expression-not-a-condition");
        refusesDefinition("/choiceLists/wg/1/name", "1", "listed-twice");
    }

    @Test
    void refusesAScorecardThatCannotScoreEverything() {
        refusesDefinition("/scorecards/0/items/0/question", "hobi", "question-unknown");
        refusesDefinition("/scorecards/0/items/1/question", "lantai", "listed-twice");
        refusesDefinition("/scorecards/0/items/0/question", "catatan", "question-not-scorable");
        refusesDefinition("/scorecards/0/items/0/points", Map.of("tanah", 1), "points-for-each-choice");
        refusesDefinition("/scorecards/0/items/2/points", Map.of("tanah", 1), "only-for-selections");
        refusesDefinition("/scorecards/0/items/2/bands/1/from", 9, "steps-not-ascending", "/2/from", "/1/from");
        refusesDefinition("/scorecards/0/levels/0/from", 3, "steps-not-ascending");
    }

    private static int total(Body answers) {
        var total = check(answers).scores().getFirst().total();
        return total == null ? -1 : total;
    }

    private static void refuses(String pointer, @Nullable Object value, String rule) {
        var refused =
                assertThrows(FieldProblems.class, () -> check(someAnswers().with(pointer, value)), pointer);

        assertEquals(
                List.of("/answers" + pointer + " " + rule),
                refused.problems().stream().map(Throwable::getMessage).toList());
    }

    private static void refusesDefinition(String pointer, @Nullable Object value, String rule) {
        refusesDefinition(pointer, value, rule, "", "");
    }

    private static void refusesDefinition(
            String pointer, @Nullable Object value, String rule, String where, String instead) {
        var definition = aDefinition().with(pointer, value);
        var refused = assertThrows(FieldProblem.class, () -> compile(definition), pointer);

        var expected = where.isEmpty() ? pointer : pointer.replace(instead, where);
        assertEquals(expected + " " + rule, refused.getMessage());
    }

    private static Questionnaire compile(Body definition) {
        try {
            return Questionnaire.of(new ObjectMapper().treeToValue(definition.json(), Definition.class));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private static Answers check(Body answers) {
        Map<String, JsonNode> given = new HashMap<>();
        answers.json().properties().forEach(field -> given.put(field.getKey(), field.getValue()));
        return QUESTIONNAIRE.check(DAY, given);
    }
}
