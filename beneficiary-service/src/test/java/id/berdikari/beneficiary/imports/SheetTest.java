package id.berdikari.beneficiary.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {

    private static final String HEADINGS = "household_key,area_code,address,relation,full_name,sex,nik";

    @Test
    void readsCommasAndQuotes() throws IOException {
        var rows = csv(HEADINGS
                + "\r\nK1,33.02.27.1001,\"Jalan \"\"Mawar\"\" 5,\nRT 02\",head,Sutinah,female,3302275403580001\r\n");

        assertEquals(1, rows.size());
        assertEquals("Jalan \"Mawar\" 5,\nRT 02", rows.getFirst().text(Column.ADDRESS));
        assertEquals("3302275403580001", rows.getFirst().text(Column.NIK));
        assertEquals(2, rows.getFirst().line());
    }

    @Test
    void readsWhatSpreadsheetsInIndonesiaWrite() throws IOException {
        var rows = csv("\uFEFF" + HEADINGS.replace(',', ';')
                + ";;\nK1;33.02.27.1001;Jalan Mawar 5, RT 02;HEAD;Sutinah;FEMALE;;;\n;;;;;;\n");

        assertEquals(1, rows.size());
        assertEquals("Jalan Mawar 5, RT 02", rows.getFirst().text(Column.ADDRESS));
        assertEquals("", rows.getFirst().text(Column.NIK));
    }

    @Test
    void countsEmptyLinesAsRowsOfTheSheet() throws IOException {
        var rows = csv(HEADINGS + "\n\nK1,33.02.27.1001,A,HEAD,Sutinah,FEMALE,\n");

        assertEquals(3, rows.getFirst().line());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.30227540358E+15", "3,30227E+15", "33E14"})
    void noticesNumbersThatASpreadsheetSpoilt(String nik) throws IOException {
        var rows = csv(HEADINGS + "\nK1,33.02.27.1001,A,HEAD,Sutinah,FEMALE,\"" + nik + "\"\n");

        assertTrue(isNikSpoilt(rows.getFirst()));
    }

    @Test
    void takesBackTheApostropheOfAnExport() throws IOException {
        for (var text : List.of("=1+1", "+6281234567890", "-5", "@A1", "\tx")) {
            assertEquals("'" + text, Formula.harmless(text));
            assertEquals(text, Formula.harmlessTaken(Formula.harmless(text)));
        }
        assertEquals("Ma'ruf", Formula.harmless("Ma'ruf"));
        assertEquals("'Aisyiyah", Formula.harmlessTaken("'Aisyiyah"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "household_key,area_code,address,relation,full_name,sex,shoe_size|heading-unknown|1",
                "household_key,area_code,address,relation,full_name,sex,sex|heading-twice|1",
                "household_key,area_code,address,relation,full_name|heading-missing|1",
                "''|heading-missing|1"
            })
    void refusesHeadingsThatItDoesNotUnderstand(String headings, String rule, long line) {
        var unreadable = assertThrows(UnreadableFile.class, () -> csv(headings + "\n"));

        assertEquals(rule, unreadable.rule());
        assertEquals(line, unreadable.line());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "K1,33.02.27.1001,A,HEAD,Sutinah,FEMALE,,more|more-fields-than-headings",
                "K1,33.02.27.1001,\"A\"B,HEAD,Sutinah,FEMALE,|quotes-broken"
            })
    void saysInWhichLineItCannotGoOn(String line, String rule) {
        var unreadable = assertThrows(
                UnreadableFile.class,
                () -> csv(HEADINGS + "\nK0,33.02.27.1001,A,HEAD,Sutinah,FEMALE,\n" + line + "\n"));

        assertEquals(rule, unreadable.rule());
        assertEquals(3, unreadable.line());
        assertFalse(String.valueOf(unreadable.getMessage()).contains("Sutinah"));
    }

    @Test
    void refusesOtherEncodings() {
        var latin1 = (HEADINGS + "\nK1,33.02.27.1001,Jalan Caf\u00e9,HEAD,Sutinah,FEMALE,\n")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertEquals(
                "not-utf-8",
                assertThrows(UnreadableFile.class, () -> rows(new CsvSheet(new ByteArrayInputStream(latin1))))
                        .rule());
    }

    /** An endless file stands for two gigabytes behind a quotation mark that nobody closes. */
    @Test
    void givesUpOnAQuotationMarkThatIsNeverClosed() {
        var start = (HEADINGS + "\nK1,\"").getBytes(StandardCharsets.UTF_8);
        var endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };

        assertEquals(
                "record-too-long",
                assertThrows(
                                UnreadableFile.class,
                                () -> rows(new CsvSheet(
                                        new SequenceInputStream(new ByteArrayInputStream(start), endless))))
                        .rule());
    }

    @Test
    void readsAWorkbook() throws IOException {
        var rows = rows(new XlsxSheet(workbook(sheet -> {
            sheet.value(1, 0, "K1");
            sheet.value(1, 4, "Sutinah");
            sheet.value(1, 6, "3302275403580001");
            sheet.value(1, 7, LocalDate.of(1958, 3, 14));
            sheet.value(3, 0, "K2");
            sheet.value(3, 6, 3302275403580001L);
        })));

        assertEquals(List.of(2L, 4L), rows.stream().map(SheetRow::line).toList());
        assertEquals("Sutinah", rows.getFirst().text(Column.FULL_NAME));
        assertEquals("1958-03-14", rows.getFirst().text(Column.BIRTH_DATE));
        assertFalse(isNikSpoilt(rows.getFirst()));
        assertTrue(isNikSpoilt(rows.getLast()));
    }

    @Test
    void refusesWhatIsNoWorkbook() {
        for (var file : List.of(
                new byte[0], "PK-not".getBytes(StandardCharsets.UTF_8), HEADINGS.getBytes(StandardCharsets.UTF_8))) {
            assertEquals(
                    "not-a-workbook",
                    assertThrows(UnreadableFile.class, () -> new XlsxSheet(file))
                            .rule());
        }
    }

    /** What the reader of workbooks throws for it is no refusal of its own. */
    @Test
    void refusesAWorkbookWithABrokenCell() throws IOException {
        var broken = changed(
                workbook(sheet -> sheet.value(1, 0, 424_242)), "<c r=\"A2\"[^>]*>", "<c r=\"A2\" t=\"nonsense\">");

        assertEquals(
                "not-a-workbook",
                assertThrows(UnreadableFile.class, () -> new XlsxSheet(broken).next())
                        .rule());
    }

    /** A mebibyte of zeros packs into a kilobyte. */
    @ParameterizedTest
    @CsvSource({"xl/worksheets/sheet1.xml, 257", "xl/sharedStrings.xml, 49", "xl/texts-by-another-name.xml, 49"})
    void refusesAFileMadeToFillTheMemory(String part, int mebibytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry(part));
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < mebibytes; i++) {
                zip.write(zeros);
            }
        }

        assertTrue(packed.size() < 1024 * 1024);
        assertEquals(
                "unpacks-too-large",
                assertThrows(UnreadableFile.class, () -> new XlsxSheet(packed.toByteArray()))
                        .rule());
    }

    @Test
    void pointsFromTheRegistrationBackToTheColumn() {
        assertEquals(Column.ASSETS, Column.at("/household/assets/1", true));
        assertEquals(Column.WG_WALK, Column.at("/person/functioning/WALK", false));
        assertEquals(Column.LIVELIHOOD, Column.at("/person/livelihood", false));
        assertEquals(Column.HOUSEHOLD_LIVELIHOOD, Column.at("/household/livelihood", true));
        assertNull(Column.at("/person/functioning", false));
    }

    private static List<SheetRow> csv(String text) throws IOException {
        return rows(new CsvSheet(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<SheetRow> rows(Sheet sheet) throws IOException {
        try (sheet) {
            var rows = new ArrayList<SheetRow>();
            for (var row = sheet.next(); row != null; row = sheet.next()) {
                rows.add(row);
            }
            return rows;
        }
    }

    private static boolean isNikSpoilt(SheetRow row) {
        return Objects.requireNonNull(row.cells().get(Column.NIK)).spoilt();
    }

    private static byte[] changed(byte[] workbook, String wanted, String instead) throws IOException {
        var file = Files.createTempFile("workbook", ".xlsx");
        var changed = new ByteArrayOutputStream();
        try {
            Files.write(file, workbook);
            try (var from = new ZipFile(file.toFile());
                    var to = new ZipOutputStream(changed)) {
                for (var entry : Collections.list(from.entries())) {
                    var text = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    to.write(text.replaceAll(wanted, instead).getBytes(StandardCharsets.UTF_8));
                }
            }
        } finally {
            Files.delete(file);
        }
        return changed.toByteArray();
    }

    private static byte[] workbook(Consumer<Worksheet> fill) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var workbook = new Workbook(file, "test", "1.0")) {
            var sheet = workbook.newWorksheet("people");
            var headings = (HEADINGS + ",birth_date").split(",", -1);
            for (var i = 0; i < headings.length; i++) {
                sheet.value(0, i, headings[i]);
            }
            fill.accept(sheet);
        }
        return file.toByteArray();
    }
}
