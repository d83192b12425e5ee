package id.berdikari.beneficiary.measurement;

import static id.berdikari.beneficiary.instrument.InstrumentFixtures.compiled;
import static id.berdikari.beneficiary.instrument.InstrumentFixtures.readyMade;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.berdikari.beneficiary.Body;
import id.berdikari.beneficiary.instrument.Questionnaire;
import id.berdikari.kit.problem.FieldProblem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class DimensionsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
    private static final Questionnaire QUESTIONNAIRE = compiled("rumah-tangga-mpi");
    private static final Body GLOBAL = readyMade("global-mpi");

    private static final Map<String, Object> WELL_OFF = Map.ofEntries(
            Map.entry("persetujuan", true),
            Map.entry("kurang_gizi", "tidak"),
            Map.entry("anak_meninggal", "tidak"),
            Map.entry("tamat_enam_tahun", "ya"),
            Map.entry("ada_anak_sekolah", "tidak"),
            Map.entry("bahan_bakar", "gas"),
            Map.entry("jamban", "layak"),
            Map.entry("jamban_bersama", "tidak"),
            Map.entry("air_minum", "ledeng"),
            Map.entry("menit_air", 0),
            Map.entry("listrik", "ya"),
            Map.entry("lantai", "jadi"),
            Map.entry("atap", "jadi"),
            Map.entry("dinding", "jadi"),
            Map.entry("aset", List.of("tv", "kulkas")));

    @Test
    void countsAScoreOfTheCutoffExactlyAsPoor() {
        var atThird = judge("kurang_gizi", "ya", "anak_meninggal", "ya");
        assertEquals(List.of("NUTRITION", "CHILD_MORTALITY"), atThird.deprived());
        assertEquals(6, atThird.score());
        assertEquals(18, atThird.denominator());
        assertEquals(true, atThird.poor());

        assertEquals(true, judge(livingStandards(6)).poor());
        assertEquals(false, judge(livingStandards(5)).poor());
        assertEquals(5, judge(livingStandards(5)).score());
        assertEquals(0, judge().score());
    }

    @Test
    void takesSilenceForNoAnswerAndNotForNo() {
        var silent = judge("kurang_gizi", null, "listrik", "tidak");

        assertEquals(List.of("NUTRITION"), silent.unknown());
        assertEquals(List.of("ELECTRICITY"), silent.deprived());
        assertNull(silent.score());
        assertNull(silent.poor());
    }

    @Test
    void needsOnlyWhatCanStillChangeTheVerdict() {
        assertEquals(List.of(), judge("anak_tidak_sekolah", null).unknown());
        assertEquals(
                List.of("DRINKING_WATER"),
                judge("air_minum", "permukaan", "menit_air", null).deprived());
        assertEquals(
                List.of("SCHOOL_ATTENDANCE"), judge("ada_anak_sekolah", "ya").unknown());
        assertEquals(List.of("HOUSING"), judge("atap", null).unknown());
    }

    @Test
    void takesNothingSelectedForNothingOwned() {
        assertEquals(List.of("ASSETS"), judge("aset", null).deprived());
        assertEquals(List.of("ASSETS"), judge("aset", List.of("sepeda")).deprived());
        assertEquals(List.of(), judge("aset", List.of("mobil")).deprived());
    }

    @Test
    void readsWhatTheHouseholdSpends() {
        assertEquals(
                new BigDecimal("1500000"),
                judge("pengeluaran_sebulan", 1_500_000).expenditure());
        assertNull(judge().expenditure());
    }

    @Test
    void compilesTheSetOfFiveDimensionsThatWeShip() {
        var five = Dimensions.of(content(readyMade("indonesia-5x2")), compiled("rumah-tangga-5x2"));
        var answers = Map.<String, Object>ofEntries(
                Map.entry("jumlah_anggota", 5),
                Map.entry("jumlah_balita", 0),
                Map.entry("sakit_mengganggu", "tidak"),
                Map.entry("lama_sekolah", 8),
                Map.entry("ada_anak_7_18", "tidak"),
                Map.entry("atap", "genteng"),
                Map.entry("lantai", "keramik"),
                Map.entry("dinding", "tembok"),
                Map.entry("luas_lantai", "39.9"),
                Map.entry("air_minum", "sungai"),
                Map.entry("bahan_bakar", "kayu"),
                Map.entry("pekerjaan_kepala", "tetap"),
                Map.entry("jaminan_kesehatan", "ya"));

        var found = five.judge(DAY, answers);
        assertEquals(List.of("YEARS_OF_SCHOOLING", "CROWDING", "DRINKING_WATER", "COOKING_FUEL"), found.deprived());
        assertEquals(4, found.score());
        assertEquals(10, found.denominator());
        assertEquals(true, found.poor());
        var enoughRoom = new HashMap<>(answers);
        enoughRoom.put("luas_lantai", "40");
        assertEquals(false, five.judge(DAY, enoughRoom).poor());
    }

    @Test
    void refusesWeightsThatDoNotAddUpToOne() {
        var thirds = GLOBAL.with(
                "/indicators",
                List.of(
                        indicator("A", "0.3333").json(),
                        indicator("B", "0.3333").json(),
                        indicator("C", "0.3333").json()));
        assertEquals(
                List.of("9999/10000"),
                List.of(refused(thirds, "/indicators", "weights-not-one")
                        .arguments()[0]
                        .toString()));
        refused(GLOBAL.with("/indicators/0/weight", "0"), "/indicators/0/weight", "positive");
        refused(GLOBAL.with("/indicators/0/weight", "1/0"), "/indicators/0/weight", "denominator-zero");
        refused(GLOBAL.with("/indicators/0/weight", "a lot"), "/indicators/0/weight", "not-a-number");
        refused(
                GLOBAL.with(
                        "/indicators",
                        List.of(
                                indicator("A", "1/1000000007").json(),
                                indicator("B", "1000000006/1000000007").json())),
                "/indicators",
                "common-denominator-too-long");
    }

    @Test
    void refusesACutoffThatIsNoShare() {
        refused(GLOBAL.with("/cutoff", "0"), "/cutoff", "above-zero-up-to-one");
        refused(GLOBAL.with("/cutoff", "19/18"), "/cutoff", "above-zero-up-to-one");
        assertTrue(isAccepted(GLOBAL.with("/cutoff", "1")));
        assertFalse(isAccepted(GLOBAL.with("/cutoff", "-1/3")));
    }

    @Test
    void namesTheFieldAndPlaceOfASlipInACondition() {
        var types = refused(
                GLOBAL.with("/indicators/6/condition", "listrik == 'tidak' &&\n  menit_air > 'lama'"),
                "/indicators/6/condition",
                "expression-types-differ");
        assertEquals(List.of(2, 13), List.of(types.arguments()));
        refused(
                GLOBAL.with("/indicators/0/condition", "gizi == 'ya'"),
                "/indicators/0/condition",
                "expression-name-unknown");
        refused(
                GLOBAL.with("/indicators/0/condition", "menit_air"),
                "/indicators/0/condition",
                "expression-not-a-condition");
        refused(
                GLOBAL.with("/indicators/0/condition", "listrik == null"),
                "/indicators/0/condition",
                "expression-types-differ");
    }

    @Test
    void findsChoicesThatNobodyCanSelect() {
        var slips = List.of(
                "lantai == 'tanha'",
                "listrik == 'tidak' && 'kayuu' != bahan_bakar",
                "menit_air > 1 || bahan_bakar in ['kayu', 'arangg']",
                "'sepedda' in aset");
        for (var slip : slips) {
            refused(
                    GLOBAL.with("/indicators/0/condition", slip),
                    "/indicators/0/condition",
                    "expression-choice-unknown");
        }
        assertTrue(isAccepted(GLOBAL.with("/indicators/0/condition", "aset.exists(each, each == 'tv')")));
    }

    @Test
    void readsNoFreeText() {
        var set = readyMade("indonesia-5x2").with("/indicators/0/condition", "nama_kepala == 'Sutinah'");
        var refused = Assertions.assertThrows(
                FieldProblem.class, () -> Dimensions.of(content(set), compiled("rumah-tangga-5x2")));
        assertEquals("expression-name-unknown", refused.rule());
    }

    @Test
    void refusesCodesTwiceAndQuestionsThatAskForNoNumber() {
        refused(GLOBAL.with("/indicators/1/code", "NUTRITION"), "/indicators/1/code", "listed-twice");
        refused(GLOBAL.with("/expenditure", "lantai"), "/expenditure", "not-a-question-for-a-number");
        refused(GLOBAL.with("/expenditure", "belanja"), "/expenditure", "not-a-question-for-a-number");
    }

    private static Object[] livingStandards(int deprived) {
        var all = List.of(
                "bahan_bakar",
                "kayu",
                "jamban",
                "tidak_layak",
                "air_minum",
                "permukaan",
                "listrik",
                "tidak",
                "lantai",
                "tanah",
                "aset",
                List.of());
        return all.subList(0, deprived * 2).toArray();
    }

    private static Dimensions.Judgement judge(@Nullable Object... questionsAndAnswers) {
        var answers = new HashMap<>(WELL_OFF);
        for (var i = 0; i < questionsAndAnswers.length; i += 2) {
            var question = String.valueOf(questionsAndAnswers[i]);
            var answer = questionsAndAnswers[i + 1];
            if (answer == null) {
                answers.remove(question);
            } else {
                answers.put(question, answer);
            }
        }
        return Dimensions.of(content(GLOBAL), QUESTIONNAIRE).judge(DAY, answers);
    }

    private static Body indicator(String code, String weight) {
        return Body.of(
                        "{\"dimension\": \"D\", \"condition\": \"listrik == 'tidak'\", \"title\": {\"id\": \"A\", \"en\": \"A\"}}")
                .with("/code", code)
                .with("/weight", weight);
    }

    private static FieldProblem refused(Body set, String pointer, String rule) {
        var refused = Assertions.assertThrows(FieldProblem.class, () -> Dimensions.of(content(set), QUESTIONNAIRE));
        assertEquals(pointer + " " + rule, refused.pointer() + " " + refused.rule());
        return refused;
    }

    private static boolean isAccepted(Body set) {
        try {
            Dimensions.of(content(set), QUESTIONNAIRE);
            return true;
        } catch (FieldProblem refused) {
            return false;
        }
    }

    private static DimensionContent content(Body set) {
        try {
            return new ObjectMapper()
                    .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
                    .treeToValue(set.json(), DimensionContent.class);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
