package id.berdikari.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Tokens from the realm {@code berdikari}, for operators who try a suite out. The holder is a stand-in that is made in the
 * realm when first asked for; its password is new each time and forgotten at once. People of the realm are never touched.
 */
final class KeycloakRealm implements Tokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CLIENT = "berdikari-operator";
    private static final String STAND_IN = "standIn";

    private final String tokenUrl;
    private final String adminUrl;
    private final String clientSecret;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    KeycloakRealm(String url, String clientSecret) {
        this.tokenUrl = url + "/realms/berdikari/protocol/openid-connect/token";
        this.adminUrl = url + "/admin/realms/berdikari/";
        this.clientSecret = clientSecret;
    }

    @Override
    public String issue(TokenHolder holder) {
        var operator = grant(Map.of("grant_type", "client_credentials"));
        var userUrl = "users/" + standIn(operator, holder);
        giveRoles(operator, userUrl, holder.roles());
        var password = FreshSecrets.password();
        admin(
                operator,
                "PUT",
                userUrl + "/reset-password",
                Map.of("type", "password", "value", password, "temporary", false));
        return grant(Map.of("grant_type", "password", "username", holder.name(), "password", password));
    }

    private String standIn(String operator, TokenHolder holder) {
        var attributes = new LinkedHashMap<>(Map.of("areas", holder.areas(), STAND_IN, List.of("true")));
        if (holder.organisation() != null) {
            attributes.put("organisation", List.of(holder.organisation()));
        }
        var user = Map.of("username", holder.name(), "enabled", true, "attributes", attributes);
        var known = find(operator, holder.name());
        if (known == null) {
            admin(operator, "POST", "users", user);
            known = find(operator, holder.name());
        } else if (known.path("attributes").path(STAND_IN).isMissingNode()) {
            throw new LocalProblem(
                    holder.name() + " is a person of the realm, not a stand-in. Choose another --subject");
        } else {
            admin(operator, "PUT", "users/" + known.path("id").asText(), user);
        }
        if (known == null) {
            throw new LocalProblem("Keycloak did not keep " + holder.name());
        }
        return known.path("id").asText();
    }

    private @Nullable JsonNode find(String operator, String name) {
        return admin(operator, "GET", "users?exact=true&username=" + encode(name), null)
                .get(0);
    }

    /** These roles, and no others of ours. */
    private void giveRoles(String operator, String userUrl, List<String> roles) {
        var mappings = userUrl + "/role-mappings/realm";
        var held = ours(admin(operator, "GET", mappings, null));
        var available = ours(admin(operator, "GET", mappings + "/available", null));
        change(operator, "DELETE", mappings, held, role -> !roles.contains(role));
        change(operator, "POST", mappings, available, roles::contains);
    }

    private void change(
            String operator, String method, String mappings, List<JsonNode> roles, Predicate<String> isMeant) {
        var meant = roles.stream()
                .filter(role -> isMeant.test(role.path("name").asText()))
                .toList();
        if (!meant.isEmpty()) {
            admin(operator, method, mappings, meant);
        }
    }

    private static List<JsonNode> ours(JsonNode roles) {
        return StreamSupport.stream(roles.spliterator(), false)
                .filter(role -> TokenHolder.ROLES.contains(role.path("name").asText()))
                .toList();
    }

    private String grant(Map<String, String> parameters) {
        var form = new LinkedHashMap<>(parameters);
        form.put("client_id", CLIENT);
        form.put("client_secret", clientSecret);
        var body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(tokenUrl)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)))
                .path("access_token")
                .asText();
    }

    private JsonNode admin(String operator, String method, String path, @Nullable Object body) {
        var content = body == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(JSON.valueToTree(body).toString());
        return send(request(adminUrl + path)
                .header("Authorization", "Bearer " + operator)
                .header("Content-Type", "application/json")
                .method(method, content));
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30));
    }

    /** Keycloak starts slower than the rest, and its database may be away for a moment: worth waiting for. */
    private JsonNode send(HttpRequest.Builder builder) {
        var request = builder.build();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var problem = "";
            try {
                var answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() < 300) {
                    return JSON.readTree(answer.body());
                }
                problem = "answers " + answer.statusCode() + ": " + answer.body();
                if (answer.statusCode() < 500) {
                    throw refused(request, problem);
                }
            } catch (IOException away) {
                problem = "cannot be reached: " + away;
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            if (System.nanoTime() > deadline) {
                throw refused(request, problem);
            }
            pause();
        }
    }

    private static LocalProblem refused(HttpRequest request, String problem) {
        return new LocalProblem("Keycloak, asked to " + request.method() + " " + request.uri() + ", " + problem);
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static LocalProblem interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new LocalProblem("Interrupted", cause);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
