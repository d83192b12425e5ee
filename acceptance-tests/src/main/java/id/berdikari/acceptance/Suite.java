package id.berdikari.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.berdikari.local.Service;
import id.berdikari.local.SuiteAccess;
import id.berdikari.local.TokenHolder;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A running suite as its clients see it: four addresses, a token for each person, and the payment gateway's key. */
final class Suite {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final SuiteAccess access;
    private final Patience patience;
    private final Map<Person, BearerToken> tokens = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Traffic traffic = new Traffic();

    Suite(SuiteAccess access, Patience patience) {
        this.access = access;
        this.patience = patience;
    }

    /** The suite that runs on this machine with its data in this folder. */
    static Suite local(Path data, int portBase, Patience patience) {
        return new Suite(SuiteAccess.local(data, portBase), patience);
    }

    String url(Service service, String path) {
        return access.url(service) + path;
    }

    String midtransKey() {
        return access.midtransServerKey();
    }

    Patience patience() {
        return patience;
    }

    Traffic traffic() {
        return traffic;
    }

    Collection<String> tokens() {
        return tokens.values().stream().map(BearerToken::text).toList();
    }

    /** What the services know a person by: the subject of their token. */
    String subject(Person person) {
        return token(person).subject();
    }

    /** Reads; without a person, as the public does. */
    Answer get(Service service, String path, @Nullable Person person, String... headers) {
        return send(request(service, path, person, headers).GET(), true);
    }

    Answer post(Service service, String path, @Nullable Person person, Object body, String... headers) {
        var isRepeatable = List.of(headers).contains("Idempotency-Key");
        var request = request(service, path, person, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(write(body)));
        var answer = send(request, isRepeatable);
        traffic.answered(path, answer);
        return answer;
    }

    /** Puts bytes where they belong; to put them there again does no harm. */
    Answer put(Service service, String path, Person person, byte[] content) {
        var request = request(service, path, person)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(content));
        return send(request, true);
    }

    private HttpRequest.Builder request(Service service, String path, @Nullable Person person, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url(service, path)))
                .timeout(TIMEOUT)
                .header("Accept-Language", "en");
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (person != null) {
            request.header("Authorization", "Bearer " + token(person).text());
        }
        return request;
    }

    private BearerToken token(Person person) {
        return Objects.requireNonNull(tokens.compute(
                person, (same, held) -> held != null && held.lastsFor(TIMEOUT) ? held : newToken(person)));
    }

    private BearerToken newToken(Person person) {
        return BearerToken.read(access.tokens().issue(TokenHolder.of(person.role(), person.name())));
    }

    /** Waits for a service that is away or asks for patience; repeats a lost request only where a repeat is harmless. */
    private Answer send(HttpRequest.Builder builder, boolean isRepeatable) {
        var request = builder.build();
        var what = request.method() + " " + request.uri();
        return patience.until(what + " reaches its service", () -> {
            traffic.sent();
            try {
                var response = http.send(request, BodyHandlers.ofString());
                var answer = new Answer(what, response.statusCode(), read(response.body()));
                if (answer.status() == UNAVAILABLE && !isRepeatable) {
                    throw new LostAnswer(what, "its service cannot reach its data");
                }
                if (answer.status() == TOO_MANY_REQUESTS
                        || answer.status() == UNAVAILABLE
                        || answer.isProblem("request-in-progress")) {
                    traffic.postponed();
                    Patience.rest(retryAfter(response));
                    return Optional.empty();
                }
                return Optional.of(answer);
            } catch (ConnectException | HttpConnectTimeoutException away) {
                traffic.postponed();
                return Optional.empty();
            } catch (IOException lost) {
                if (isRepeatable) {
                    traffic.postponed();
                    return Optional.empty();
                }
                throw new LostAnswer(what, lost.toString());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new StoryFailure("Interrupted");
            }
        });
    }

    private static Duration retryAfter(HttpResponse<String> response) {
        return Duration.ofSeconds(
                response.headers().firstValueAsLong("Retry-After").orElse(1));
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode read(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JSON.getNodeFactory().textNode(body);
        }
    }
}
