package id.berdikari.acceptance;

import static id.berdikari.acceptance.Telling.requireThat;
import static id.berdikari.local.Service.BENEFICIARY;

import com.fasterxml.jackson.databind.JsonNode;
import id.berdikari.local.population.Population;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * PEKA in Kota Sabang, the half that knows: a list of households is brought in and put right, its people are surveyed and
 * poverty is measured, and visible criteria choose who is helped first. The people are made up, the villages are real. Told again on
 * the same suite, it finds what it left behind and goes on from there.
 */
final class StoryD {
    static final String SABANG = "11.72";

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final long SEED = 1172;
    private static final int HOUSEHOLDS = 500;

    /** So many households of the list may turn out to be part of another. */
    private static final int MAY_BE_MERGED = ListImport.ERRORS.peopleTwice();

    /** The day of the list; from then on its people are as it tells. */
    private static final LocalDate LISTED_ON = LocalDate.of(2025, 9, 30);

    /** Where everything stands at the end. */
    record Ending(
            Town town,
            int households,
            int suspected,
            Surveying.Outcome surveyed,
            JsonNode profile,
            Choice.Outcome choice,
            List<NextInLine.Nominee> nominees) {}

    private final Suite suite;
    private final Wording wording;
    private final Telling telling;
    private final LocalDate today = LocalDate.now(JAKARTA);

    StoryD(Suite suite, Wording wording, StoryListener listener) {
        this.suite = suite;
        this.wording = wording;
        this.telling = new Telling(suite, listener);
    }

    /** Lives the whole story. */
    Ending live() {
        var town = findTown();
        var population = new Population(SEED, town.villageCodes(), LISTED_ON);
        remember(population);
        var imported = new ListImport(suite, telling).take(population, HOUSEHOLDS);
        var suspected = new TwiceRegistered(suite, telling, today).answer(town);
        new Searching(suite, telling).find(town, population);
        var surveyed = new Surveying(suite, telling).survey(town, population, HOUSEHOLDS);
        var profile = new ProfileReading(suite, telling).read(town, imported - MAY_BE_MERGED);
        var choice = new Choice(suite, telling).make(town);
        var nominees = new NextInLine(suite, telling, wording, today.minusDays(10))
                .nominate(town, choice.results(), choice.criteria().path("code").asText());
        return new Ending(town, imported, suspected, surveyed, profile, choice, nominees);
    }

    private Town findTown() {
        var town = Town.find(suite, SABANG);
        requireThat(!town.villages().isEmpty(), "Kota Sabang has villages");
        telling.tell(
                "the public",
                "looks up the villages of Kota Sabang",
                "%d in kecamatan %s"
                        .formatted(
                                town.villages().size(),
                                String.join(", ", town.districts().values())),
                suite.url(BENEFICIARY, Town.path(SABANG)));
        return town;
    }

    /** So that somebody who looks for what must never be seen outside the register knows some of it. */
    private void remember(Population population) {
        population
                .households(10)
                .flatMap(household -> household.members().stream())
                .forEach(member -> {
                    if (member.nik() != null && member.fullName().contains(" ")) {
                        wording.secret(member.nik());
                        wording.secret(member.fullName());
                    }
                });
    }
}
