package id.berdikari.beneficiary.imports;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.berdikari.kit.problem.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of one household, as they stand together in a file; read as the body of {@code registerHousehold}. */
record HouseholdRows(String key, Set<Column> columns, List<SheetRow> rows) {

    /** Where a refusal points to in the file. */
    record Place(long line, @Nullable Column column) {}

    private static final Pattern MEMBER = Pattern.compile("^/members/([0-9]+)(/.*)?$");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final int REGENCY = "33.02".length();
    private static final Pattern ANOTHER = Pattern.compile("[\\s,;|]+");

    /** Silent, so that no log or error can repeat it. */
    @Override
    public String toString() {
        return "HouseholdRows" + rows;
    }

    /** By which its source means the household: lists of two kabupaten may count from 1 both. */
    String sourceKey() {
        var area = rows.getFirst().text(Column.AREA_CODE);
        return area.substring(0, Math.min(REGENCY, area.length())) + "|" + key;
    }

    /** A row of somebody unknown to a known household, without a key to tell them from a member who is written otherwise now. */
    Optional<Place> unnamed(Predicate<SheetRow> isKnown) {
        return members().stream()
                .filter(row -> row.text(Column.PERSON_KEY).isEmpty() && !isKnown.test(row))
                .map(row -> new Place(row.line(), Column.PERSON_KEY))
                .findFirst();
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

    /** As a household that nobody knows yet. */
    JsonNode registration() {
        var nothing = JsonNodeFactory.instance.objectNode();
        nothing.putObject("household");
        var members = nothing.putArray("members");
        members().forEach(_ -> members.addObject().putObject("person"));
        return laidOver(nothing);
    }

    /** What stands in the register, with one member for each row, changed by what the file says. */
    JsonNode laidOver(ObjectNode standing) {
        say(standing, rows.getFirst(), true);
        var members = members();
        for (var i = 0; i < members.size(); i++) {
            say((ObjectNode) standing.path("members").path(i), members.get(i), false);
        }
        return standing;
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

    private void say(ObjectNode target, SheetRow row, boolean ofHousehold) {
        columns.stream()
                .filter(column -> column.isOfHousehold() == ofHousehold)
                .flatMap(column -> column.replaced().stream())
                .map(JsonPointer::compile)
                .forEach(pointer -> {
                    if (target.at(pointer.head()) instanceof ObjectNode parent) {
                        parent.remove(pointer.last().getMatchingProperty());
                    }
                });
        fill(target, row, ofHousehold);
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
