package id.berdikari.acceptance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The Kubernetes manifests, without a cluster: known to its schemas, whole, and of one mind with the services. */
class KubernetesTest {
    private static final Path FOLDER = Path.of("..", "deploy", "kubernetes");
    private static final Set<String> SERVICES = Set.of("beneficiary", "fundraising", "program", "monitoring");

    private static final Map<String, Class<?>> MODELS = Stream.of(
                    ConfigMap.class,
                    Namespace.class,
                    PersistentVolumeClaim.class,
                    Secret.class,
                    Service.class,
                    Deployment.class,
                    Ingress.class,
                    NetworkPolicy.class,
                    PodDisruptionBudget.class,
                    PodMonitor.class,
                    PrometheusRule.class,
                    Kafka.class,
                    KafkaNodePool.class,
                    KafkaTopic.class,
                    KafkaUser.class)
            .collect(Collectors.toMap(Class::getSimpleName, model -> model));

    /** No artifact has these operators' models; the fields we use were checked against CloudNativePG 1.30 and Keycloak 26. */
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "Cluster",
            Set.of(
                    "instances",
                    "imageName",
                    "bootstrap.initdb.database",
                    "bootstrap.initdb.owner",
                    "bootstrap.initdb.dataChecksums",
                    "storage.size",
                    "resources.requests.cpu",
                    "resources.requests.memory",
                    "resources.limits.memory",
                    "postgresql.parameters.max_connections",
                    "postgresql.parameters.shared_buffers",
                    "postgresql.parameters.max_wal_size",
                    "postgresql.parameters.checkpoint_timeout",
                    "postgresql.parameters.log_error_verbosity",
                    "postgresql.synchronous.method",
                    "postgresql.synchronous.number"),
            "Keycloak",
            Set.of(
                    "instances",
                    "db.vendor",
                    "db.host",
                    "db.database",
                    "db.usernameSecret.name",
                    "db.usernameSecret.key",
                    "db.passwordSecret.name",
                    "db.passwordSecret.key",
                    "http.httpEnabled",
                    "hostname.hostname",
                    "hostname.admin",
                    "hostname.backchannelDynamic",
                    "proxy.headers",
                    "ingress.enabled",
                    "resources.requests.cpu",
                    "resources.requests.memory",
                    "resources.limits.memory"));

    /** The models keep fields that they do not know; here they refuse them. */
    private static final JsonMapper STRICT = JsonMapper.builder()
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public Boolean hasAnySetter(Annotated member) {
                    return false;
                }
            })
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"small", "production"})
    void everythingIsKnownToItsSchema(String overlay) throws JsonProcessingException {
        for (var object : objects(overlay)) {
            var kind = object.path("kind").asText();
            if (MODELS.containsKey(kind)) {
                STRICT.treeToValue(object, model(kind));
            } else if (FIELDS.containsKey(kind)) {
                var unknown = leaves(object.path("spec"), "");
                unknown.removeAll(FIELDS.getOrDefault(kind, Set.of()));
                assertEquals(Set.of(), unknown, kind);
            } else {
                assertEquals("KeycloakRealmImport", kind);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Deployment", "NetworkPolicy", "Kafka", "KafkaUser"})
    void aSlipOfThePenIsSeen(String kind) {
        var object = only(objects("small"), kind).values().iterator().next();
        ((ObjectNode) object.path("spec")).put("slip", "of the pen");

        assertThrows(UnrecognizedPropertyException.class, () -> STRICT.treeToValue(object, model(kind)));
    }

    @Test
    void everyFileTakesPart() throws IOException {
        var used = new TreeSet<>(new Kustomization(FOLDER.resolve("overlays/small")).files());
        used.addAll(new Kustomization(FOLDER.resolve("overlays/production")).files());

        try (var files = Files.walk(FOLDER)) {
            assertEquals(
                    files.filter(file -> file.toString().endsWith(".yaml"))
                            .collect(Collectors.toCollection(TreeSet::new)),
                    used);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "production"})
    void everyServiceIsHardenedWatchedAndNeverGone(String overlay) {
        var objects = objects(overlay);
        var deployments = only(objects, "Deployment");

        assertEquals(
                SERVICES.stream().map(name -> name + "-service").collect(Collectors.toSet()), deployments.keySet());
        deployments.forEach((name, deployment) -> {
            var pod = deployment.at("/spec/template/spec");
            var container = pod.at("/containers/0");
            var labels = deployment.at("/spec/template/metadata/labels");
            assertAll(
                    name,
                    () -> assertEquals(1, pod.path("containers").size()),
                    () -> assertEquals(2, deployment.at("/spec/replicas").asInt()),
                    () -> assertEquals(
                            "0",
                            deployment
                                    .at("/spec/strategy/rollingUpdate/maxUnavailable")
                                    .asText()),
                    () -> assertEquals(
                            "false", pod.path("automountServiceAccountToken").asText()),
                    () -> assertEquals("false", pod.path("enableServiceLinks").asText()),
                    () -> assertEquals(
                            "true", pod.at("/securityContext/runAsNonRoot").asText()),
                    () -> assertEquals(
                            "RuntimeDefault",
                            pod.at("/securityContext/seccompProfile/type").asText()),
                    () -> assertEquals(
                            "true",
                            container
                                    .at("/securityContext/readOnlyRootFilesystem")
                                    .asText()),
                    () -> assertEquals(
                            "false",
                            container
                                    .at("/securityContext/allowPrivilegeEscalation")
                                    .asText()),
                    () -> assertEquals(
                            "[\"ALL\"]",
                            container.at("/securityContext/capabilities/drop").toString()),
                    () -> assertEquals(
                            "/q/health/started",
                            container.at("/startupProbe/httpGet/path").asText()),
                    () -> assertEquals(
                            "/q/health/ready",
                            container.at("/readinessProbe/httpGet/path").asText()),
                    () -> assertEquals(
                            "/q/health/live",
                            container.at("/livenessProbe/httpGet/path").asText()),
                    () -> assertTrue(container.at("/resources/limits").has("memory")),
                    () -> assertTrue(container.at("/resources/requests").has("memory")),
                    () -> assertTrue(container.at("/resources/requests").has("cpu")),
                    () -> assertTrue(container.path("image").asText().contains(":"), "an image without a version"),
                    () -> assertTrue(
                            pod.path("terminationGracePeriodSeconds").asInt()
                                    > container
                                                    .at("/lifecycle/preStop/sleep/seconds")
                                                    .asInt()
                                            + 20,
                            "no time to end what was begun"),
                    () -> assertEquals(2, pod.path("topologySpreadConstraints").size()),
                    () -> assertTrue(selects(objects, "PodDisruptionBudget", "/spec/selector/matchLabels", labels)),
                    () -> assertTrue(selects(objects, "Service", "/spec/selector", labels)),
                    () -> assertTrue(selects(objects, "NetworkPolicy", "/spec/podSelector/matchLabels", labels)));
        });
        assertEquals(
                "{\"podSelector\":{},\"policyTypes\":[\"Ingress\",\"Egress\"]}",
                named(objects, "NetworkPolicy", "deny-by-default").path("spec").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "production"})
    void whateverIsReferredToIsThere(String overlay) throws Exception {
        var objects = objects(overlay);
        var known = new HashMap<String, Set<String>>();
        for (var secret : Kustomization.documents(secrets())) {
            STRICT.treeToValue(secret, Secret.class);
            known.put("secret " + name(secret), names(secret.path("stringData")));
        }
        only(objects, "ConfigMap").forEach((name, map) -> known.put("map " + name, names(map.path("data"))));
        only(objects, "PersistentVolumeClaim").keySet().forEach(name -> known.put("claim " + name, Set.of()));
        // What the operators make.
        only(objects, "Cluster").keySet().forEach(name -> {
            known.put("secret " + name + "-app", Set.of("username", "password"));
            known.put("secret " + name + "-ca", Set.of("ca.crt"));
        });
        only(objects, "Kafka")
                .keySet()
                .forEach(name -> known.put("secret " + name + "-cluster-ca-cert", Set.of("ca.crt")));
        only(objects, "KafkaUser").keySet().forEach(name -> known.put("secret " + name, Set.of("sasl.jaas.config")));

        var missing = new TreeSet<String>();
        for (var object : objects) {
            for (var reference : references(object)) {
                var key = reference.split("#", 2);
                if (!known.containsKey(key[0])
                        || (key.length == 2
                                && !known.getOrDefault(key[0], Set.of()).contains(key[1]))) {
                    missing.add(name(object) + " needs " + reference);
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void portsTopicsAndRightsAreThoseOfTheServices() throws IOException {
        var objects = objects("production");
        var topics = new TreeSet<String>();
        for (var service : SERVICES) {
            var settings = settings(service);
            var topic = settings.getProperty("berdikari.topic");
            topics.addAll(List.of(topic, topic + "-dlq"));
            var deployment = named(objects, "Deployment", service + "-service");

            assertEquals(
                    settings.getProperty("quarkus.http.port"),
                    deployment
                            .at("/spec/template/spec/containers/0/ports/0/containerPort")
                            .asText());
            assertEquals(rights(settings), rights(named(objects, "KafkaUser", service + "-service")), service);
        }
        assertEquals(topics, only(objects, "KafkaTopic").keySet());
        only(objects, "KafkaTopic").forEach((name, topic) -> {
            assertEquals(12, topic.at("/spec/partitions").asInt(), name);
            assertEquals(-1, topic.at("/spec/config/retention.ms").asInt(), name);
            assertEquals(3, topic.at("/spec/replicas").asInt(), name);
        });
    }

    @Test
    void eachServiceReachesItsOwnDatabaseAndNoOther() {
        var objects = objects("small");
        for (var service : SERVICES) {
            var text = named(objects, "Deployment", service + "-service").toString();
            var url = "jdbc:postgresql://" + service + "-db-rw:5432/" + service + "?";

            assertTrue(text.contains(url), url);
            assertTrue(only(objects, "Cluster").containsKey(service + "-db"));
            SERVICES.stream()
                    .filter(other -> !other.equals(service))
                    .forEach(
                            other -> assertTrue(!text.contains(other + "-"), service + " names something of " + other));
        }
    }

    @Test
    void theComposeFileSaysTheSame() throws IOException {
        var objects = objects("small");
        var settings = names(named(objects, "ConfigMap", "service-settings").path("data"));
        JsonNode compose;
        try (var file = Files.newBufferedReader(Path.of("..", "docker-compose.yml"))) {
            compose = STRICT.valueToTree(new Yaml().load(file));
        }
        for (var service : SERVICES) {
            var container = named(objects, "Deployment", service + "-service").at("/spec/template/spec/containers/0");
            var composed = compose.path("services").path(service);
            var port = container.at("/ports/0/containerPort").asText();
            var unset = new TreeSet<>(names(composed.path("environment")));
            unset.removeAll(settings);
            unset.removeIf(name -> container.path("env").toString().contains("\"" + name + "\""));
            unset.removeAll(Set.of(
                    "BERDIKARI_SECRET",
                    "BERDIKARI_AUDIT_PRIVATE_KEY",
                    "BERDIKARI_AUDIT_PUBLIC_KEY",
                    "BERDIKARI_MIDTRANS_SERVER_KEY"));

            assertEquals(Set.of(), unset, service);
            assertTrue(composed.at("/ports/0").asText().endsWith(port + ":" + port));
        }
    }

    @Test
    void theRealmIsTheOneOfDocker() throws IOException {
        var realm = STRICT.readTree(Files.readString(Path.of("..", "deploy", "keycloak", "berdikari-realm.json")));

        assertEquals(
                realm,
                named(objects("small"), "KeycloakRealmImport", "berdikari").at("/spec/realm"),
                "run deploy/kubernetes/refresh.sh");
    }

    @Test
    void theAlertsAreThoseOfDocker() throws IOException {
        var alerts =
                new YAMLMapper().readTree(Files.readString(Path.of("..", "deploy", "observability", "alerts.yml")));

        assertEquals(
                alerts,
                named(objects("production"), "PrometheusRule", "berdikari").path("spec"),
                "run deploy/kubernetes/refresh.sh");
    }

    private static List<ObjectNode> objects(String overlay) {
        return new Kustomization(FOLDER.resolve("overlays").resolve(overlay)).objects();
    }

    private static Map<String, ObjectNode> only(List<ObjectNode> objects, String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .collect(Collectors.toMap(KubernetesTest::name, object -> object, (one, _) -> one, TreeMap::new));
    }

    private static ObjectNode named(List<ObjectNode> objects, String kind, String name) {
        return Objects.requireNonNull(only(objects, kind).get(name), name);
    }

    private static Class<?> model(String kind) {
        return Objects.requireNonNull(MODELS.get(kind), kind);
    }

    private static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static boolean selects(List<ObjectNode> objects, String kind, String pointer, JsonNode labels) {
        return only(objects, kind).values().stream()
                .map(object -> object.at(pointer))
                .anyMatch(selector -> !selector.isEmpty()
                        && selector.properties().stream()
                                .allMatch(label -> label.getValue().equals(labels.path(label.getKey()))));
    }

    private static Set<String> leaves(JsonNode node, String path) {
        var found = new TreeSet<String>();
        node.properties().forEach(field -> {
            var name = path + field.getKey();
            if (field.getValue().isObject()) {
                found.addAll(leaves(field.getValue(), name + "."));
            } else {
                found.add(name);
            }
        });
        return found;
    }

    /** Such as {@code secret beneficiary-db-app#password}. */
    private static Set<String> references(JsonNode node) {
        var found = new HashSet<String>();
        reference(found, "secret ", node.path("secretKeyRef"));
        reference(found, "secret ", node.path("usernameSecret"));
        reference(found, "secret ", node.path("passwordSecret"));
        reference(found, "secret ", node.path("secretRef"));
        reference(found, "map ", node.path("configMapRef"));
        for (var placeholder : node.path("placeholders")) {
            reference(found, "secret ", placeholder.path("secret"));
        }
        if (node.at("/secret/secretName").isTextual()) {
            node.at("/secret/items")
                    .forEach(item ->
                            found.add("secret " + node.at("/secret/secretName").asText() + "#"
                                    + item.path("key").asText()));
        }
        if (node.has("claimName")) {
            found.add("claim " + node.path("claimName").asText());
        }
        node.forEach(child -> found.addAll(references(child)));
        return found;
    }

    private static void reference(Set<String> found, String kind, JsonNode to) {
        if (to.has("name")) {
            found.add(kind
                    + to.path("name").asText()
                    + (to.has("key") ? "#" + to.path("key").asText() : ""));
        }
    }

    /** What the script makes of the secrets that docker-compose.yml asks for by name. */
    private String secrets() throws IOException, InterruptedException {
        var environment = temporary.resolve(".env");
        var asked = Pattern.compile("\\$\\{([A-Z_]+):\\?run ./berdikari secrets}")
                .matcher(Files.readString(Path.of("..", "docker-compose.yml")));
        Files.write(
                environment,
                asked.results()
                        .map(secret -> secret.group(1) + "=bm90IGEgc2VjcmV0==")
                        .toList());
        var process = new ProcessBuilder("bash", FOLDER.resolve("secrets.sh").toString(), environment.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return printed;
    }

    private static Properties settings(String service) throws IOException {
        var settings = new Properties();
        try (var reader = Files.newBufferedReader(
                Path.of("..", service + "-service", "src", "main", "resources", "application.properties"))) {
            settings.load(reader);
        }
        return settings;
    }

    /** What a service does with Kafka, by its own settings. */
    private static Set<String> rights(Properties settings) {
        var name = settings.getProperty("quarkus.application.name");
        var topic = settings.getProperty("berdikari.topic");
        var rights = new TreeSet<>(Set.of(
                "topic " + topic + " Create Describe Write",
                "topic " + topic + "-dlq Create Describe",
                "transactionalId " + name + "-relay-* Describe Write"));
        for (var key : settings.stringPropertyNames()) {
            if (key.startsWith("mp.messaging.incoming.") && key.endsWith(".connector")) {
                var consumed = key.split("\\.", -1)[3];
                rights.add("topic " + consumed + " Describe Read");
                rights.add("topic " + consumed + "-dlq Describe Write");
                rights.add("group " + name + " Read");
            }
        }
        return rights;
    }

    private static Set<String> rights(ObjectNode user) {
        return StreamSupport.stream(user.at("/spec/authorization/acls").spliterator(), false)
                .map(acl -> acl.at("/resource/type").asText() + " "
                        + acl.at("/resource/name").asText()
                        + (acl.at("/resource/patternType").asText().equals("prefix") ? "*" : "")
                        + StreamSupport.stream(acl.path("operations").spliterator(), false)
                                .map(operation -> " " + operation.asText())
                                .collect(Collectors.joining()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
