package id.berdikari.acceptance;

import static id.berdikari.acceptance.Telling.requireThat;
import static id.berdikari.local.Service.BENEFICIARY;

import com.fasterxml.jackson.databind.JsonNode;
import id.berdikari.local.population.HouseholdList;
import id.berdikari.local.population.ListErrors;
import id.berdikari.local.population.Population;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;

/** Brings a list of households into the register as a verifier does: checked first, then run, then once more. */
final class ListImport {
    static final ListErrors ERRORS = new ListErrors(4, 3, 1, 1, 1);

    private static final String IMPORTS = "/api/v1/imports";
    private static final Person VERIFIER = Person.of("verifier", 1);
    private static final int PART = 1 << 20;

    private final Suite suite;
    private final Telling telling;

    ListImport(Suite suite, Telling telling) {
        this.suite = suite;
        this.telling = telling;
    }

    /** Answers how many households the list brings; in a register that has them already, nothing changes. */
    int take(Population population, int households) {
        var file = file(population, households);
        var id = send(file);
        check(id, file);
        var ended = run(id);
        runAgain(file, ended);
        return taken(ended);
    }

    private void check(String id, byte[] file) {
        var path = IMPORTS + "/" + id;
        suite.post(BENEFICIARY, path + "/check", VERIFIER, Map.of()).require(200);
        var checked = telling.awaits(BENEFICIARY, path, VERIFIER, "CHECKED");
        var refused = checked.at("/households/refused").asInt();
        requireThat(refused == ERRORS.refused(), "the check finds what is wrong, but it refuses " + refused);
        var report = suite.get(BENEFICIARY, path + "/report", VERIFIER)
                .require(200)
                .asText()
                .lines()
                .skip(1)
                .map(ListImport::inWords)
                .toList();
        requireThat(report.size() >= refused, "the report names every refused line");
        telling.tell(
                VERIFIER.name(),
                "has a list of households checked before anything changes (%,d kB)".formatted(file.length / 1_024),
                "%s of %d would be taken; refused: %s"
                        .formatted(taken(checked), taken(checked) + refused, String.join("; ", report)),
                suite.url(BENEFICIARY, path + "/report") + "  (verifier)");
    }

    private JsonNode run(String id) {
        var path = IMPORTS + "/" + id;
        suite.post(BENEFICIARY, path + "/run", VERIFIER, Map.of()).require(200);
        var lines = new TreeSet<Integer>();
        var ended = suite.patience().until(path + " is FINISHED", () -> {
            var seen = suite.get(BENEFICIARY, path, VERIFIER);
            lines.add(seen.require(200).path("line").asInt());
            return Telling.reached(seen, "FINISHED");
        });
        telling.tell(
                VERIFIER.name(),
                "runs it and watches it go on, seen at line " + lines,
                "%d households registered, %d known and unchanged, %d left out"
                        .formatted(
                                ended.at("/households/registered").asInt(),
                                ended.at("/households/unchanged").asInt(),
                                ended.at("/households/refused").asInt()),
                suite.url(BENEFICIARY, path) + "  (verifier)");
        return ended;
    }

    private void runAgain(byte[] file, JsonNode before) {
        var path = IMPORTS + "/" + send(file);
        suite.post(BENEFICIARY, path + "/run", VERIFIER, Map.of()).require(200);
        var ended = telling.awaits(BENEFICIARY, path, VERIFIER, "FINISHED");
        var unchanged = ended.at("/households/unchanged").asInt();
        requireThat(unchanged == taken(before), "the same file again changes nothing, but " + ended);
        telling.tell(
                VERIFIER.name(),
                "brings the same file once more, by mistake",
                "nothing changes: all " + unchanged + " are known",
                suite.url(BENEFICIARY, path) + "  (verifier)");
    }

    private String send(byte[] file) {
        var announced = Map.of("format", "CSV", "source", "DTSEN-11.72-2025", "size", file.length);
        var id = telling.again(() -> suite.post(BENEFICIARY, IMPORTS, VERIFIER, announced))
                .require(201)
                .path("id")
                .asText();
        for (var part = 0; part * PART < file.length; part++) {
            var content = Arrays.copyOfRange(file, part * PART, Math.min(file.length, (part + 1) * PART));
            suite.put(BENEFICIARY, IMPORTS + "/" + id + "/parts/" + part, VERIFIER, content)
                    .require(200);
        }
        return id;
    }

    /** A line of the report is: line, column, rule, explanation. */
    private static String inWords(String finding) {
        var cells = finding.split(",", 4);
        return "line %s, %s: %s".formatted(cells[0], cells[1], cells[2]);
    }

    private static int taken(JsonNode ended) {
        return ended.at("/households/registered").asInt()
                + ended.at("/households/unchanged").asInt();
    }

    private static byte[] file(Population population, int households) {
        var file = new StringBuilder();
        try {
            HouseholdList.write(ERRORS.in(population, households), file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }
}
