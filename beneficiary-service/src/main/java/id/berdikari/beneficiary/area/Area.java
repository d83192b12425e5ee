package id.berdikari.beneficiary.area;

import id.berdikari.area.Level;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Written only by the area data's own loader. */
@Entity
@Immutable
class Area {
    @Id
    private String code;

    private @Nullable String parentCode;

    @Enumerated(EnumType.STRING)
    private Level level;

    private String name;
    private @Nullable LocalDate validTo;

    Area() {}

    String code() {
        return code;
    }

    @Nullable
    String parentCode() {
        return parentCode;
    }

    Level level() {
        return level;
    }

    String name() {
        return name;
    }

    @Nullable
    LocalDate validTo() {
        return validTo;
    }

    boolean isCurrent() {
        return validTo == null;
    }
}
