package id.berdikari.beneficiary.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of a file, one row a person; those of the household stand in its first row, and may be repeated. */
enum Column {
    HOUSEHOLD_KEY("", Kind.TEXT),
    SINCE("/since", Kind.DATE),
    AREA_CODE("/household/areaCode", Kind.TEXT),
    ADDRESS("/household/address", Kind.TEXT),
    FAMILY_CARD("/household/familyCard", Kind.NUMBER_AS_TEXT),
    HOUSEHOLD_LIVELIHOOD("/household/livelihood", Kind.CODE),
    ASSETS("/household/assets", Kind.CODES),
    CAUSES("/household/causes", Kind.CODES),
    DTSEN_DECILE("/household/dtsen/decile", Kind.WHOLE_NUMBER),
    DTSEN_DATE("/household/dtsen/date", Kind.DATE),
    PERSON_KEY("", Kind.TEXT),
    RELATION("/relation", Kind.CODE),
    FULL_NAME("/person/fullName", Kind.TEXT),
    SEX("/person/sex", Kind.CODE),
    BIRTH_DATE("/person/birthDate", Kind.DATE),
    BIRTH_YEAR("/person/birthYear", Kind.WHOLE_NUMBER),
    NIK("/person/nik", Kind.NUMBER_AS_TEXT),
    PHONE("/person/phone", Kind.NUMBER_AS_TEXT),
    EDUCATION("/person/education", Kind.CODE),
    MARITAL_STATUS("/person/maritalStatus", Kind.CODE),
    LIVELIHOOD("/person/livelihood", Kind.CODE),
    WG_SEE("/person/functioning/SEE", Kind.WHOLE_NUMBER),
    WG_HEAR("/person/functioning/HEAR", Kind.WHOLE_NUMBER),
    WG_WALK("/person/functioning/WALK", Kind.WHOLE_NUMBER),
    WG_REM("/person/functioning/REM", Kind.WHOLE_NUMBER),
    WG_CARE("/person/functioning/CARE", Kind.WHOLE_NUMBER),
    WG_COMM("/person/functioning/COMM", Kind.WHOLE_NUMBER);

    enum Kind {
        TEXT,
        CODE,
        CODES,
        DATE,
        WHOLE_NUMBER,
        /** Digits that are a name rather than an amount; spreadsheets spoil them. */
        NUMBER_AS_TEXT
    }

    private final String pointer;
    private final Kind kind;

    Column(String pointer, Kind kind) {
        this.pointer = pointer;
        this.kind = kind;
    }

    /** Where its value goes: in the registration of a household or, for a person's column, in the member. */
    String pointer() {
        return pointer;
    }

    /**
     * What a row puts another value for: the column's own, or all of what only counts together, such as the six answers. A
     * column that a file does not have leaves what is known.
     */
    List<String> replaced() {
        return switch (this) {
            case HOUSEHOLD_KEY, PERSON_KEY -> List.of();
            case BIRTH_DATE, BIRTH_YEAR -> List.of(BIRTH_DATE.pointer, BIRTH_YEAR.pointer);
            case DTSEN_DECILE, DTSEN_DATE -> List.of("/household/dtsen");
            case WG_SEE, WG_HEAR, WG_WALK, WG_REM, WG_CARE, WG_COMM -> List.of("/person/functioning");
            default -> List.of(pointer);
        };
    }

    Kind kind() {
        return kind;
    }

    boolean isOfHousehold() {
        return compareTo(PERSON_KEY) < 0;
    }

    /** As it stands in the first line of a file. */
    String heading() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Column> headed(String heading) {
        var wanted = heading.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> column.heading().equals(wanted))
                .findFirst();
    }

    /** The column whose value, or a part of it, stands at this pointer of a household or of a member. */
    static @Nullable Column at(String pointer, boolean ofHousehold) {
        return Arrays.stream(values())
                .filter(column -> column.isOfHousehold() == ofHousehold && !column.pointer.isEmpty())
                .filter(column -> pointer.equals(column.pointer) || pointer.startsWith(column.pointer + "/"))
                .findFirst()
                .orElse(null);
    }
}
