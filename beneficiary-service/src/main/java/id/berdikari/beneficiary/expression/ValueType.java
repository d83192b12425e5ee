package id.berdikari.beneficiary.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a name in an expression stands for, and which Java values it takes. */
public enum ValueType {
    /** A {@link Boolean}. */
    BOOLEAN(NullableType.create(SimpleType.BOOL)),
    /** An {@link Integer} or {@link Long}. */
    INTEGER(NullableType.create(SimpleType.INT)),
    /** Any {@link Number}, compared as a double. */
    DECIMAL(NullableType.create(SimpleType.DOUBLE)),
    /** A {@link String}. */
    TEXT(NullableType.create(SimpleType.STRING)),
    /** A {@link LocalDate}; in expressions {@code date("2026-01-31")}. */
    DATE(SimpleType.TIMESTAMP),
    /** A collection of strings; null counts as empty. */
    TEXTS(ListType.create(SimpleType.STRING));

    private final CelType type;

    ValueType(CelType type) {
        this.type = type;
    }

    CelType type() {
        return type;
    }

    Object bound(@Nullable Object value) {
        if (value == null) {
            return this == TEXTS ? List.of() : NullValue.NULL_VALUE;
        }
        return switch (this) {
            case BOOLEAN, TEXT -> value;
            case INTEGER -> ((Number) value).longValue();
            case DECIMAL -> ((Number) value).doubleValue();
            case DATE -> ((LocalDate) value).atStartOfDay(ZoneOffset.UTC).toInstant();
            case TEXTS -> List.copyOf((Collection<?>) value);
        };
    }
}
