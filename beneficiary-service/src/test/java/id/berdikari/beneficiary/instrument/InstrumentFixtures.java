package id.berdikari.beneficiary.instrument;

import static id.berdikari.beneficiary.CaseFixtures.DECIDER;
import static id.berdikari.beneficiary.CaseFixtures.VERIFIER;
import static id.berdikari.beneficiary.CaseFixtures.post;

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
        return Body.of(resource("rumah-tangga-5x2.json"));
    }

    public static Body someAnswers() {
        return Body.of(resource("answers.json"));
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
        var id = drafted();
        post(DECIDER, INSTRUMENTS + "/" + id + "/publication", "").then().statusCode(200);
        return id;
    }

    private static String resource(String name) {
        try (var stream = InstrumentFixtures.class.getResourceAsStream("/instrument/" + name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
