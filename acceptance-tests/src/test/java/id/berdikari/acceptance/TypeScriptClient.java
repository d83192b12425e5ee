package id.berdikari.acceptance;

import com.caoccao.javet.exceptions.JavetException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A generated TypeScript client in a folder of its own, with the hand-written files that use it. */
final class TypeScriptClient implements AutoCloseable {
    private static final Path TOOLS =
            Path.of(System.getProperty("client.tools", "target/client-tools")).toAbsolutePath();
    private static final long GENERATION_SECONDS = 120;

    private final Path folder;
    private final EmbeddedNode node;

    private TypeScriptClient(Path folder, EmbeddedNode node) {
        this.folder = folder;
        this.node = node;
    }

    /** Takes a file or an address. The generator has a JVM of its own: its jar brings other versions of our libraries. */
    static TypeScriptClient generate(String openApi, Path folder)
            throws IOException, InterruptedException, JavetException {
        var log = folder.resolve("generator.log");
        var generator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        TOOLS.resolve("openapi-generator-cli.jar").toString(),
                        "generate",
                        "--generator-name=typescript-fetch",
                        "--input-spec=" + openApi,
                        "--output=" + folder.resolve("generated"),
                        "--global-property=apiDocs=false,modelDocs=false")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!generator.waitFor(GENERATION_SECONDS, TimeUnit.SECONDS) || generator.exitValue() != 0) {
                throw new IllegalStateException("No client was generated:\n" + Files.readString(log));
            }
        } finally {
            generator.destroyForcibly();
        }
        return new TypeScriptClient(folder, EmbeddedNode.start(TOOLS.resolve("node")));
    }

    void add(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }

    /** Answers with one line for each complaint of the TypeScript compiler; JavaScript is written only without any. */
    List<String> compile(String file) throws JavetException, JsonProcessingException {
        var compiler = TOOLS.resolve("typescript/typescript.js").toString();
        var complaints = new ArrayList<String>();
        node.call(folder.resolve("compile.cjs"), "compile", compiler, folder.toString(), file)
                .forEach(complaint -> complaints.add(complaint.asText()));
        return complaints;
    }

    JsonNode call(String module, String function, Object... arguments) throws JavetException, JsonProcessingException {
        return node.call(folder.resolve("javascript").resolve(module + ".js"), function, arguments);
    }

    @Override
    public void close() throws JavetException {
        node.close();
    }
}
