package id.berdikari.beneficiary.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.berdikari.kit.problem.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of one household, as they stand together in a file; read as the body of {@code registerHousehold}. */
record HouseholdRows(String key, List<SheetRow> rows) {

    /** Where a refusal points to in the file. */
    record Place(long line, @Nullable Column column) {}

    private static final Pattern MEMBER = Pattern.compile("^/members/([0-9]+)(/.*)?$");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern ANOTHER = Pattern.compile("[\\s,;|]+");

    /** Silent, so that no log or error can repeat it. */
    @Override
    public String toString() {
        return "HouseholdRows" + rows;
    }

    long firstLine() {
        return rows.getFirst().line();
    }

    long lastLine() {
        return rows.getLast().line();
    }

    List<SheetRow> members() {
        return rows.stream().filter(SheetRow::isOfPerson).toList();
    }

    /** Where the file says of the household something else than in its first row. */
    List<Place> contradictions() {
        var first = rows.getFirst();
        return rows.stream()
                .skip(1)
                .flatMap(row -> row.cells().entrySet().stream()
                        .filter(cell -> cell.getKey().isOfHousehold())
                        .filter(cell -> !cell.getValue().equals(first.cells().get(cell.getKey())))
                        .map(cell -> new Place(row.line(), cell.getKey())))
                .toList();
    }

    /** Where somebody is named by the key of another member. */
    Optional<Place> personTwice() {
        var keys = new HashSet<String>();
        return members().stream()
                .filter(row -> !keys.add(personKey(row)))
                .map(row -> new Place(row.line(), Column.PERSON_KEY))
                .findFirst();
    }

    /** Cells in which a spreadsheet took digits for an amount and lost some. */
    List<Place> spoilt() {
        return rows.stream()
                .flatMap(row -> row.cells().entrySet().stream()
                        .filter(cell -> cell.getValue().spoilt())
                        .map(cell -> new Place(row.line(), cell.getKey())))
                .toList();
    }

    JsonNode registration() {
        var registration = JsonNodeFactory.instance.objectNode();
        registration.putObject("household");
        fill(registration, rows.getFirst(), true);
        var members = registration.putArray("members");
        for (var row : members()) {
            var member = members.addObject();
            member.putObject("person");
            fill(member, row, false);
        }
        return registration;
    }

    /** Where in the file stands what a refusal of the registration points to. */
    Place place(FieldError error) {
        var member = MEMBER.matcher(error.pointer());
        if (!member.matches()) {
            return new Place(firstLine(), Column.at(error.pointer(), true));
        }
        var row = members().get(Integer.parseInt(member.group(1)));
        return new Place(row.line(), member.group(2) == null ? null : Column.at(member.group(2), false));
    }

    /** All that is said of the household, in the columns' order, to notice when a later file says something else. */
    String householdContent() {
        return content(rows.getFirst(), true);
    }

    static String personContent(SheetRow row) {
        return content(row, false);
    }

    /** What its source means by the person: its key for them, else their NIK, else name and birth. */
    static String personKey(SheetRow row) {
        if (!row.text(Column.PERSON_KEY).isEmpty()) {
            return "key:" + row.text(Column.PERSON_KEY);
        }
        if (!row.text(Column.NIK).isEmpty()) {
            return "nik:" + row.text(Column.NIK);
        }
        return "name:" + row.text(Column.FULL_NAME).toLowerCase(Locale.ROOT) + "|" + row.text(Column.BIRTH_DATE) + "|"
                + row.text(Column.BIRTH_YEAR);
    }

    private static String content(SheetRow row, boolean ofHousehold) {
        return row.cells().entrySet().stream()
                .filter(cell -> cell.getKey().isOfHousehold() == ofHousehold)
                .sorted(Map.Entry.comparingByKey())
                .map(cell -> cell.getKey() + "=" + cell.getValue().text())
                .collect(Collectors.joining("\n"));
    }

    private static void fill(ObjectNode target, SheetRow row, boolean ofHousehold) {
        row.cells().forEach((column, cell) -> {
            if (column.isOfHousehold() == ofHousehold && !column.pointer().isEmpty()) {
                put(target, column, cell.text());
            }
        });
    }

    private static void put(ObjectNode root, Column column, String text) {
        var steps = column.pointer().substring(1).split("/", -1);
        var target = root;
        for (var i = 0; i < steps.length - 1; i++) {
            target = target.withObjectProperty(steps[i]);
        }
        var field = steps[steps.length - 1];
        switch (column.kind()) {
            case WHOLE_NUMBER -> {
                if (WHOLE_NUMBER.matcher(text).matches()) {
                    target.put(field, Integer.parseInt(text));
                } else {
                    target.put(field, text);
                }
            }
            case CODE -> target.put(field, text.toUpperCase(Locale.ROOT));
            case CODES -> {
                var codes = target.putArray(field);
                ANOTHER.splitAsStream(text)
                        .filter(code -> !code.isEmpty())
                        .forEach(code -> codes.add(code.toUpperCase(Locale.ROOT)));
            }
            case TEXT, DATE, NUMBER_AS_TEXT -> target.put(field, text);
        }
    }
}
