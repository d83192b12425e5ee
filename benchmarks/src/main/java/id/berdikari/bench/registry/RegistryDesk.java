package id.berdikari.bench.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.berdikari.local.LocalProblem;
import id.berdikari.local.LocalSuite;
import id.berdikari.local.Service;
import id.berdikari.local.TokenHolder;
import id.berdikari.local.TokenMint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The people who work with the register, as they reach it over HTTP. */
final class RegistryDesk {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String address;
    private final TokenMint mint;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RegistryDesk(LocalSuite suite) {
        this.address = suite.baseUrl(Service.BENEFICIARY) + "/api/v1";
        this.mint = TokenMint.from(suite.dataDir());
    }

    JsonNode get(String who, String path) throws IOException, InterruptedException {
        return send(who, request(who, path).GET());
    }

    JsonNode post(String who, String path, Object body) throws IOException, InterruptedException {
        var json = BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        return send(
                who,
                request(who, path).header("Content-Type", "application/json").POST(json));
    }

    void put(String who, String path, BodyPublisher bytes) throws IOException, InterruptedException {
        send(
                who,
                request(who, path)
                        .header("Content-Type", "application/octet-stream")
                        .PUT(bytes));
    }

    /** Somebody is called by their role and a number, such as {@code decider-2}. */
    private HttpRequest.Builder request(String who, String path) {
        var token = tokens.computeIfAbsent(
                who, name -> mint.issue(TokenHolder.of(name.substring(0, name.lastIndexOf('-')), name)));
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
    }

    private JsonNode send(String who, HttpRequest.Builder builder) throws IOException, InterruptedException {
        var request = builder.build();
        var answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new LocalProblem("%s %s by %s was answered %d: %s"
                    .formatted(
                            request.method(),
                            request.uri().getPath(),
                            who,
                            answer.statusCode(),
                            new String(answer.body(), StandardCharsets.UTF_8)));
        }
        return JSON.readTree(answer.body());
    }
}
