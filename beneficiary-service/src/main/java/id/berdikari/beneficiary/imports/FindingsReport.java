package id.berdikari.beneficiary.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Why lines were refused, as a CSV file. */
@ApplicationScoped
class FindingsReport {

    private static final int AT_ONCE = 1_000;

    private final Findings findings;

    FindingsReport(Findings findings) {
        this.findings = findings;
    }

    void write(UUID importId, OutputStream output) throws IOException {
        try (var printer = new CSVPrinter(new OutputStreamWriter(output, StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
            printer.printRecord("line", "column", "rule", "detail");
            var after = "";
            while (true) {
                var key = after;
                var page = QuarkusTransaction.requiringNew().call(() -> findings.after(importId, key, AT_ONCE));
                for (var each : page) {
                    var finding = each.finding();
                    printer.printRecord(finding.line(), finding.column(), finding.rule(), finding.detail());
                }
                if (page.size() < AT_ONCE) {
                    return;
                }
                after = page.getLast().key();
            }
        }
    }
}
