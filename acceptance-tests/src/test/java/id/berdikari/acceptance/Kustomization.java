package id.berdikari.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * As much of Kustomize as {@code deploy/kubernetes} uses, so that the tests need no kubectl: resources, components,
 * patches by target, images, and ConfigMaps from literals, whose names keep no hash here. Whatever else a kustomization
 * says is an error.
 */
final class Kustomization {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> KNOWN = Set.of(
            "apiVersion", "kind", "namespace", "resources", "components", "patches", "images", "configMapGenerator");

    private final List<ObjectNode> objects = new ArrayList<>();
    private final Set<Path> files = new TreeSet<>();

    Kustomization(Path folder) {
        read(folder.normalize());
    }

    /** What would be applied. */
    List<ObjectNode> objects() {
        return objects;
    }

    /** Every file that took part. */
    Set<Path> files() {
        return files;
    }

    static List<ObjectNode> documents(String yaml) {
        try (YAMLParser parser = new YAMLFactory().createParser(yaml)) {
            return YAML.readerFor(ObjectNode.class)
                    .<ObjectNode>readValues(parser)
                    .readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Path folder) {
        var kustomization = documentsOf(folder.resolve("kustomization.yaml")).getFirst();
        kustomization.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                throw new IllegalStateException(folder + " uses " + name);
            }
        });
        for (var list : List.of("resources", "components")) {
            kustomization.path(list).forEach(entry -> {
                var path = folder.resolve(entry.asText()).normalize();
                if (Files.isDirectory(path)) {
                    read(path);
                } else {
                    objects.addAll(documentsOf(path));
                }
            });
        }
        kustomization.path("configMapGenerator").forEach(this::generate);
        kustomization.path("patches").forEach(patch -> {
            var changes =
                    documentsOf(folder.resolve(patch.path("path").asText())).getFirst();
            objects.stream()
                    .filter(object -> isMeant(object, patch.path("target")))
                    .forEach(object -> merge(object, changes));
        });
        kustomization.path("images").forEach(this::tag);
    }

    private List<ObjectNode> documentsOf(Path file) {
        files.add(file);
        try {
            return documents(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void generate(JsonNode generator) {
        var map = YAML.createObjectNode().put("apiVersion", "v1").put("kind", "ConfigMap");
        map.putObject("metadata").put("name", generator.path("name").asText());
        var data = map.putObject("data");
        generator.path("literals").forEach(literal -> {
            var pair = literal.asText().split("=", 2);
            data.put(pair[0], pair[1]);
        });
        objects.add(map);
    }

    private static boolean isMeant(ObjectNode object, JsonNode target) {
        var label = target.path("labelSelector").asText().split("=", 2);
        return object.path("kind").asText().equals(target.path("kind").asText())
                && object.path("apiVersion")
                        .asText()
                        .startsWith(target.path("group").asText())
                && (label.length == 1
                        || object.at("/metadata/labels").path(label[0]).asText().equals(label[1]));
    }

    /** A strategic merge: lists of Kubernetes' own kinds merge by name, lists of custom kinds are replaced. */
    private static void merge(ObjectNode object, ObjectNode patch) {
        var name = object.at("/metadata/name").asText();
        merge(object, patch, object.path("apiVersion").asText().matches("v1|apps/v1"));
        ((ObjectNode) object.path("metadata")).put("name", name);
    }

    private static void merge(ObjectNode object, ObjectNode patch, boolean byName) {
        patch.properties().forEach(change -> {
            var before = object.path(change.getKey());
            if (before instanceof ObjectNode inner && change.getValue() instanceof ObjectNode changes) {
                merge(inner, changes, byName);
            } else if (byName && before instanceof ArrayNode list && isNamed(change.getValue())) {
                change.getValue().forEach(element -> mergeInto(list, (ObjectNode) element));
            } else {
                object.set(change.getKey(), change.getValue().deepCopy());
            }
        });
    }

    private static void mergeInto(ArrayNode list, ObjectNode element) {
        for (var each : list) {
            if (each.path("name").equals(element.path("name"))) {
                merge((ObjectNode) each, element, true);
                return;
            }
        }
        list.add(element.deepCopy());
    }

    private static boolean isNamed(JsonNode list) {
        return list.isArray() && list.path(0).has("name");
    }

    private void tag(JsonNode image) {
        for (var object : objects) {
            for (var container : object.at("/spec/template/spec/containers")) {
                if (container.path("image").equals(image.path("name"))) {
                    ((ObjectNode) container)
                            .put(
                                    "image",
                                    image.path("name").asText() + ":"
                                            + image.path("newTag").asText());
                }
            }
        }
    }
}
