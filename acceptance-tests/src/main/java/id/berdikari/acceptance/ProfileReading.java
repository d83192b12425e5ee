package id.berdikari.acceptance;

import static id.berdikari.acceptance.Telling.requireThat;
import static id.berdikari.local.Service.BENEFICIARY;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads who the poor of a town are, as the head of its planning office would. */
final class ProfileReading {
    private static final Person PLANNER = Person.of("monitor", 1);

    private final Suite suite;
    private final Telling telling;

    ProfileReading(Suite suite, Telling telling) {
        this.suite = suite;
        this.telling = telling;
    }

    JsonNode read(Town town, int households) {
        var path = "/api/v1/poverty/profiles?by=DISTRICT&areaCode=" + town.code();
        var profile = suite.get(BENEFICIARY, path, PLANNER).require(200);
        requireThat(
                profile.at("/coverage/households").asInt() >= households, "the profile counts everybody on the list");
        requireThat(profile.at("/level/shareOfPersons/decimal").isTextual(), "the profile says how many are poor");
        requireThat(profile.at("/level/line/P0/decimal").isTextual(), "the profile says how many are below the line");
        requireThat(profile.at("/level/dimensions/M0/decimal").isTextual(), "the profile knows deprivations");
        telling.tell(
                PLANNER.name(),
                "reads the poverty profile of " + profile.at("/area/name").asText(),
                "poor of %,d people: %s by decile, %s by the line, %s by deprivations; most named cause: %s"
                        .formatted(
                                profile.at("/level/persons").asInt(),
                                Table.percent(profile.at("/level/shareOfPersons")),
                                Table.percent(profile.at("/level/line/P0")),
                                Table.percent(profile.at("/level/dimensions/H")),
                                profile.at("/causes/causes/0/title").asText()),
                suite.url(BENEFICIARY, path) + "  (monitor)");
        return profile;
    }
}
