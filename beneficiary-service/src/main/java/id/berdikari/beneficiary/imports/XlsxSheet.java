package id.berdikari.beneficiary.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook (ISO/IEC 29500). Numbers of people must be text in it: a number keeps 15 digits only. */
final class XlsxSheet implements Sheet {

    /** A workbook is small text, tightly packed; what grows beyond this was made to fill our memory. */
    private static final long UNPACKED = 256L * 1024 * 1024;

    /** All texts of a workbook stand in one part of whatever name, which is kept in memory; only sheets are not. */
    private static final long UNPACKED_TEXTS = 16L * 1024 * 1024;

    private static final int PARTS = 1_000;
    private static final int LONGEST_CELL = 64 * 1024;

    private final ReadableWorkbook workbook;
    private final Iterator<Row> rows;
    private final Headings headings;

    XlsxSheet(byte[] file) {
        requireModest(file);
        try {
            workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
            rows = workbook.getFirstSheet().openStream().iterator();
        } catch (IOException | RuntimeException broken) {
            throw new UnreadableFile("not-a-workbook", 1);
        }
        var first = read();
        if (first == null) {
            throw new UnreadableFile("heading-missing", 1);
        }
        headings = Headings.of(texts(first));
    }

    @Override
    public Set<Column> columns() {
        return EnumSet.copyOf(headings.columns());
    }

    @Override
    public @Nullable SheetRow next() {
        for (var row = read(); row != null; row = read()) {
            var cells = cells(row);
            if (!cells.cells().isEmpty()) {
                return cells;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private @Nullable Row read() {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (RuntimeException broken) {
            throw new UnreadableFile("not-a-workbook", 1);
        }
    }

    private SheetRow cells(Row row) {
        var cells = new EnumMap<Column, SheetRow.Cell>(Column.class);
        for (var cell : row) {
            if (cell == null || text(cell).isEmpty()) {
                continue;
            }
            if (cell.getColumnIndex() >= headings.columns().size()) {
                throw new UnreadableFile("more-fields-than-headings", row.getRowNum());
            }
            var column = headings.columns().get(cell.getColumnIndex());
            var isNumber = cell.getType() == CellType.NUMBER;
            var text = isNumber && column.kind() == Column.Kind.DATE ? date(cell) : text(cell);
            cells.put(column, new SheetRow.Cell(text, isNumber && column.kind() == Column.Kind.NUMBER_AS_TEXT));
        }
        return new SheetRow(row.getRowNum(), cells);
    }

    private static List<String> texts(Row row) {
        var texts = new ArrayList<String>();
        for (var cell : row) {
            texts.add(cell == null ? "" : text(cell));
        }
        return texts;
    }

    private static String text(Cell cell) {
        var text = cell.getText() == null ? "" : cell.getText().strip();
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
    }

    /** A day is a number of days in a workbook, with a fraction where somebody gave a time. */
    private static String date(Cell cell) {
        var moment = cell.asDate();
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    /** Unpacks it once into nothing, because what a packed file says of its size may be a lie. */
    private static void requireModest(byte[] file) {
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            var entries = Collections.list(zip.getEntries());
            if (entries.size() > PARTS) {
                throw new UnreadableFile("unpacks-too-large", 1);
            }
            var unpacked = 0L;
            for (var entry : entries) {
                var most = entry.getName().startsWith("xl/worksheets/") ? UNPACKED : UNPACKED_TEXTS;
                unpacked += unpack(zip, entry, Math.min(most, UNPACKED - unpacked));
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnreadableFile("not-a-workbook", 1);
        }
    }

    private static long unpack(ZipFile zip, ZipArchiveEntry entry, long most) throws IOException {
        var unpacked = 0L;
        var buffer = new byte[64 * 1024];
        try (var content = zip.getInputStream(entry)) {
            for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                unpacked += read;
                if (unpacked > most) {
                    throw new UnreadableFile("unpacks-too-large", 1);
                }
            }
        }
        return unpacked;
    }
}
