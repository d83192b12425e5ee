package id.berdikari.beneficiary.measurement;

import id.berdikari.beneficiary.identity.Sex;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What one survey says of the poverty of a household by one set, and who lived in it; superseded by a later one, never changed. */
@Entity
@Table(name = "poverty_measurement")
class Measurement {

    /** Somebody who lived there; the person is null since they were erased, disability where nobody had asked. */
    @Embeddable
    record Member(
            @Nullable UUID personId,
            @Enumerated(EnumType.STRING) Sex sex,
            int age,
            @Nullable Boolean disabled) {}

    @Id
    private UUID id;

    private UUID householdId;
    private UUID submissionId;
    private UUID dimensionSetId;
    private UUID instrumentId;
    private String areaCode;
    private LocalDate measuredOn;
    private LocalDate membersOn;
    private int size;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] deprived;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] unknown;

    private @Nullable Integer scoreNumerator;
    private int denominator;
    private @Nullable Boolean poor;
    private @Nullable BigDecimal expenditure;
    private @Nullable BigDecimal expenditurePerHead;
    private @Nullable UUID lineId;
    private @Nullable BigDecimal lineAmount;
    private @Nullable Boolean poorByLine;
    private Instant recordedAt;
    private @Nullable Instant supersededAt;

    @ElementCollection
    @CollectionTable(name = "poverty_measurement_member", joinColumns = @JoinColumn(name = "measurement_id"))
    @OrderColumn(name = "number")
    private List<Member> members = new ArrayList<>();

    Measurement() {}
}
