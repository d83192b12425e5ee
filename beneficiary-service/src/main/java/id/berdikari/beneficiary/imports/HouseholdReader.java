package id.berdikari.beneficiary.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a file household by household. */
final class HouseholdReader implements AutoCloseable {

    /** More rows than that under one key are a mistake, and must not fill the memory. */
    private static final int MOST_ROWS = 100;

    private final Sheet sheet;
    private @Nullable SheetRow ahead;

    HouseholdReader(Sheet sheet) throws IOException {
        this.sheet = sheet;
        this.ahead = sheet.next();
    }

    /** Up to that many households; fewer only at the end of the file. */
    List<HouseholdRows> next(int households) throws IOException {
        var read = new ArrayList<HouseholdRows>();
        while (ahead != null && read.size() < households) {
            read.add(household(ahead));
        }
        return read;
    }

    /** Passes over what was taken before the work was interrupted. */
    void skipThrough(long line) throws IOException {
        while (ahead != null && ahead.line() <= line) {
            ahead = sheet.next();
        }
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }

    private HouseholdRows household(SheetRow first) throws IOException {
        var key = first.text(Column.HOUSEHOLD_KEY);
        var rows = new ArrayList<SheetRow>();
        rows.add(first);
        ahead = sheet.next();
        while (ahead != null
                && !key.isEmpty()
                && ahead.text(Column.HOUSEHOLD_KEY).equals(key)) {
            if (rows.size() == MOST_ROWS) {
                throw new UnreadableFile("household-too-large", ahead.line());
            }
            rows.add(ahead);
            ahead = sheet.next();
        }
        return new HouseholdRows(key, sheet.columns(), List.copyOf(rows));
    }
}
