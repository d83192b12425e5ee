package id.berdikari.local.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static final int MANY = 10_000;
    private static final List<String> VILLAGES =
            List.of("11.72.01.2001", "11.72.01.2002", "11.72.02.2001", "11.72.02.2002", "11.72.03.2001");
    private static final Population POPULATION = new Population(1172, VILLAGES, LocalDate.of(2025, 9, 30));

    @Test
    void isTheSameForASeedAndAnotherForAnother() {
        var again = new Population(1172, VILLAGES, LocalDate.of(2025, 9, 30));
        var other = new Population(1173, VILLAGES, LocalDate.of(2025, 9, 30));

        assertEquals(POPULATION.household(123), again.household(123));
        assertEquals(
                POPULATION.household(123),
                again.households(124).skip(123).findFirst().orElseThrow());
        assertNotEquals(POPULATION.household(123), other.household(123));
    }

    @Test
    void hasExactlyTheAskedNumberOfPeople() {
        var people = POPULATION.people(1_000).flatMap(household -> household.members().stream());

        assertEquals(1_000, people.count());
    }

    @Test
    void noTwoPeopleHaveOneNik() {
        var far = Numbers.HOUSEHOLDS / 2;
        var households = Stream.concat(
                POPULATION.households(MANY), LongStream.range(far, far + MANY).mapToObj(POPULATION::household));
        var seen = new HashSet<String>();
        var cards = new HashSet<String>();

        households.forEach(household -> {
            assertTrue(household.familyCard() == null || cards.add(household.familyCard()), household::toString);
            for (var member : household.members()) {
                assertTrue(member.nik() == null || seen.add(member.nik()), member::toString);
            }
        });
    }

    @Test
    void aNikTellsTheBirthDateAndTheSex() {
        for (var member : people(1_000)) {
            if (member.nik() != null && member.birthDate() != null) {
                var day = Integer.parseInt(member.nik().substring(6, 8));
                assertEquals(member.sex() == Sex.FEMALE, day > 40, member::toString);
                assertEquals(member.birthDate().getDayOfMonth(), day % 40, member::toString);
                assertTrue(member.nik().matches("11720[123][0-9]{6}(?!0000)[0-9]{4}"), member::toString);
            }
        }
    }

    @Test
    void namesAreVaried() {
        var people = people(MANY);
        var byName = people.stream().collect(Collectors.groupingBy(Member::fullName, Collectors.counting()));
        var byWord = people.stream()
                .collect(Collectors.groupingBy(
                        member ->
                                member.fullName().replaceAll("^(H|Hj)\\. ", "").split("[ ,]", -1)[0],
                        Collectors.counting()));

        assertTrue(byName.values().stream().max(Comparator.naturalOrder()).orElseThrow() < people.size() / 100);
        assertTrue(byWord.values().stream().max(Comparator.naturalOrder()).orElseThrow() < people.size() / 20);
        assertTrue(byName.size() > people.size() / 3, () -> byName.size() + " names of " + people.size());
    }

    @Test
    void isPlausible() {
        var households = POPULATION.households(MANY).toList();
        var people = people(MANY);

        assertBetween(3.2, people.size() / (double) MANY, 4.2);
        assertBetween(0.01, share(people, person -> person.ageIn(2025) < 40, Member::isDisabled), 0.04);
        assertBetween(0.2, share(people, person -> person.ageIn(2025) > 71, Member::isDisabled), 0.5);
        for (var decile = 1; decile <= 10; decile++) {
            var wanted = decile;
            assertBetween(
                    0.06,
                    share(households, _ -> true, home -> Integer.valueOf(wanted).equals(home.decile())),
                    0.14);
        }
        assertBetween(0.08, share(households, _ -> true, PopulationTest::isPoor), 0.20);
        assertBetween(
                0.3, share(households, home -> Integer.valueOf(1).equals(home.decile()), PopulationTest::isPoor), 0.9);
        assertBetween(
                0, share(households, home -> Integer.valueOf(10).equals(home.decile()), PopulationTest::isPoor), 0.02);
    }

    @Test
    void writesTheErrorsThatItIsAskedFor() throws IOException {
        var errors = new ListErrors(2, 1, 1, 1, 1);
        var list = new StringBuilder();

        HouseholdList.write(errors.in(POPULATION, 100), list);

        var lines = list.toString().lines().toList();
        var plain = POPULATION
                .households(100)
                .mapToInt(household -> household.members().size())
                .sum();
        assertEquals(1 + plain + 3, lines.size());
        assertEquals(1, lines.stream().filter(line -> line.contains("E+15")).count());
        assertEquals(
                1, lines.stream().filter(line -> line.contains("0113900001")).count());
        assertEquals(
                1,
                lines.stream()
                        .filter(line -> line.contains(".2999,"))
                        .map(line -> line.split(",", 2)[0])
                        .distinct()
                        .count());
        assertTrue(lines.stream()
                .allMatch(line -> line.replaceAll("\"[^\"]*\"", "").split(",", -1).length == 26));
    }

    @Test
    void fillsInAFormPerHousehold() {
        var subjects = new HashMap<UUID, Household>();
        POPULATION.households(30).forEach(household -> subjects.put(UUID.randomUUID(), household));

        var results = KoboForm.submissions(POPULATION, subjects).path("results");

        assertEquals(30, results.size());
        assertEquals(30, results.findValuesAsText("_uuid").stream().distinct().count());
        assertEquals(
                subjects.keySet().stream().map(UUID::toString).collect(Collectors.toSet()),
                new HashSet<>(results.findValuesAsText(KoboForm.SUBJECT)));
    }

    private static boolean isPoor(Household household) {
        return household.expenditure() < 650_000L * household.members().size();
    }

    private static List<Member> people(int households) {
        return POPULATION
                .households(households)
                .flatMap(household -> household.members().stream())
                .toList();
    }

    private static <T> double share(List<T> all, Predicate<T> among, Predicate<T> counted) {
        var some = all.stream().filter(among).toList();
        return some.stream().filter(counted).count() / (double) some.size();
    }

    private static void assertBetween(double least, double share, double most) {
        assertTrue(share >= least && share <= most, () -> share + " is not from " + least + " to " + most);
    }
}
