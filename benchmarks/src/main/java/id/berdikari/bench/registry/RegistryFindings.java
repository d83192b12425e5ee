package id.berdikari.bench.registry;

import id.berdikari.bench.Finding;
import id.berdikari.bench.Latencies;
import id.berdikari.bench.Measured;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The ratios that the stages of a growing register make. */
final class RegistryFindings {

    private static final double P95 = 0.95;

    private RegistryFindings() {}

    static List<Finding> of(List<Stage> stages, SameRows.Copied copied) {
        return List.of(
                againstCopy(stages, copied),
                evenImport(
                        stages,
                        "time a person takes in an import, in the list up to %,d against that up to %,d",
                        stages.getLast().imported().rate()),
                evenImport(
                        stages,
                        "time a person takes in an import, the last ones up to %,d against those up to %,d",
                        stages.getLast().rateAtEnd()),
                answers(stages, "searches, slowest kind: p95", kind -> !kind.equals(Questions.DUPLICATE_CHECK)),
                answers(stages, "duplicate check: p95", Questions.DUPLICATE_CHECK::equals),
                screenings(stages));
    }

    private static Finding againstCopy(List<Stage> stages, SameRows.Copied copied) {
        var persons = stages.getLast().persons();
        var importing =
                stages.stream().mapToDouble(stage -> stage.imported().seconds()).sum();
        var lines = new ArrayList<>(imports(stages));
        var copy = new LinkedHashMap<String, Double>();
        copy.put("people/s", persons / copied.seconds());
        lines.add(new Finding.Line("COPY of all their rows", copy));
        return Finding.atLeast(
                0.25,
                "people imported a second, against COPY of the same final rows",
                copied.seconds() / importing,
                lines,
                List.of(
                        "%,d people are %,d rows (%.1f each) in %d tables: COPY wrote them in %,.0f s on one connection, from binary files, into tables with the same indexes and checks but without foreign keys."
                                .formatted(
                                        persons,
                                        copied.rows(),
                                        (double) copied.rows() / persons,
                                        SameRows.TABLES.size(),
                                        copied.seconds()),
                        "The import reads a CSV, checks every row as a single registration is checked, seals names and numbers, and compares everybody with those who may be the same; in %,.0f s."
                                .formatted(importing),
                        "One thread takes batch after batch, another looks for duplicates among those of the batch before.",
                        "Not counted: sending the parts, and VACUUM ANALYZE and CHECKPOINT after each list."));
    }

    private static Finding evenImport(List<Stage> stages, String title, double rate) {
        var earlier = stages.get(stages.size() - 2);
        return Finding.atMost(
                1.1,
                title.formatted(stages.getLast().persons(), earlier.persons()),
                earlier.imported().rate() / rate,
                imports(stages),
                List.of(
                        "1.0 is even; above it the import grows slower. 0.1 is left for a noisy machine.",
                        "At its end: of the last as many people as the list before had."));
    }

    private static List<Finding.Line> imports(List<Stage> stages) {
        return stages.stream()
                .map(stage -> {
                    var figures = new LinkedHashMap<String, Double>();
                    figures.put("people/s", stage.imported().rate());
                    figures.put("at its end", stage.rateAtEnd());
                    figures.put("CPU µs/person service", stage.imported().cpuMicros("service"));
                    figures.put("CPU µs/person database", stage.imported().cpuMicros("database"));
                    return new Finding.Line(stage.imported().variant(), figures);
                })
                .toList();
    }

    private static Finding answers(List<Stage> stages, String title, Predicate<String> kinds) {
        var first = stages.getFirst();
        var last = stages.getLast();
        var ratio = last.answers().keySet().stream()
                .filter(kinds)
                .mapToDouble(kind -> p95(last, kind) / p95(first, kind))
                .max()
                .orElseThrow();
        var lines = last.answers().keySet().stream()
                .filter(kinds)
                .flatMap(kind -> stages.stream()
                        .map(stage ->
                                answers(stage, kind).line("%s, %,d people".formatted(kind, stage.persons()), "asked")))
                .toList();
        return Finding.atMost(
                1.5,
                "%s at %,d people, against that at %,d".formatted(title, last.persons(), first.persons()),
                ratio,
                lines,
                List.of(
                        "Over HTTP, one question after the other, the kinds in turns, always about the same people, after a round that is not counted; pages of ten."));
    }

    private static double p95(Stage stage, String kind) {
        return answers(stage, kind).percentile(P95);
    }

    private static Latencies answers(Stage stage, String kind) {
        var latencies = stage.answers().get(kind);
        if (latencies == null) {
            throw new IllegalArgumentException(kind);
        }
        return latencies;
    }

    private static Finding screenings(List<Stage> stages) {
        var first = stages.getFirst().screened();
        var last = stages.getLast().screened();
        return Finding.atLeast(
                0.9,
                "households screened a second at %,d people, against that at %,d"
                        .formatted(stages.getLast().persons(), stages.getFirst().persons()),
                last.rate() / first.rate(),
                stages.stream().map(stage -> households(stage.screened())).toList(),
                List.of(
                        "A screening starts within two seconds of being asked for; small ones spend most of their time waiting."));
    }

    private static Finding.Line households(Measured screened) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("households", (double) screened.operations());
        figures.put("households/s", screened.rate());
        figures.put("CPU µs/household service", screened.cpuMicros("service"));
        figures.put("CPU µs/household database", screened.cpuMicros("database"));
        return new Finding.Line(screened.variant(), figures);
    }
}
