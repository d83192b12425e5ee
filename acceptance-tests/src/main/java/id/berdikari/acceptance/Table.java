package id.berdikari.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text with a heading; the first column stands to the left, numbers to the right. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        rows.add(List.of(headings));
    }

    void row(Object... cells) {
        rows.add(IntStream.range(0, cells.length)
                .mapToObj(cell -> cells[cell].toString())
                .toList());
    }

    /** A share as people read it; a dash where it is not defined or hidden. */
    static String percent(JsonNode figure) {
        return figure.path("decimal").isTextual()
                ? percent(new BigDecimal(figure.path("decimal").asText()))
                : "-";
    }

    static String decimal(JsonNode figure) {
        return figure.path("decimal").isTextual()
                ? new BigDecimal(figure.path("decimal").asText())
                        .setScale(3, RoundingMode.HALF_UP)
                        .toString()
                : "-";
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP) + " %";
    }

    @Override
    public String toString() {
        return rows.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(List<String> row) {
        var line = new StringBuilder("   ");
        for (var column = 0; column < row.size(); column++) {
            var padding = " ".repeat(width(column) - row.get(column).length());
            line.append(' ').append(column == 0 ? row.get(column) + padding : ' ' + padding + row.get(column));
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }
}
