package id.berdikari.kit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.berdikari.local.test.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Holds a running service against {@code role-matrix.csv}, lines of {@code operationId,METHOD,path,role|role}, where
 * {@code public} stands for no token needed. Every operation of the OpenAPI document is in the file and the other way
 * round, and every operation is called without a token, with a forged one, and with every role.
 */
public final class RoleMatrix {

    private static final List<String> ROLES = List.of(
            "surveyor",
            "verifier",
            "decider",
            "fundraiser",
            "treasurer",
            "program-officer",
            "facilitator",
            "group-officer",
            "monitor",
            "auditor",
            "admin",
            "partner");

    private record Line(String operation, String method, String path, Set<String> roles) {
        static Line of(String text) {
            var parts = text.split(",", -1);
            return new Line(parts[0], parts[1], parts[2], new TreeSet<>(List.of(parts[3].split("\\|", -1))));
        }

        boolean isPublic() {
            return roles.contains("public");
        }

        @Override
        public String toString() {
            return operation + " " + method + " " + path;
        }
    }

    private RoleMatrix() {}

    /** Fails with a list of all differences. */
    public static void verify() {
        var lines = lines();
        assertEquals(documented(), lines.stream().map(Line::toString).collect(Collectors.toCollection(TreeSet::new)));
        var wrong = new ArrayList<String>();
        for (var line : lines) {
            check(line, "no token", given(), line.isPublic() ? Set.of() : Set.of(401), wrong);
            if (!line.isPublic()) {
                check(
                        line,
                        "a forged token",
                        given().auth()
                                .oauth2(TestTokens.forged(
                                        line.roles().iterator().next())),
                        Set.of(401),
                        wrong);
                for (var role : ROLES) {
                    check(
                            line,
                            role,
                            given().auth().oauth2(TestTokens.of(role)),
                            line.roles().contains(role) ? Set.of() : Set.of(403),
                            wrong);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** No expected status means anything but a refusal of the caller. */
    private static void check(
            Line line, String who, RequestSpecification request, Set<Integer> expected, List<String> wrong) {
        var call = request.accept("application/json, application/problem+json, */*;q=0.1");
        if (!"GET".equals(line.method())) {
            call = call.contentType(ContentType.JSON).body("{}");
        }
        var status = call.request(
                        line.method(),
                        line.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString()))
                .statusCode();
        var right = expected.isEmpty() ? status != 401 && status != 403 : expected.contains(status);
        if (!right) {
            wrong.add(line + " with " + who + ": " + status);
        }
    }

    private static Set<String> documented() {
        JsonPath document = given().queryParam("format", "json").get("/openapi").jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        var operations = new TreeSet<String>();
        paths.forEach((path, methods) -> methods.forEach((method, operation) -> operations.add(
                operation.get("operationId") + " " + method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        return operations;
    }

    private static List<Line> lines() {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream("role-matrix.csv")) {
            return new String(Objects.requireNonNull(file, "role-matrix.csv").readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Line::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
