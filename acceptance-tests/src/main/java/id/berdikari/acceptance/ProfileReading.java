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
        telling.tell(
                PLANNER.name(),
                "reads the poverty profile of " + profile.at("/area/name").asText(),
                "%s of %,d people are poor (%s); most named cause: %s"
                        .formatted(
                                Table.percent(profile.at("/level/shareOfPersons")),
                                profile.at("/level/persons").asInt(),
                                profile.at("/poor/meaning").asText(),
                                profile.at("/causes/causes/0/title").asText()),
                suite.url(BENEFICIARY, path) + "  (monitor)");
        return profile;
    }
}
