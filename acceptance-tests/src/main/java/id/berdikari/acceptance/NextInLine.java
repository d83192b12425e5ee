package id.berdikari.acceptance;

import static id.berdikari.acceptance.Telling.items;
import static id.berdikari.acceptance.Telling.requireThat;
import static id.berdikari.local.Service.BENEFICIARY;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Nominates those at the top of a list who are in no case yet, and has them checked at the desk with the advice of the criteria. */
final class NextInLine {
    private static final String NOMINATIONS = "/api/v1/nominations";
    private static final Person SURVEYOR = Person.of("surveyor", 1);
    private static final Person DESK = Person.of("verifier", 1);
    private static final int PLACES = 3;

    /** Who is nominated from the list, and what the criteria say of them. */
    record Nominee(String nominationId, String areaCode, JsonNode advice) {}

    private final Suite suite;
    private final Telling telling;
    private final Wording wording;
    private final LocalDate nominatedOn;

    NextInLine(Suite suite, Telling telling, Wording wording, LocalDate nominatedOn) {
        this.suite = suite;
        this.telling = telling;
        this.wording = wording;
        this.nominatedOn = nominatedOn;
    }

    List<Nominee> nominate(Town town, List<JsonNode> results, String criteriaCode) {
        var inCases = inCases(town);
        var nominees = new ArrayList<Nominee>();
        for (var result : results) {
            if (nominees.size() == PLACES) {
                break;
            }
            head(result)
                    .filter(head -> !inCases.contains(head.path("personId").asText()))
                    .map(head -> nominate(result, head, criteriaCode))
                    .ifPresent(nominees::add);
        }
        requireThat(nominees.size() == PLACES, "there are still people on the list who are in no case");
        return nominees;
    }

    /** The people of the town whom a case is about. */
    private Set<String> inCases(Town town) {
        var people = new HashSet<String>();
        for (var summary : telling.all(BENEFICIARY, NOMINATIONS + "?limit=200&areaCode=" + town.code(), DESK)) {
            var path = NOMINATIONS + "/" + summary.path("id").asText();
            people.add(suite.get(BENEFICIARY, path, DESK)
                    .require(200)
                    .path("personId")
                    .asText());
        }
        return people;
    }

    private Optional<JsonNode> head(JsonNode result) {
        var household = household(result);
        return items(household.path("members")).stream()
                .filter(member -> member.path("relation").asText().equals("HEAD"))
                .filter(member -> member.at("/identity/birthDate").isTextual())
                .findFirst();
    }

    private JsonNode household(JsonNode result) {
        var path = "/api/v1/households/" + result.path("householdId").asText();
        return suite.get(BENEFICIARY, path, SURVEYOR).require(200);
    }

    private Nominee nominate(JsonNode result, JsonNode head, String criteriaCode) {
        var household = household(result);
        var candidate = Map.of(
                "fullName", head.at("/identity/fullName").asText(),
                "birthDate", head.at("/identity/birthDate").asText(),
                "sex", head.path("sex").asText(),
                "areaCode", household.path("areaCode").asText(),
                "address", household.at("/dwelling/address").asText());
        var id = telling.again(() -> suite.post(
                        BENEFICIARY,
                        NOMINATIONS,
                        SURVEYOR,
                        Map.of(
                                "nominatedOn", nominatedOn.toString(),
                                "candidate", candidate,
                                "personId", head.path("personId").asText(),
                                "livelihood", household.path("livelihood").asText(),
                                "reason", wording.text("Near the top of the list by the published criteria"),
                                "nominator",
                                        Map.of(
                                                "fullName", wording.text("Cut Meurah"),
                                                "phone", wording.secret("0813" + wording.digits(8))))))
                .require(201, "NOMINATED")
                .path("id")
                .asText();
        var advice = advice(id, criteriaCode);
        telling.tell(
                SURVEYOR.name(),
                "nominates the head of a household from the top of the list, as known in the register",
                "NOMINATED on %s; the criteria advise %s with %d points: %s"
                        .formatted(
                                nominatedOn,
                                advice.path("outcome").asText(),
                                advice.path("score").asInt(),
                                reasons(advice)),
                suite.url(BENEFICIARY, NOMINATIONS + "/" + id + "/eligibility") + "  (verifier)");
        checkAtTheDesk(id, advice);
        return new Nominee(id, household.path("areaCode").asText(), advice);
    }

    private JsonNode advice(String nominationId, String criteriaCode) {
        var advised = suite.get(BENEFICIARY, NOMINATIONS + "/" + nominationId + "/eligibility", DESK)
                .require(200);
        var ours = items(advised.path("evaluations")).stream()
                .filter(evaluation -> evaluation.path("code").asText().equals(criteriaCode))
                .findFirst()
                .orElseThrow(() -> new StoryFailure("No advice by " + criteriaCode + ": " + advised));
        requireThat(ours.path("outcome").asText().equals("MEETS"), "the advice is what the screening found");
        return ours;
    }

    private void checkAtTheDesk(String nominationId, JsonNode advice) {
        var path = NOMINATIONS + "/" + nominationId;
        var criteria = List.of("WORKS_NOT_BEGS", "DISABLED_ELDERLY_OR_POOR", "NOT_YET_HELPED", "WANTS_HELP").stream()
                .map(code -> Map.of("code", code, "met", true))
                .toList();
        telling.change(
                BENEFICIARY,
                path + "/pre-survey",
                DESK,
                Map.of(
                        "outcome",
                        "PROCEED",
                        "criteria",
                        criteria,
                        "reason",
                        wording.text("As the criteria advise: " + reasons(advice))),
                path,
                "PRE_SURVEYED");
        telling.tell(
                DESK.name(),
                "follows the advice at the desk, with reasons of an own",
                "PRE_SURVEYED",
                suite.url(BENEFICIARY, path) + "  (verifier)");
    }

    private static String reasons(JsonNode advice) {
        return items(advice.path("reasons")).stream()
                .filter(reason -> reason.path("verdict").asText().equals("TRUE"))
                .map(reason -> reason.path("rule").asText())
                .collect(Collectors.joining(", "));
    }
}
