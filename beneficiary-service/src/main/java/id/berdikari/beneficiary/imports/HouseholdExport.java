package id.berdikari.beneficiary.imports;

import com.fasterxml.jackson.databind.JsonNode;
import id.berdikari.beneficiary.registry.BulkExtract;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/** Writes the columns that an import reads, one row a person, some hundred households in memory at a time. */
@ApplicationScoped
class HouseholdExport {

    private static final int HOUSEHOLDS = 200;
    private static final int FLUSH = 1_000;

    private interface Rows {
        void write(List<String> cells) throws IOException;
    }

    private final BulkExtract register;

    HouseholdExport(BulkExtract register) {
        this.register = register;
    }

    void writeCsv(BulkExtract.Reach reach, OutputStream output) throws IOException {
        try (var printer = new CSVPrinter(new OutputStreamWriter(output, StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
            write(
                    reach,
                    cells -> printer.printRecord(
                            cells.stream().map(Formula::harmless).toList()));
        }
    }

    /** Its cells are text, which no program calculates. */
    void writeWorkbook(BulkExtract.Reach reach, OutputStream output) throws IOException {
        try (var workbook = new Workbook(output, "Berdikari", "1.0")) {
            var sheet = workbook.newWorksheet("households");
            var row = new int[1];
            write(reach, cells -> {
                for (var i = 0; i < cells.size(); i++) {
                    if (!cells.get(i).isEmpty()) {
                        sheet.inlineString(row[0], i, cells.get(i));
                    }
                }
                if (++row[0] % FLUSH == 0) {
                    sheet.flush();
                }
            });
        }
    }

    private void write(BulkExtract.Reach reach, Rows rows) throws IOException {
        rows.write(Arrays.stream(Column.values()).map(Column::heading).toList());
        UUID after = null;
        while (true) {
            var page = register.read(reach, after, HOUSEHOLDS);
            for (var household : page) {
                for (var cells : rowsOf(household)) {
                    rows.write(cells);
                }
            }
            if (page.size() < HOUSEHOLDS) {
                return;
            }
            after = page.getLast().householdId();
        }
    }

    private static List<List<String>> rowsOf(BulkExtract.Extract household) {
        var members = household.registration().get("members");
        var rows = new ArrayList<List<String>>();
        for (var i = 0; i < Math.max(1, members.size()); i++) {
            var member = members.get(i);
            var personId =
                    i < household.personIds().size() ? household.personIds().get(i) : null;
            rows.add(Arrays.stream(Column.values())
                    .map(column -> cell(column, household, member, personId))
                    .toList());
        }
        return rows;
    }

    private static String cell(
            Column column, BulkExtract.Extract household, @Nullable JsonNode member, @Nullable UUID personId) {
        return switch (column) {
            case HOUSEHOLD_KEY -> household.householdId().toString();
            case PERSON_KEY -> personId == null ? "" : personId.toString();
            default -> {
                var from = column.isOfHousehold() ? household.registration() : member;
                yield from == null ? "" : text(from.at(column.pointer()));
            }
        };
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(" "))
                : value.isNull() || value.isMissingNode() ? "" : value.asText();
    }
}
