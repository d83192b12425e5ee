package id.berdikari.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final Measured SERVICE =
            new Measured("service", 1_000, 2, Map.of("database", 0.5, "service", 1.0), 400, 600);

    @Test
    void saysForEachRatioWhetherItsBudgetIsMet() {
        var text = report(false, Finding.atLeast(0.5, "one", 0.5, List.of(), List.of()), missed())
                .markdown();

        assertTrue(text.contains("| one | 0.50 | at least 0.5 | met |"), text);
        assertTrue(text.contains("| two | 0.49 | at least 0.5 | missed |"), text);
    }

    @Test
    void showsWhatItStandsOn() {
        var finding = Finding.atLeast(0.5, "one", 1, List.of(SERVICE.line()), List.of("a note"));

        var text = report(false, finding).markdown();

        assertTrue(text.contains("- cores: 2\n"), text);
        assertTrue(text.contains("| service | 500 | 400 | 600 |"), text);
        assertTrue(text.contains("- a note\n"), text);
    }

    @Test
    void aQuickRunWarnsItsReaders() {
        assertTrue(report(true).markdown().contains("these figures only show that it runs"));
        assertFalse(report(false).markdown().contains("these figures only show that it runs"));
    }

    @Test
    void theSameIsWrittenForPrograms(@TempDir Path folder) throws Exception {
        var file = folder.resolve("results/spine.md");

        report(false, missed()).write(file);

        var json =
                new ObjectMapper().readTree(folder.resolve("results/spine.json").toFile());
        assertEquals(report(false, missed()).markdown(), Files.readString(file));
        assertEquals(0.49, json.at("/findings/0/ratio").asDouble());
        assertFalse(json.at("/findings/0/met").asBoolean(true));
    }

    @Test
    void cpuTimeIsCountedByOperationAndProcess() {
        assertEquals(1_500, SERVICE.cpuMicros("service", "database"));
        assertEquals(500, SERVICE.cpuMicros("database", "unknown"));
    }

    private static Finding missed() {
        return Finding.atLeast(0.5, "two", 0.49, List.of(), List.of());
    }

    private static Report report(boolean quick, Finding... findings) {
        return new Report("The speed", "2026-01-31", quick, Map.of("cores", "2"), List.of(findings));
    }
}
