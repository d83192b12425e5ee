package id.berdikari.acceptance;

import com.caoccao.javet.enums.JSRuntimeType;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.NodeRuntime;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.loader.IJavetLibLoadingListener;
import com.caoccao.javet.interop.loader.JavetLibLoader;
import com.caoccao.javet.values.reference.V8ValuePromise;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.file.Path;

/** Node.js inside this JVM, so that the tests need none installed. For one thread at a time. */
final class EmbeddedNode implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final NodeRuntime node;

    private EmbeddedNode(NodeRuntime node) {
        this.node = node;
    }

    /** Unpacks the native library, 80 MB, into the folder; Javet's own choice would leave it in the system's. */
    static EmbeddedNode start(Path libraryFolder) throws JavetException {
        JavetLibLoader.setLibLoadingListener(new IJavetLibLoadingListener() {
            @Override
            public File getLibPath(JSRuntimeType type) {
                return libraryFolder.toFile();
            }
        });
        return new EmbeddedNode(V8Host.getNodeInstance().createV8Runtime());
    }

    /** Calls what a CommonJS module exports, waits for its promise and answers with the value as JSON. */
    JsonNode call(Path module, String function, Object... arguments) throws JavetException, JsonProcessingException {
        // A rejection is caught in the script: Node ends the process, here the JVM, over one that nobody handles.
        var script = """
                (async () => require(%s)[%s](...%s))()
                    .then((value) => ({ value }), (failure) => ({ failure: String(failure?.stack ?? failure) }))
                    .then(JSON.stringify)
                """.formatted(
                        JSON.writeValueAsString(module.toString()),
                        JSON.writeValueAsString(function),
                        JSON.writeValueAsString(arguments));
        try (V8ValuePromise promise = node.getExecutor(script).execute()) {
            node.await();
            if (promise.isPending()) {
                throw new IllegalStateException(function + " waits for something that never comes");
            }
            var outcome = JSON.readTree(promise.getResultString());
            if (outcome.has("failure")) {
                throw new IllegalStateException(outcome.path("failure").asText());
            }
            return outcome.path("value");
        }
    }

    @Override
    public void close() throws JavetException {
        node.close();
    }
}
