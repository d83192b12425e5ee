package id.berdikari.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A run of faults as a page of Markdown. */
record FaultReport(FaultRun.Outcome outcome, int storiesAtOnce, long seed) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    String markdown() {
        var lines = new ArrayList<String>();
        lines.add("# Fault run");
        lines.add("");
        lines.add("Written by `./berdikari faults`; see [operations](operations.md#when-something-dies) for what an"
                + " operator does in each case.");
        lines.add("");
        summary(lines);
        promises(lines);
        faults(lines);
        if (!outcome.failures().isEmpty()) {
            lines.add("## What went wrong");
            lines.add("");
            outcome.failures().forEach(failure -> lines.add("- " + failure));
            lines.add("");
        }
        return String.join("\n", lines);
    }

    void writeTo(Path file) {
        try {
            Files.writeString(file, markdown());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void summary(List<String> lines) {
        var traffic = outcome.traffic();
        lines.add("| | |");
        lines.add("| --- | --- |");
        lines.add("| outcome | **" + (outcome.isClean() ? "clean" : "NOT CLEAN") + "** |");
        lines.add("| began | %s UTC |".formatted(DAY.format(outcome.began())));
        lines.add("| lasted | %d min %d s, until the last story had ended and everything was looked at |"
                .formatted(outcome.lasted().toMinutes(), outcome.lasted().toSecondsPart()));
        lines.add("| machine | " + machine() + " |");
        lines.add("| seed | %d |".formatted(seed));
        lines.add("| stories | %d whole ones of Story A, %d at a time; %d failed |"
                .formatted(outcome.stories(), storiesAtOnce, outcome.failures().size()));
        lines.add("| requests | %,d sent, %,d of them in vain and sent again; %,d changes accepted |"
                .formatted(traffic.allSent(), traffic.allPostponed(), traffic.allAccepted()));
        lines.add("| faults | %d |".formatted(outcome.struck().size()));
        lines.add("");
    }

    private void promises(List<String> lines) {
        lines.add("## What was promised, and held");
        lines.add("");
        lines.add("| promise | looked at | |");
        lines.add("| --- | ---: | --- |");
        for (var check : outcome.verdict().checks()) {
            lines.add("| %s | %,d | %s |".formatted(check.promise(), check.seen(), verdict(check)));
        }
        lines.add("");
    }

    private static String verdict(Verdict.Check check) {
        if (!check.holds()) {
            return "**BROKEN**: " + String.join("; ", check.breaches());
        }
        return check.seen() > 0 ? "held" : "did not come up";
    }

    private void faults(List<String> lines) {
        lines.add("## What struck");
        lines.add("");
        lines.add("*Ready*: from the mending until all four services said so. *Whole*: from then until a programme was"
                + " funded, which takes an event to another service and one back, and a story had come to its end.");
        lines.add("");
        lines.add("| at (UTC) | fault | victim | lasted | ready | whole |");
        lines.add("| --- | --- | --- | ---: | ---: | ---: |");
        for (var each : outcome.struck()) {
            lines.add("| %s | %s | %s | %s | %s | %s |"
                    .formatted(
                            TIME.format(each.at()),
                            each.fault().kind(),
                            each.fault().victim(),
                            seconds(each.lasted()),
                            seconds(each.untilReady()),
                            seconds(each.untilWhole())));
        }
        lines.add("");
    }

    private static String machine() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return "%d cores, %d GiB, %s %s, %s, Java %s; services, broker, database and stories all on it"
                .formatted(
                        system.getAvailableProcessors(),
                        Math.round(system.getTotalMemorySize() / 1e9 / 1.0737),
                        system.getName(),
                        system.getVersion(),
                        system.getArch(),
                        Runtime.version());
    }

    private static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }
}
