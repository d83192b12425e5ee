package id.berdikari.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.berdikari.local.ComposeSecrets;
import id.berdikari.local.ProjectRoot;
import id.berdikari.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What holds for every container of {@code docker-compose.yml}, read without starting one. */
class ComposeFileTest {
    private static final Path ROOT = ProjectRoot.find();
    private static final JsonNode FILE = read();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)([^}]*)}");
    private static final Pattern SECRET_NAME = Pattern.compile(".*(PASSWORD|SECRET|PRIVATE_KEY|SERVER_KEY)$");
    private static final String REQUIRED = ":?run ./berdikari secrets";

    static List<String> services() {
        var names = new ArrayList<String>();
        FILE.path("services").fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void bringsTheWholeSuite() {
        assertTrue(services().containsAll(List.of("postgres", "kafka", "keycloak")));
        for (var service : Service.values()) {
            assertTrue(services().contains(service.id()), service::id);
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyContainerIsHardened(String name) {
        var service = service(name);

        assertTrue(service.path("read_only").asBoolean(), "read-only");
        assertEquals(List.of("ALL"), texts(service.path("cap_drop")));
        assertTrue(texts(service.path("security_opt")).contains("no-new-privileges:true"));
        for (var opening : List.of("privileged", "cap_add", "devices", "network_mode", "pid", "ipc", "userns_mode")) {
            assertTrue(service.path(opening).isMissingNode(), opening);
        }
        assertFalse(service.path("volumes").toString().contains("docker.sock"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void noContainerRunsAsRoot(String name) throws IOException {
        var service = service(name);
        var user = service.has("user") ? service.path("user").asText() : lastUser(dockerfile(service));

        assertTrue(user.matches("[1-9][0-9]*:[0-9]+"), () -> name + " runs as '" + user + "'");
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyContainerIsWatchedAndLimited(String name) {
        var service = service(name);

        assertFalse(service.at("/healthcheck/test").isEmpty(), "a health check");
        assertTrue(service.at("/healthcheck/start_period").isTextual(), "a start period");
        assertTrue(service.path("mem_limit").asText().matches("[0-9]+[mg]"), "a memory limit");
        assertTrue(service.path("pids_limit").asInt() > 0, "a limit of processes");
        assertEquals("unless-stopped", service.path("restart").asText());
    }

    @ParameterizedTest
    @MethodSource("services")
    void portsAreOpenWhereTheOperatorSaysOnly(String name) {
        for (var port : texts(service(name).path("ports"))) {
            assertTrue(port.matches("\\$\\{BERDIKARI_BIND:-127\\.0\\.0\\.1}:[0-9]+:[0-9]+"), port);
        }
    }

    @Test
    void databasesAndBrokerArePublishedNowhere() {
        assertTrue(FILE.at("/networks/data/internal").asBoolean());
        for (var name : List.of("postgres", "kafka")) {
            assertEquals(List.of("data"), texts(service(name).path("networks")));
            assertTrue(service(name).path("ports").isMissingNode(), name);
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void imagesHavePlainTags(String name) throws IOException {
        var service = service(name);
        var image = service.has("image") ? service.path("image").asText() : from(dockerfile(service));

        assertTrue(image.matches("[a-z0-9./-]+:v?[0-9][a-z0-9.-]*"), image);
    }

    @ParameterizedTest
    @MethodSource("services")
    void secretsComeFromTheEnvironmentFile(String name) {
        service(name).path("environment").properties().forEach(setting -> {
            if (SECRET_NAME.matcher(setting.getKey()).matches()) {
                var value = setting.getValue().asText();
                assertTrue(value.matches("\\$\\{[A-Z_]+" + Pattern.quote(REQUIRED) + "}"), setting::toString);
            }
        });
    }

    @Test
    void everySecretIsWrittenByTheCommandAndUsed(@TempDir Path folder) throws IOException {
        var written = writtenBy(folder.resolve(".env"));

        var required = variables(Files.readString(ROOT.resolve("docker-compose.yml")))
                .filter(variable -> variable.group(2).equals(REQUIRED))
                .map(variable -> variable.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(written, required);
    }

    @Test
    void allOtherVariablesHaveADefaultThatIsNoSecret() throws IOException {
        variables(Files.readString(ROOT.resolve("docker-compose.yml")))
                .filter(variable -> !variable.group(2).equals(REQUIRED))
                .forEach(variable -> {
                    assertTrue(variable.group(2).startsWith(":-"), variable::group);
                    assertFalse(SECRET_NAME.matcher(variable.group(1)).matches(), variable::group);
                });
    }

    @Test
    void noServiceGetsTheSecretsOfAnother() {
        for (var service : Service.values()) {
            var own = "BERDIKARI_" + service.id().toUpperCase(Locale.ROOT) + "_";
            variables(service(service.id()).path("environment").toString())
                    .filter(variable -> variable.group(2).equals(REQUIRED))
                    .map(variable -> variable.group(1))
                    .filter(variable ->
                            service != Service.FUNDRAISING || !variable.equals("BERDIKARI_MIDTRANS_SERVER_KEY"))
                    .forEach(variable -> assertTrue(variable.startsWith(own), () -> service + " gets " + variable));
        }
    }

    @Test
    void theEnvironmentFileIsNeverCommitted() throws IOException {
        assertTrue(Files.readAllLines(ROOT.resolve(".gitignore")).contains(".env"));
    }

    @Test
    void auditAnchorsOutliveTheirContainers() {
        for (var service : Service.values()) {
            var anchor = service(service.id())
                    .at("/environment/BERDIKARI_AUDIT_ANCHOR")
                    .asText();
            var volume = service.id() + "-audit:" + Path.of(anchor).getParent();

            assertEquals(List.of(volume), texts(service(service.id()).path("volumes")));
            assertNotEquals("", anchor);
        }
    }

    private static JsonNode read() {
        try (var text = Files.newBufferedReader(ROOT.resolve("docker-compose.yml"))) {
            return new ObjectMapper().valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode service(String name) {
        return FILE.path("services").path(name);
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static Path dockerfile(JsonNode service) {
        var build = service.path("build");
        var context = ROOT.resolve(
                build.isTextual() ? build.asText() : build.path("context").asText());
        return context.resolve(build.path("dockerfile").asText("Dockerfile")).normalize();
    }

    private static String lastUser(Path dockerfile) throws IOException {
        return instructions(dockerfile, "USER ").reduce("", (earlier, later) -> later);
    }

    private static String from(Path dockerfile) throws IOException {
        return instructions(dockerfile, "FROM ").reduce("", (earlier, later) -> later);
    }

    private static Stream<String> instructions(Path dockerfile, String keyword) throws IOException {
        return Files.readAllLines(dockerfile).stream()
                .filter(line -> line.startsWith(keyword))
                .map(line -> line.substring(keyword.length()).strip());
    }

    private static Stream<MatchResult> variables(String text) {
        return VARIABLE.matcher(text).results();
    }

    private static Set<String> writtenBy(Path file) throws IOException {
        ComposeSecrets.write(file);
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("BERDIKARI_"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
