package id.berdikari.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.berdikari.local.LocalProblem;
import id.berdikari.local.Service;
import id.berdikari.local.SuiteAccess;
import id.berdikari.local.TokenHolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a service of a running suite something in a role. */
final class ServiceCall {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final SuiteAccess suite;
    private final String token;

    ServiceCall(SuiteAccess suite, String role) {
        this.suite = suite;
        this.token = suite.tokens().issue(TokenHolder.of(role, role + "-1"));
    }

    JsonNode get(Service service, String path) {
        return send(service, request(service, path).GET());
    }

    JsonNode post(Service service, String path, JsonNode body) {
        return send(service, request(service, path).POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(Service service, String path) {
        return HttpRequest.newBuilder(URI.create(suite.url(service) + path))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private JsonNode send(Service service, HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new LocalProblem(
                        "The " + service.id() + " service answers " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new LocalProblem("The " + service.id() + " service cannot be reached: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalProblem("Interrupted", e);
        }
    }
}
