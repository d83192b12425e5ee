package id.berdikari.beneficiary.imports;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The first line of a file: which column stands where. */
record Headings(List<Column> columns) {

    private static final Set<Column> REQUIRED = EnumSet.of(
            Column.HOUSEHOLD_KEY, Column.AREA_CODE, Column.ADDRESS, Column.RELATION, Column.FULL_NAME, Column.SEX);

    /** Empty headings at the end are forgotten columns of a spreadsheet. */
    static Headings of(List<String> line) {
        var headings = new ArrayList<>(line);
        while (!headings.isEmpty() && headings.getLast().isBlank()) {
            headings.removeLast();
        }
        var columns =
                headings.stream().map(Column::headed).flatMap(Optional::stream).toList();
        if (columns.size() < headings.size()) {
            throw new UnreadableFile("heading-unknown", 1);
        }
        var distinct = columns.isEmpty() ? EnumSet.noneOf(Column.class) : EnumSet.copyOf(columns);
        if (distinct.size() < columns.size()) {
            throw new UnreadableFile("heading-twice", 1);
        }
        if (!distinct.containsAll(REQUIRED)) {
            throw new UnreadableFile("heading-missing", 1);
        }
        return new Headings(columns);
    }
}
