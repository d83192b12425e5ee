package id.berdikari.beneficiary.imports;

import java.util.Map;

/** A row that says something; {@code line} is its place in the file, 1 the headings. */
record SheetRow(long line, Map<Column, Cell> cells) {

    /** What somebody wrote, stripped, never empty; {@code spoilt} where a program has taken digits for an amount. */
    record Cell(String text, boolean spoilt) {}

    /** Silent, so that no log or error can repeat it. */
    @Override
    public String toString() {
        return "SheetRow[" + line + "]";
    }

    String text(Column column) {
        var cell = cells.get(column);
        return cell == null ? "" : cell.text();
    }

    boolean isOfPerson() {
        return cells.keySet().stream().anyMatch(column -> !column.isOfHousehold());
    }
}
