package id.berdikari.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A run's findings, for people and for programs. */
record Report(String title, String measuredOn, boolean quick, Map<String, String> machine, List<Finding> findings) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Writes the Markdown file and beside it the same as JSON. */
    void write(Path markdown) throws IOException {
        Files.createDirectories(markdown.toAbsolutePath().getParent());
        Files.writeString(markdown, markdown());
        var name = markdown.getFileName().toString().replaceFirst("\\.md$", "") + ".json";
        JSON.writeValue(markdown.resolveSibling(name).toFile(), this);
    }

    String markdown() {
        var text = new StringBuilder("# " + title + ", measured on " + measuredOn + "\n\n");
        if (quick) {
            text.append("A quick run: nothing was warmed up, so these figures only show that it runs.\n\n");
        }
        machine.forEach((name, value) ->
                text.append("- ").append(name).append(": ").append(value).append('\n'));
        text.append("\n| what | ratio | budget | |\n| --- | --- | --- | --- |\n");
        for (var finding : findings) {
            text.append("| %s | %s | %s | %s |\n"
                    .formatted(finding.title(), number(finding.ratio()), finding.budget(), verdict(finding)));
        }
        findings.forEach(finding -> text.append(section(finding)));
        return text.toString();
    }

    private static String section(Finding finding) {
        var text = new StringBuilder("\n## " + finding.title() + "\n\n");
        if (!finding.lines().isEmpty()) {
            var columns = finding.lines().getFirst().figures().keySet();
            text.append("| variant | ").append(String.join(" | ", columns)).append(" |\n| --- |");
            text.append(" --- |".repeat(columns.size())).append('\n');
            for (var line : finding.lines()) {
                text.append("| ").append(line.variant()).append(" | ");
                text.append(columns.stream()
                        .map(column -> figure(line.figures().get(column)))
                        .collect(Collectors.joining(" | ")));
                text.append(" |\n");
            }
            text.append('\n');
        }
        finding.notes().forEach(note -> text.append("- ").append(note).append('\n'));
        return text.toString();
    }

    private static String figure(@Nullable Double value) {
        return value == null ? "" : number(value);
    }

    private static String verdict(Finding finding) {
        return finding.met() ? "met" : "missed";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%,.0f", value);
    }
}
