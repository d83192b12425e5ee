package id.berdikari.beneficiary.instrument;

import static id.berdikari.beneficiary.CaseFixtures.DECIDER;
import static id.berdikari.beneficiary.CaseFixtures.VERIFIER;
import static id.berdikari.beneficiary.CaseFixtures.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.berdikari.beneficiary.Body;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

/** The household questionnaire that we ship as an example, and answers that fit it. */
public final class InstrumentFixtures {
    public static final String INSTRUMENTS = "/api/v1/survey-instruments";

    private InstrumentFixtures() {}

    public static Body aDefinition() {
        return new Body(readyMade("rumah-tangga-5x2").json().path("definition"));
    }

    /** What we ship to be posted as it is. */
    public static Body readyMade(String name) {
        return Body.of(resource("/ready-made/" + name + ".json"));
    }

    /** A ready-made questionnaire under a code of its own, published. */
    public static String published(Body questionnaire) {
        var id = post(VERIFIER, INSTRUMENTS, questionnaire)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        post(DECIDER, INSTRUMENTS + "/" + id + "/publication", "").then().statusCode(200);
        return id;
    }

    /** A ready-made questionnaire, compiled. */
    public static Questionnaire compiled(String readyMade) {
        try {
            var definition = readyMade(readyMade).json().path("definition");
            return Questionnaire.of(new ObjectMapper().treeToValue(definition, Definition.class));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    public static Body someAnswers() {
        return Body.of(resource("/instrument/answers.json"));
    }

    static Body aDraft() {
        return Body.of("{\"code\": \"rumah-tangga-" + UUID.randomUUID() + "\", \"definition\": " + aDefinition() + "}");
    }

    static String drafted() {
        return post(VERIFIER, INSTRUMENTS, aDraft())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String published() {
        return published(aDraft());
    }

    private static String resource(String name) {
        try (var stream = InstrumentFixtures.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
