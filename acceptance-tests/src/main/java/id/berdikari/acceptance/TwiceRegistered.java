package id.berdikari.acceptance;

import static id.berdikari.acceptance.Telling.items;
import static id.berdikari.acceptance.Telling.requireThat;
import static id.berdikari.local.Service.BENEFICIARY;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Answers whether two records are one person: once yes, once no. Whoever was asked about before is not asked about again. */
final class TwiceRegistered {
    private static final String DUPLICATES = "/api/v1/duplicates";
    private static final Person VERIFIER = Person.of("verifier", 2);

    private final Suite suite;
    private final Telling telling;
    private final LocalDate today;

    TwiceRegistered(Suite suite, Telling telling, LocalDate today) {
        this.suite = suite;
        this.telling = telling;
        this.today = today;
    }

    /** Answers how many questions the list has raised. */
    int answer(Town town) {
        var path = DUPLICATES + "?limit=200&areaCode=" + town.code();
        var hidden = ListImport.ERRORS.peopleTwice() + ListImport.ERRORS.namesakes();
        var found = suite.patience().until("people who stand twice in the list are found", () -> {
            var questions = telling.all(BENEFICIARY, path, VERIFIER);
            return Optional.of(questions).filter(all -> all.size() >= hidden - 1);
        });
        var open = found.stream().filter(question -> is(question, "OPEN")).toList();
        telling.tell(
                "the suite",
                "compares everybody in the list with everybody alike",
                "of %d pairs that the list hides at least %d are found; %d wait for an answer"
                        .formatted(hidden, hidden - 1, open.size()),
                suite.url(BENEFICIARY, path + "&status=OPEN") + "  (verifier)");
        first(open, TwiceRegistered::isOnePerson).ifPresent(this::merge);
        first(open, TwiceRegistered::areTwo).ifPresent(this::tellApart);
        return found.size();
    }

    /** Who has a NIK survives; the household that there never was becomes part of the other. */
    private void merge(JsonNode question) {
        var records = items(question.path("records"));
        var survivor = records.get(hasNik(records.get(0)) ? 0 : 1);
        var other = records.get(hasNik(records.get(0)) ? 1 : 0);
        var path = DUPLICATES + "/" + question.path("id").asText();
        var merged = suite.post(
                        BENEFICIARY,
                        path + "/merge",
                        VERIFIER,
                        Map.of("survivorId", survivor.path("personId").asText(), "fromOther", List.of()))
                .require(200, "MERGED");
        requireThat(
                merged.path("survivorId").equals(survivor.path("personId")), "the record with the NIK counts from now");
        var home = "/api/v1/households/" + survivor.at("/who/householdId").asText();
        suite.post(
                        BENEFICIARY,
                        home + "/merge",
                        VERIFIER,
                        Map.of(
                                "householdId", other.at("/who/householdId").asText(),
                                "on", today.toString(),
                                "members", List.of()))
                .require(200);
        telling.tell(
                VERIFIER.name(),
                "sees one person in two records, written otherwise and without NIK the second time",
                "MERGED at a score of %s (%s); can be undone"
                        .formatted(question.path("score").asText(), agreements(question)),
                suite.url(BENEFICIARY, path) + "  (verifier)");
    }

    private void tellApart(JsonNode question) {
        var path = DUPLICATES + "/" + question.path("id").asText();
        suite.post(BENEFICIARY, path + "/not-the-same", VERIFIER, Map.of()).require(200, "NOT_THE_SAME");
        telling.tell(
                VERIFIER.name(),
                "sees two neighbours of one name, each with an own NIK",
                "NOT_THE_SAME at a score of %s (%s); nobody is asked again"
                        .formatted(question.path("score").asText(), agreements(question)),
                suite.url(BENEFICIARY, path) + "  (verifier)");
    }

    private static Optional<JsonNode> first(List<JsonNode> questions, Predicate<JsonNode> wanted) {
        return questions.stream().filter(wanted).findFirst();
    }

    private static boolean isOnePerson(JsonNode question) {
        var records = items(question.path("records"));
        return question.path("band").asText().equals("LIKELY")
                && records.stream().filter(TwiceRegistered::hasNik).count() == 1;
    }

    private static boolean areTwo(JsonNode question) {
        return items(question.path("records")).stream().allMatch(TwiceRegistered::hasNik);
    }

    private static boolean hasNik(JsonNode record) {
        return record.at("/who/nik").isTextual();
    }

    private static boolean is(JsonNode question, String status) {
        return question.path("status").asText().equals(status);
    }

    private static String agreements(JsonNode question) {
        return items(question.path("agreements")).stream()
                .map(each -> each.path("agreement").asText())
                .collect(Collectors.joining(", "));
    }
}
