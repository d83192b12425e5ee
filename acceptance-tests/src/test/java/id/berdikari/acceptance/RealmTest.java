package id.berdikari.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.berdikari.local.ProjectRoot;
import id.berdikari.local.TokenHolder;
import id.berdikari.local.TokenMint;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Keycloak's realm file: tokens of the same shape as local ones, and nothing that lets anybody in by itself. */
class RealmTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode REALM = read();

    @Test
    void knowsExactlyTheRolesOfTheServices() {
        assertEquals(new TreeSet<>(TokenHolder.ROLES), names(REALM.at("/roles/realm"), "name"));
    }

    @Test
    void everyClientGivesTheClaimsThatTheServicesRead() {
        for (var client : REALM.path("clients")) {
            assertEquals("roles", claim(client, "oidc-usermodel-realm-role-mapper", "claim.name"));
            assertEquals(
                    Set.of("areas", "organisation"),
                    mappers(client, "oidc-usermodel-attribute-mapper")
                            .map(mapper ->
                                    mapper.path("config").path("claim.name").asText())
                            .collect(Collectors.toSet()));
            assertEquals(TokenMint.AUDIENCE, claim(client, "oidc-audience-mapper", "included.custom.audience"));
        }
    }

    @Test
    void tokensHoldNoNamesOrAddresses() {
        for (var client : REALM.path("clients")) {
            assertEquals("[\"basic\"]", client.path("defaultClientScopes").toString());
            assertTrue(client.path("optionalClientScopes").isEmpty());
            assertFalse(client.path("fullScopeAllowed").asBoolean(true), "only our roles are in the token");
        }
    }

    @Test
    void secretsAreReadFromTheEnvironment() {
        for (var client : REALM.path("clients")) {
            assertTrue(client.path("secret").asText().matches("\\$\\{[A-Z_]+}"), client::toString);
        }
    }

    @Test
    void holdsNobodyWhoCouldLogIn() {
        for (var user : REALM.path("users")) {
            assertTrue(user.path("serviceAccountClientId").isTextual(), user::toString);
            assertTrue(user.path("credentials").isMissingNode(), user::toString);
        }
        assertFalse(REALM.path("registrationAllowed").asBoolean(true));
    }

    @Test
    void guessingAndStealingArePoorBusiness() {
        assertTrue(REALM.path("bruteForceProtected").asBoolean());
        assertTrue(REALM.path("passwordPolicy").asText().contains("length(12)"));
        assertTrue(REALM.path("accessTokenLifespan").asInt(Integer.MAX_VALUE) <= 300);
        assertEquals("external", REALM.path("sslRequired").asText());
    }

    @Test
    void nobodyWidensTheirOwnReach() throws IOException {
        var profile = JSON.readTree(
                REALM.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                        .asText());
        var guarded = StreamSupport.stream(profile.path("attributes").spliterator(), false)
                .filter(attribute ->
                        attribute.at("/permissions/edit").toString().equals("[\"admin\"]"))
                .map(attribute -> attribute.path("name").asText())
                .toList();

        assertTrue(guarded.containsAll(List.of("areas", "organisation", "standIn", "username")), guarded::toString);
        assertTrue(profile.path("unmanagedAttributePolicy").isMissingNode());
    }

    private static JsonNode read() {
        try {
            return JSON.readTree(ProjectRoot.find()
                    .resolve("deploy/keycloak/berdikari-realm.json")
                    .toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> names(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(item -> item.path(field).asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JsonNode> mappers(JsonNode client, String kind) {
        return StreamSupport.stream(client.path("protocolMappers").spliterator(), false)
                .filter(mapper -> mapper.path("protocolMapper").asText().equals(kind)
                        && mapper.path("config")
                                .path("access.token.claim")
                                .asText()
                                .equals("true"));
    }

    private static String claim(JsonNode client, String kind, String setting) {
        return mappers(client, kind)
                .map(mapper -> mapper.path("config").path(setting).asText())
                .collect(Collectors.joining(","));
    }
}
