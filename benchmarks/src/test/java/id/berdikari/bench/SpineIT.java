package id.berdikari.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench runs against the service as it is: it records its statements, and finds all that was counted booked. */
class SpineIT {

    @Test
    void measuresPayments(@TempDir Path folder) throws Exception {
        var markdown = folder.resolve("spine.md");

        var exit = Bench.run(
                "spine", "--quick", "--only", "payment", "--port-base", "18180", "--report", markdown.toString());

        assertEquals(0, exit);
        var report = new ObjectMapper().readTree(folder.resolve("spine.json").toFile());
        assertEquals(2, report.path("findings").size());
        for (var finding : report.path("findings")) {
            for (var line : finding.path("lines")) {
                assertTrue(line.path("figures").path("operations/s").asDouble() > 0, line.toString());
                assertTrue(line.path("figures").path("CPU µs/op database").asDouble() > 0, line.toString());
            }
        }
    }
}
