package id.berdikari.beneficiary.imports;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180) in UTF-8, with or without a byte order mark, its fields parted by commas or, as spreadsheets in
 * Indonesia write them, by semicolons.
 */
final class CsvSheet implements Sheet {

    /** A quotation mark that is never closed must not swallow the whole file. */
    private static final int LONGEST_RECORD = 64 * 1024;

    private static final int HEADINGS = 16 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVParser parser;
    private final RecordReader reader;
    private final Iterator<CSVRecord> records;
    private final Headings headings;

    CsvSheet(InputStream file) throws IOException {
        var text = new BufferedReader(
                new InputStreamReader(
                        file,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                HEADINGS);
        reader = new RecordReader(text);
        try {
            skipByteOrderMark(text);
            var format = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(delimiter(text))
                    .setIgnoreEmptyLines(false)
                    .get();
            parser = CSVParser.builder().setReader(reader).setFormat(format).get();
            records = parser.iterator();
        } catch (CharacterCodingException wrong) {
            throw new UnreadableFile("not-utf-8", 1);
        }
        var first = read();
        if (first == null) {
            throw new UnreadableFile("heading-missing", 1);
        }
        headings = Headings.of(first.toList());
    }

    @Override
    public Set<Column> columns() {
        return EnumSet.copyOf(headings.columns());
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        for (var record = read(); record != null; record = read()) {
            var row = row(record);
            if (!row.cells().isEmpty()) {
                return row;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private SheetRow row(CSVRecord record) {
        var line = record.getRecordNumber();
        var cells = new EnumMap<Column, SheetRow.Cell>(Column.class);
        for (var i = 0; i < record.size(); i++) {
            var text = Formula.harmlessTaken(record.get(i).strip());
            if (text.isEmpty()) {
                continue;
            }
            if (i >= headings.columns().size()) {
                throw new UnreadableFile("more-fields-than-headings", line);
            }
            var column = headings.columns().get(i);
            cells.put(column, new SheetRow.Cell(text, isSpoilt(column, text)));
        }
        return new SheetRow(line, cells);
    }

    /** A spreadsheet keeps 15 digits of a number and writes the rest as zeros, or all as 3,30227E+15. */
    private static boolean isSpoilt(Column column, String text) {
        return column.kind() == Column.Kind.NUMBER_AS_TEXT && text.matches("[0-9]+([.,][0-9]+)?[eE][+]?[0-9]+");
    }

    private @Nullable CSVRecord read() throws IOException {
        reader.nextRecord();
        try {
            return records.hasNext() ? records.next() : null;
        } catch (RuntimeException failed) {
            throw unreadable(failed);
        }
    }

    private RuntimeException unreadable(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableFile unreadable) {
                return unreadable;
            }
            if (cause instanceof CharacterCodingException) {
                return new UnreadableFile("not-utf-8", reader.records);
            }
            if (cause instanceof CSVException) {
                return new UnreadableFile("quotes-broken", reader.records);
            }
        }
        return failed;
    }

    private static void skipByteOrderMark(Reader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }

    /** Headings hold neither. */
    private static char delimiter(Reader text) throws IOException {
        text.mark(HEADINGS);
        var semicolons = 0;
        var commas = 0;
        for (var i = 0; i < HEADINGS - 1; i++) {
            var character = text.read();
            if (character == -1 || character == '\n' || character == '\r') {
                break;
            }
            semicolons += character == ';' ? 1 : 0;
            commas += character == ',' ? 1 : 0;
        }
        text.reset();
        return semicolons > commas ? ';' : ',';
    }

    /** Counts what is read since a record began. */
    private static final class RecordReader extends FilterReader {
        private long records;
        private int since;

        RecordReader(Reader text) {
            super(text);
        }

        void nextRecord() {
            records++;
            since = 0;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            if (since > LONGEST_RECORD) {
                throw new UnreadableFile("record-too-long", records);
            }
            var read = super.read(buffer, offset, length);
            since += Math.max(0, read);
            return read;
        }
    }
}
