package id.berdikari.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceJvmTest {
    private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path target = Path.of("");

    @BeforeEach
    void build() throws IOException {
        for (var folder : new String[] {"quarkus", "app", "lib/main", "lib/boot"}) {
            Files.createDirectories(target.resolve("quarkus-app").resolve(folder));
        }
        made("quarkus-app/quarkus-run.jar", BUILT);
        made("quarkus-app/app/a-service.jar", BUILT);
    }

    @Test
    void startsFromTheJarWithoutACache() {
        assertStartsFromTheJar();
    }

    @Test
    void startsFromACacheThatIsNewerThanTheBuild() throws Exception {
        var cache = made(System.getProperty("java.vm.version") + ".aot", BUILT.plusSeconds(1));

        var command = new ServiceJvm(target).command(AotCaches.USED);

        assertTrue(command.contains("-XX:AOTCache=" + cache));
        assertTrue(
                command.contains(target.resolve("quarkus-app/app/a-service.jar").toString()));
    }

    @Test
    void leavesACacheOfAnEarlierBuildAlone() throws Exception {
        made(System.getProperty("java.vm.version") + ".aot", BUILT.minusSeconds(1));

        assertStartsFromTheJar();
    }

    @Test
    void leavesACacheOfAnotherJvmAlone() throws Exception {
        made("24.0.1+9.aot", BUILT.plusSeconds(1));

        assertStartsFromTheJar();
    }

    @Test
    void startsWithACacheThatTheJvmCannotUse() throws Exception {
        var cache = Files.writeString(target.resolve("broken.aot"), "no cache at all");

        var java = new ProcessBuilder(Launch.java(), "-XX:AOTCache=" + cache, "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertTrue(java.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, java.exitValue());
    }

    @Test
    void theImageHasTheSameOptions() throws Exception {
        var dockerfile = Files.readString(ProjectRoot.find().resolve("deploy/Dockerfile"));

        for (var option : Stream.concat(ServiceJvm.OPTIONS.stream(), ServiceJvm.AS_QUARKUS_DOES.stream())
                .toList()) {
            assertTrue(dockerfile.contains(" " + option + " "), option);
        }
    }

    private void assertStartsFromTheJar() {
        var command = new ServiceJvm(target).command(AotCaches.USED);

        assertEquals(target.resolve("quarkus-app/quarkus-run.jar").toString(), command.getLast());
        assertFalse(command.stream().anyMatch(word -> word.startsWith("-XX:AOTCache")));
    }

    private Path made(String file, Instant time) throws IOException {
        var path = Files.writeString(target.resolve(file), "");
        Files.setLastModifiedTime(path, FileTime.from(time));
        return path;
    }
}
