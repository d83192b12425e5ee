package id.berdikari.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What docs/operations.md tells operators about metrics and alerts. */
final class OperatorsGuide {
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:berdikari|http|jvm|process)_[a-z_]+\\b(?!\\()", Pattern.MULTILINE);
    private static final Pattern ROW = Pattern.compile("^\\| (`[^|]+) \\|", Pattern.MULTILINE);
    private static final Pattern ALERT = Pattern.compile("^### (\\w+)$", Pattern.MULTILINE);

    private OperatorsGuide() {}

    static Set<String> metrics() {
        return ROW.matcher(section("Metrics"))
                .results()
                .flatMap(row -> namedIn(row.group(1)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> alerts() {
        return ALERT.matcher(section("Alerts"))
                .results()
                .map(alert -> alert.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The metrics that a text names; a histogram's or timer's parts count as the metric itself. */
    static Set<String> namedIn(String text) {
        return METRIC.matcher(text)
                .results()
                .map(name -> name.group().replaceFirst("(_seconds)_(bucket|count|sum|max)$", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String section(String title) {
        try {
            var guide = Files.readString(Path.of("../docs/operations.md"));
            var begin = guide.indexOf("\n## " + title + "\n");
            var end = guide.indexOf("\n## ", begin + 1);
            return guide.substring(begin, end);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
