package id.berdikari.acceptance;

import static id.berdikari.acceptance.Telling.items;
import static id.berdikari.acceptance.Telling.requireThat;
import static id.berdikari.local.Service.BENEFICIARY;

import com.fasterxml.jackson.databind.JsonNode;
import id.berdikari.local.population.Household;
import id.berdikari.local.population.KoboForm;
import id.berdikari.local.population.Population;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;

/** Has households asked by a published questionnaire, and measures poverty by what they answer. */
final class Surveying {
    private static final String HOUSEHOLDS = "/api/v1/households/";
    private static final String INSTRUMENTS = "/api/v1/survey-instruments";
    private static final String DIMENSIONS = "/api/v1/dimension-sets";
    private static final String LINES = "/api/v1/poverty-lines";
    private static final Person ADMIN = Person.of("admin", 1);
    private static final Person AUTHOR = Person.of("verifier", 1);
    private static final Person PUBLISHER = Person.of("decider", 2);

    /** How many households were asked, and how one of them was measured. */
    record Outcome(int surveyed, JsonNode dimensions, JsonNode example) {}

    private static final int PAGE = 100;

    private final Suite suite;
    private final Telling telling;
    private final FourEyes fourEyes;

    Surveying(Suite suite, Telling telling) {
        this.suite = suite;
        this.telling = telling;
        this.fourEyes = new FourEyes(suite, telling);
    }

    Outcome survey(Town town, Population population, int households) {
        var instrument = fourEyes.publish(
                INSTRUMENTS,
                AUTHOR,
                PUBLISHER,
                ReadyMade.read("rumah-tangga-5x2"),
                "a questionnaire: five dimensions of poverty and the Washington Group Short Set");
        var dimensions = fourEyes.publish(
                DIMENSIONS,
                AUTHOR,
                PUBLISHER,
                ReadyMade.read("indonesia-5x2"),
                "in what a household can be deprived: five dimensions, ten indicators");
        addLine(town, population);
        var subjects = subjects(town, population, households);
        importSurveys(instrument, population, subjects);
        var example = measured(subjects);
        return new Outcome(subjects.size(), dimensions, example);
    }

    /** No office has published this line: it stands for the one that a district would add. */
    private void addLine(Town town, Population population) {
        var path = LINES + "?areaCode=" + town.code();
        var line = Map.of(
                "areaCode", town.code(),
                "validFrom", population.asOf().withDayOfMonth(1).toString(),
                "amount", Map.of("amount", "675000.00", "currency", "IDR"),
                "source", "Made up for the story");
        var added = suite.post(BENEFICIARY, LINES, ADMIN, line);
        requireThat(added.status() == 201 || added.isProblem("poverty-line-exists"), "the line is there: " + added);
        telling.tell(
                ADMIN.name(),
                "adds a poverty line of Kota Sabang beside those of BPS for the country",
                "Rp 675,000 per head and month from " + line.get("validFrom") + ", made up for the story",
                suite.url(BENEFICIARY, path) + "  (admin)");
    }

    /** Every second household of the list by the id that the register gave it, which the surveyors' phones must know. */
    private Map<UUID, Household> subjects(Town town, Population population, int households) {
        var byHome = population
                .households(households)
                .filter(household -> household.number() % 2 == 0)
                .collect(
                        Collectors.toMap(household -> household.areaCode() + household.address(), Function.identity()));
        var exported = suite.post(
                        BENEFICIARY,
                        "/api/v1/exports/households.csv",
                        AUTHOR,
                        Map.of("areaCode", town.code(), "reason", "PROGRAM_REGISTRATION"))
                .require(200)
                .asText();
        var subjects = new LinkedHashMap<UUID, Household>();
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var rows = format.parse(new StringReader(exported))) {
            for (var row : rows) {
                var household = byHome.get(row.get("area_code") + row.get("address"));
                if (household != null) {
                    subjects.put(UUID.fromString(row.get("household_key")), household);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        requireThat(
                subjects.size() >= households / 2 - ListImport.ERRORS.refused(),
                "every household of the list is in the register, but " + subjects.size());
        return subjects;
    }

    /** In pages, as one fetches them from a platform. */
    private void importSurveys(JsonNode instrument, Population population, Map<UUID, Household> subjects) {
        var path = "/api/v1/surveys/imports?format=KOBO_JSON&subjectType=HOUSEHOLD&subjectField=" + KoboForm.SUBJECT
                + "&instrumentId=" + instrument.path("id").asText();
        var ids = List.copyOf(subjects.keySet());
        var imported = 0;
        var unchanged = 0;
        for (var from = 0; from < ids.size(); from += PAGE) {
            var page = new LinkedHashMap<UUID, Household>(subjects);
            page.keySet().retainAll(ids.subList(from, Math.min(from + PAGE, ids.size())));
            var report = suite.post(BENEFICIARY, path, AUTHOR, KoboForm.submissions(population, page))
                    .require(200);
            requireThat(report.path("refused").asInt() == 0, "all surveys are taken, but: " + refused(report));
            imported += report.path("imported").asInt();
            unchanged += report.path("unchanged").asInt();
        }
        requireThat(imported + unchanged == subjects.size(), "no survey is lost");
        telling.tell(
                AUTHOR.name(),
                "brings what surveyors have collected with KoBo at every second home",
                "%d surveys imported, %d known and unchanged, each measured at once".formatted(imported, unchanged),
                suite.url(BENEFICIARY, path) + "  (POST, verifier)");
    }

    private JsonNode measured(Map<UUID, Household> subjects) {
        var poorest = subjects.entrySet().stream()
                .min(Map.Entry.comparingByValue(Comparator.comparingLong(
                        home -> home.expenditure() / home.members().size())))
                .orElseThrow();
        var path = HOUSEHOLDS + poorest.getKey() + "/poverty-measurements";
        var measurement = suite.patience()
                .until(
                        "the household is measured",
                        () -> items(suite.get(BENEFICIARY, path, AUTHOR)
                                        .require(200)
                                        .path("items"))
                                .stream()
                                .findFirst());
        requireThat(measurement.path("poorByLine").asBoolean(), "the poorest household is poor by the line");
        requireThat(measurement.at("/score/exact").isTextual(), "the household has a score");
        telling.tell(
                AUTHOR.name(),
                "reads how a household was measured: money and deprivations, with the versions used",
                "%s of the line is missing; deprived in %s (score %s, poor from 1/3 on)"
                        .formatted(
                                Table.percent(measurement.path("gap")),
                                codes(measurement.path("deprivations")),
                                measurement.at("/score/exact").asText()),
                suite.url(BENEFICIARY, path) + "  (verifier)");
        return measurement;
    }

    private static String codes(JsonNode indicators) {
        return items(indicators).stream()
                .map(each -> each.path("code").asText())
                .collect(Collectors.joining(", "));
    }

    private static List<JsonNode> refused(JsonNode report) {
        return items(report.path("rows")).stream()
                .filter(row -> row.path("outcome").asText().equals("REFUSED"))
                .limit(3)
                .toList();
    }
}
