package id.berdikari.acceptance;

import static id.berdikari.acceptance.Telling.items;
import static id.berdikari.acceptance.Telling.requireThat;
import static id.berdikari.local.Service.BENEFICIARY;

import id.berdikari.local.population.Population;
import java.util.Map;

/** Looks for somebody who says their name at the counter, and whose name is typed as it was heard. */
final class Searching {
    private static final Person SURVEYOR = Person.of("surveyor", 1);
    private static final int SOMEBODY = 42;

    private final Suite suite;
    private final Telling telling;

    Searching(Suite suite, Telling telling) {
        this.suite = suite;
        this.telling = telling;
    }

    void find(Town town, Population population) {
        var wanted = population
                .households(Long.MAX_VALUE)
                .skip(SOMEBODY)
                .map(household -> household.head().fullName())
                .filter(name -> name.matches("[A-Z][a-z]{5,} [A-Z][a-z]{5,}"))
                .findFirst()
                .orElseThrow();
        var typed = mistyped(wanted);
        var path = "/api/v1/persons/search";
        var found = suite.post(BENEFICIARY, path, SURVEYOR, Map.of("name", typed, "areaCode", town.code(), "limit", 5))
                .require(200);
        requireThat(
                items(found.path("items")).stream()
                        .anyMatch(person ->
                                person.at("/identity/fullName").asText().equals(wanted)),
                "somebody is found by a name with two slips");
        telling.tell(
                SURVEYOR.name(),
                "looks for \"" + typed + "\" in a register that holds only keyed pieces of names",
                "finds " + wanted + ", whose NIK is masked",
                suite.url(BENEFICIARY, path) + "  (POST, surveyor)");
    }

    /** A letter is missing in one word, two have changed places in the other. */
    private static String mistyped(String name) {
        var words = name.split(" ", 2);
        return words[0].substring(0, 3) + words[0].substring(4) + " " + words[1].substring(0, 2) + words[1].charAt(3)
                + words[1].charAt(2) + words[1].substring(4);
    }
}
