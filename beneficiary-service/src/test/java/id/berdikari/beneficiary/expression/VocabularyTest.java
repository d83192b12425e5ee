package id.berdikari.beneficiary.expression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.problem.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private static final Vocabulary VOCABULARY = new Vocabulary(Map.of(
            "age", ValueType.INTEGER,
            "rooms", ValueType.DECIMAL,
            "floor", ValueType.TEXT,
            "born", ValueType.DATE,
            "assets", ValueType.TEXTS,
            "person.disabled", ValueType.BOOLEAN));

    @Test
    void comparesWhatIsKnown() {
        assertEquals(Verdict.TRUE, test("age < 18 && rooms >= 2", Map.of("age", 17, "rooms", new BigDecimal("2.5"))));
        assertEquals(Verdict.TRUE, test("age > rooms", Map.of("age", 3L, "rooms", 2.5)));
        assertEquals(Verdict.FALSE, test("floor in ['EARTH', 'BAMBOO']", Map.of("floor", "TILE")));
        assertEquals(Verdict.TRUE, test("'TV' in assets && size(assets) == 2", Map.of("assets", List.of("TV", "CAR"))));
        assertEquals(Verdict.TRUE, test("person.disabled", Map.of("person.disabled", true)));
        assertEquals(Verdict.TRUE, test("floor.matches('^[A-Z]+$')", Map.of("floor", "TILE")));
    }

    @Test
    void comparesDatesAndCountsYears() {
        var born = Map.of("born", LocalDate.of(2008, 2, 29));

        assertEquals(Verdict.TRUE, test("born < date('2008-03-01')", born));
        assertEquals(Verdict.TRUE, test("years(born, date('2026-02-28')) == 17", born));
        assertEquals(Verdict.TRUE, test("years(born, date('2026-03-01')) == 18", born));
    }

    @Test
    void saysUnknownOnlyWhereTheMissingMatters() {
        assertEquals(Verdict.UNKNOWN, test("age < 18", Map.of()));
        assertEquals(Verdict.FALSE, test("age < 18 && floor == 'EARTH'", Map.of("floor", "TILE")));
        assertEquals(Verdict.TRUE, test("age < 18 || floor == 'EARTH'", Map.of("floor", "EARTH")));
        assertEquals(Verdict.TRUE, test("age == null && born == null && size(assets) == 0", Map.of()));
        assertEquals(Verdict.UNKNOWN, test("age / (age - age) > 1", Map.of("age", 3)));
        assertEquals(Verdict.UNKNOWN, test("born < date('2020-01-01')", Map.of()));
    }

    @Test
    void neverComparesAFactThatIsNotKnown() {
        var facts = Vocabulary.ofFacts(
                Map.of(
                        "age", new FactType(ValueType.INTEGER, null),
                        "born", new FactType(ValueType.DATE, null),
                        "school", new FactType(ValueType.TEXT, "School"),
                        "assets", new FactType(ValueType.TEXTS, "Asset")),
                Map.of("School", List.of("NONE", "PRIMARY"), "Asset", List.of("BOAT")));
        var known = Map.of("age", 8, "school", "PRIMARY", "assets", List.of("BOAT"));

        for (var text : List.of(
                "school == School.PRIMARY",
                "school in [School.NONE, School.PRIMARY]",
                "school != School.NONE",
                "Asset.BOAT in assets",
                "assets.exists(each, each == Asset.BOAT)",
                "age < 9 && size(assets) == 1")) {
            assertEquals(Verdict.TRUE, facts.condition("", text).test(known), text);
            assertEquals(Verdict.UNKNOWN, facts.condition("", text).test(Map.of()), text);
        }
        assertEquals(Verdict.FALSE, facts.condition("", "school == School.NONE").test(known));
        assertEquals(
                Verdict.TRUE,
                facts.condition("", "years(born, born) == 0 || age == 8").test(known));
        for (var text : List.of("school == 'PRIMARY'", "age == null", "school == Asset.BOAT")) {
            var refused = assertThrows(FieldProblem.class, () -> facts.condition("", text), text);
            assertEquals("expression-types-differ", refused.rule(), text);
        }
        var slip = assertThrows(FieldProblem.class, () -> facts.condition("", "school == School.PRIMARI"));
        assertEquals("expression-name-unknown", slip.rule());
    }

    @Test
    void saysWhichNamesItReads() {
        var condition = VOCABULARY.condition("", "age > 3 || assets.exists(asset, asset == floor)");

        assertEquals(Set.of("age", "assets", "floor"), condition.names());
    }

    @Test
    void refusesWhatDoesNotCompileAndSaysWhere() {
        refuses("age > ", "expression-malformed", 1, 7);
        refuses("age > 3 &&\n  wealth < 2", "expression-name-unknown", 2, 3, "wealth");
        refuses("age > 3 &&\n  household.decil < 2", "expression-name-unknown", 2, 3, "household.decil");
        refuses("household.nam.startsWith('A')", "expression-name-unknown", 1, 1, "household.nam");
        refuses("wealth.startsWith('A')", "expression-name-unknown", 1, 1, "wealth");
        refuses("age > 'three'", "expression-types-differ", 1, 5);
        refuses("floor + 'x'", "expression-not-a-condition", 1, 7);
        refuses("born < date('2026-02-30')", "expression-value-impossible", 1, 13);
        refuses("floor.matches('(')", "expression-value-impossible", 1, 15);
        refuses("assets.map(asset, asset + asset).size() > 3", "expression-name-unknown", 1, 11, "map");
    }

    @Test
    void refusesWhatCostsTooMuch() {
        refuses("age > 3 || ".repeat(200) + "true", "expression-too-long", 2_000);
        refuses("(".repeat(100) + "true" + ")".repeat(100), "expression-too-long", 2_000);
        refuses("age > 3 || ".repeat(150) + "true", "expression-too-long", 2_000);
        var many = IntStream.range(0, 40).mapToObj(String::valueOf).toList();
        var nested = VOCABULARY.condition("", "assets.all(a, assets.all(b, a != b || size(a) < 9))");

        assertEquals(Verdict.TRUE, nested.test(Map.of("assets", many.subList(0, 20))));
        assertThrows(ProblemException.class, () -> nested.test(Map.of("assets", many)));
    }

    @Test
    void knowsWhatCanBeDeclared() {
        assertTrue(Vocabulary.isName("wall_2") && Vocabulary.isName("household.decile"));
        for (var name : List.of("", "2nd", "in", "a-b", "int", "a.b.c", "date", "in.x", "a b")) {
            assertFalse(Vocabulary.isName(name), name);
        }
    }

    private static Verdict test(String text, Map<String, ? extends @Nullable Object> values) {
        return VOCABULARY.condition("", text).test(Collections.unmodifiableMap(new HashMap<>(values)));
    }

    private static void refuses(String text, String rule, Object... arguments) {
        var refused = assertThrows(FieldProblem.class, () -> VOCABULARY.condition("/rule", text), text);

        assertEquals("/rule " + rule, refused.getMessage(), text);
        assertArrayEquals(arguments, refused.arguments(), text);
    }
}
