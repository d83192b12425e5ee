package id.berdikari.acceptance;

import static id.berdikari.acceptance.Telling.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Map;

/** Shows Story D: its steps, and what they tell the head of a planning office. */
final class StoryDShow {
    private static final int MOST = 8;
    private static final BigDecimal OFTEN = new BigDecimal("1.2");

    private final Suite suite;
    private final Screen screen;

    StoryDShow(Suite suite, Screen screen) {
        this.suite = suite;
        this.screen = screen;
    }

    void show() {
        screen.print("""
                Story D: PEKA in Kota Sabang, know poverty's character, then choose by rules that everybody can read
                A list of households is checked, brought in and put right; people are surveyed and poverty is measured; visible
                criteria are held against everybody, and whom they would miss is known before anybody is chosen. The villages
                are real, the people are made up.
                """);
        var ending = new StoryD(suite, Wording.plain(), screen).live();
        showProfile(ending.profile());
        showChoice(ending);
    }

    private void showProfile(JsonNode profile) {
        screen.print(
                "%nPoverty profile of %s, %s%n%n  Poor by decile: %s%n",
                profile.at("/area/name").asText(),
                profile.path("asOf").asText(),
                profile.at("/poor/meaning").asText());
        var places = new Table("kecamatan", "people", "poor", "share", "of all the poor");
        for (var part : items(profile.at("/parts/parts"))) {
            places.row(
                    part.path("title").asText(),
                    count(part.path("persons")),
                    count(part.path("poorPersons")),
                    Table.percent(part.path("poorShare")),
                    Table.percent(part.path("shareOfPoor")));
        }
        places.row(
                profile.at("/area/name").asText(),
                count(profile.at("/level/persons")),
                count(profile.at("/level/poorPersons")),
                Table.percent(profile.at("/level/shareOfPersons")),
                "");
        screen.print("%s%n", places);
        showMeasured(profile);
        showCauses(profile.path("causes"));
        showWhoIsPoor(profile.path("characteristics"));
    }

    private void showMeasured(JsonNode profile) {
        screen.print(
                "  Measured at %s homes in %s: money by the line (FGT), deprivations by %s (Alkire and Foster)%n",
                count(profile.at("/coverage/householdsMeasured")),
                profile.at("/measured/year").asText(),
                profile.at("/measured/dimensionSet").asText());
        var level = new Table("kecamatan", "P0", "P1", "P2", "H", "A", "M0");
        for (var part : items(profile.at("/parts/parts"))) {
            addMeasured(level, part.path("title").asText(), part);
        }
        addMeasured(level, profile.at("/area/name").asText(), profile.path("level"));
        screen.print("%s%n", level);
        var what = new Table("what people lack", "of all people", "of all: poor and lack it", "share of M0");
        for (var indicator : items(profile.at("/dimensions/indicators"))) {
            what.row(
                    indicator.path("title").asText(),
                    Table.percent(indicator.path("uncensoredHeadcount")),
                    Table.percent(indicator.path("censoredHeadcount")),
                    Table.percent(indicator.path("contribution")));
        }
        screen.print("%s%n", what);
    }

    private static void addMeasured(Table table, String name, JsonNode level) {
        table.row(
                name,
                Table.percent(level.at("/line/P0")),
                Table.percent(level.at("/line/P1")),
                Table.percent(level.at("/line/P2")),
                Table.percent(level.at("/dimensions/H")),
                Table.percent(level.at("/dimensions/A")),
                Table.decimal(level.at("/dimensions/M0")));
    }

    private void showCauses(JsonNode causes) {
        var why = new Table("why, as they and the surveyors see it", "poor households", "share");
        items(causes.path("causes")).stream()
                .filter(cause -> cause.at("/shareOfPoorHouseholds/decimal").isTextual())
                .limit(MOST)
                .forEach(cause -> why.row(
                        cause.path("title").asText(),
                        count(cause.path("poorHouseholds")),
                        Table.percent(cause.path("shareOfPoorHouseholds"))));
        screen.print("%s%n", why);
    }

    private void showWhoIsPoor(JsonNode characteristics) {
        var who = new Table("who is poor more often than others", "of all", "of the poor", "times as often");
        items(characteristics).stream()
                .flatMap(topic -> items(topic.path("groups")).stream()
                        .filter(group -> times(group).compareTo(OFTEN) >= 0)
                        .map(group -> Map.entry(topic, group)))
                .sorted(Comparator.comparing((Map.Entry<JsonNode, JsonNode> each) -> times(each.getValue()))
                        .reversed())
                .limit(MOST)
                .forEach(each -> who.row(
                        each.getKey().path("title").asText() + ": "
                                + each.getValue().path("title").asText(),
                        Table.percent(each.getValue().path("shareOfEverybody")),
                        Table.percent(each.getValue().path("shareOfPoor")),
                        times(each.getValue()).setScale(1, RoundingMode.HALF_UP)));
        screen.print("%s", who);
        screen.print("    Figures of fewer than five are hidden, and others by which these could be found.");
    }

    private static BigDecimal times(JsonNode group) {
        return new BigDecimal(group.at("/timesMoreFrequent/decimal").asText("0"));
    }

    private static String count(JsonNode number) {
        return number.isNumber() ? "%,d".formatted(number.asInt()) : "hidden";
    }

    private void showChoice(StoryD.Ending ending) {
        var choice = ending.choice();
        screen.print("%nWho would be chosen, by kecamatan%n");
        var chosen = new Table("kecamatan", "households", "meet", "do not", "not known");
        for (var tally : items(choice.tallies().path("areas"))) {
            addTally(chosen, ending.town().name(tally.path("areaCode").asText()), tally);
        }
        addTally(chosen, "Kota Sabang", choice.tallies().path("whole"));
        screen.print("%s", chosen);
        screen.print("%nWhom that choice misses, and whom it reaches by mistake, against decile 1 and 2 of DTSEN%n");
        var errors = new Table("kecamatan", "households", "chosen", "of decile 1-2 missed", "chosen, decile 3 or more");
        for (var part : items(choice.errors().path("parts"))) {
            addErrors(errors, ending.town().name(part.path("part").asText()), part);
        }
        addErrors(errors, "Kota Sabang", choice.errors().path("whole"));
        screen.print("%s", errors);
        screen.print("%nThe same for other choices%n");
        var others = new Table("choice", "households", "chosen", "of decile 1-2 missed", "chosen, decile 3 or more");
        choice.alternatives().forEach(other -> addErrors(others, other.words(), other.errors()));
        screen.print("%s", others);
        screen.print(
                "    %d households have no decile and are left out. A decile is itself a guess: errors against it are not"
                        + " errors against need.",
                choice.errors().path("withoutDecile").asInt());
    }

    private static void addTally(Table table, String name, JsonNode tally) {
        table.row(name, tally.path("households"), tally.path("meets"), tally.path("fails"), tally.path("unknown"));
    }

    private static void addErrors(Table table, String name, JsonNode errors) {
        table.row(
                name,
                errors.path("hidden").asBoolean() ? "under 5" : errors.path("population"),
                Table.percent(errors.path("coverage")),
                Table.percent(errors.path("exclusionError")),
                Table.percent(errors.path("inclusionError")));
    }
}
