package id.berdikari.bench.registry;

import com.fasterxml.jackson.databind.JsonNode;
import id.berdikari.local.LocalProblem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A list that is taken into the register as a district would bring it. */
final class ListImport {

    private static final String VERIFIER = "verifier-1";
    private static final int PART = 1024 * 1024;

    /** How far an import was after some time. */
    record Sample(double seconds, long rows) {}

    /**
     * An import that is through.
     *
     * @param sendSeconds until all parts had arrived
     * @param seconds from when it was told to run until it was through
     */
    record Done(double sendSeconds, double seconds, List<Sample> samples) {

        /** People a second among the last so many rows of the file, as far as the samples tell. */
        double rateOfLast(long rows) {
            var row = samples.getLast().rows() - rows;
            var from = samples.stream()
                    .filter(each -> each.rows() >= row)
                    .findFirst()
                    .orElseThrow();
            var last = samples.getLast();
            return (last.rows() - from.rows()) / (last.seconds() - from.seconds());
        }
    }

    private final RegistryDesk desk;

    ListImport(RegistryDesk desk) {
        this.desk = desk;
    }

    Done take(Path list, String source) throws IOException, InterruptedException {
        var sending = System.nanoTime();
        var id = send(list, source);
        var start = System.nanoTime();
        desk.post(VERIFIER, "/imports/" + id + "/run", Map.of());
        var samples = new ArrayList<Sample>();
        JsonNode now;
        do {
            TimeUnit.MILLISECONDS.sleep(500);
            now = desk.get(VERIFIER, "/imports/" + id);
            samples.add(new Sample(since(start), now.path("line").asLong()));
        } while (now.path("status").asText().equals("RUNNING"));
        if (!now.path("status").asText().equals("FINISHED")
                || now.at("/households/refused").asLong() > 0) {
            throw new LocalProblem("The import ended as " + now);
        }
        return new Done((start - sending) / 1e9, samples.getLast().seconds(), samples);
    }

    private String send(Path list, String source) throws IOException, InterruptedException {
        var size = Files.size(list);
        var announced = Map.of("format", "CSV", "source", source, "size", size);
        var id = desk.post(VERIFIER, "/imports", announced).path("id").asText();
        try (var file = new RandomAccessFile(list.toFile(), "r")) {
            for (var number = 0; (long) number * PART < size; number++) {
                var part = new byte[(int) Math.min(PART, size - (long) number * PART)];
                file.readFully(part);
                desk.put(VERIFIER, "/imports/" + id + "/parts/" + number, BodyPublishers.ofByteArray(part));
            }
        }
        return id;
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
