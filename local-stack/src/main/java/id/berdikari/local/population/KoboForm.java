package id.berdikari.local.population;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** A form of KoBo that holds the questionnaire rumah-tangga-5x2, filled in as a population would answer it. */
public final class KoboForm {
    /** Where the form holds the household's id, which surveyors bring along. */
    public static final String SUBJECT = "identitas/id_rumah_tangga";

    private static final int DAYS = 40;

    private KoboForm() {}

    /**
     * Submissions as KoBo's API v2 answers them, the same whenever they are asked for.
     *
     * @param subjects the households by the ids that the register gave them
     */
    public static ObjectNode submissions(Population population, Map<UUID, Household> subjects) {
        var answer = JsonNodeFactory.instance.objectNode();
        var results = answer.put("count", subjects.size()).putNull("next").putArray("results");
        subjects.forEach((id, household) -> results.add(submission(population, id, household)));
        return answer;
    }

    private static JsonNode submission(Population population, UUID id, Household household) {
        var number = household.number();
        var day = population.asOf().plusDays(1 + number % DAYS);
        var uuid = UUID.nameUUIDFromBytes((population.seed() + "/" + household.key()).getBytes(StandardCharsets.UTF_8));
        var submission = JsonNodeFactory.instance
                .objectNode()
                .put("_id", 10_000 + number)
                .put("_uuid", uuid.toString())
                .put("_submission_time", day + "T09:15:00")
                .put("_submitted_by", "surveyor-" + (1 + number % 2))
                .put("meta/instanceID", "uuid:" + uuid)
                .put("today", day.toString())
                .put(SUBJECT, id.toString());
        LivingConditions.of(household, population.seed()).forEach(submission::put);
        return submission;
    }
}
