package id.berdikari.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.caoccao.javet.exceptions.JavetException;
import id.berdikari.local.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client generated from what the fundraising service publishes compiles strictly, and a website can give with it. */
class TypeScriptClientIT {
    private static @Nullable TypeScriptClient generated;

    @BeforeAll
    static void generate(@TempDir Path folder) throws Exception {
        var client = TypeScriptClient.generate(address() + "/openapi", folder);
        generated = client;
        for (var file : List.of("compile.cjs", "donate.ts", "tsconfig.json")) {
            client.add(file, resource("/typescript/" + file));
        }
    }

    @AfterAll
    static void stopNode() throws JavetException {
        if (generated != null) {
            generated.close();
        }
    }

    @Test
    void compilesStrictlyAndMakesADonation() throws Exception {
        assertEquals(List.of(), client().compile("donate.ts"));

        var outcome =
                client().call("donate", "donate", address(), SharedSuite.story().campaignId(), key(), "50000.00");

        assertEquals(201, outcome.path("status").asInt(), outcome::toString);
        assertEquals("PENDING", outcome.at("/donation/status").asText());
        assertEquals("50000.00", outcome.at("/donation/amount/amount").asText());
        assertFalse(outcome.at("/donation/donorSecret").asText().isEmpty());
    }

    @Test
    void showsTheProblemOfARefusedDonation() throws Exception {
        assertEquals(List.of(), client().compile("donate.ts"));

        var outcome = client().call("donate", "donate", address(), key(), key(), "50000.00");

        assertEquals(404, outcome.path("status").asInt(), outcome::toString);
        assertTrue(outcome.at("/problem/type").asText().endsWith("/not-found"), outcome::toString);
    }

    @Test
    void refusesCodeThatTheContractDoesNotAllow() throws Exception {
        client().add("wrong.ts", """
                import type { Money } from './generated';
                export const gift: Money = { amount: 50000, currency: 'IDR' };
                """);

        var complaints = client().compile("wrong.ts");

        assertEquals(1, complaints.size(), complaints::toString);
        assertTrue(complaints.getFirst().startsWith("wrong.ts(2,30): error TS2322"), complaints::toString);
    }

    private static TypeScriptClient client() {
        return Objects.requireNonNull(generated);
    }

    private static String address() {
        return SharedSuite.processes().baseUrl(Service.FUNDRAISING);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String resource(String name) throws IOException {
        try (var content = Objects.requireNonNull(TypeScriptClientIT.class.getResourceAsStream(name))) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }
}
