package id.berdikari.beneficiary.measurement;

import id.berdikari.beneficiary.identity.Sex;
import id.berdikari.beneficiary.measure.Fraction;
import id.berdikari.beneficiary.registry.Residents;
import id.berdikari.beneficiary.survey.SurveyState;
import id.berdikari.kit.identifier.Identifiers;
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
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What one survey says of the poverty of a household by one set, and who lived in it. Never written again as a whole, so that a
 * correction at the same time brings nobody back who is being forgotten.
 */
@Entity
@Immutable
@Table(name = "poverty_measurement")
class Measurement {

    /** Somebody who lived there; the person is null since they were erased, disability where nobody had asked. */
    @Embeddable
    record Member(
            @Nullable UUID personId,
            @Enumerated(EnumType.STRING) Sex sex,
            int age,
            @Nullable Boolean disabled) {}

    private static final int CENTS = 2;

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

    @Immutable
    @ElementCollection
    @CollectionTable(name = "poverty_measurement_member", joinColumns = @JoinColumn(name = "measurement_id"))
    @OrderColumn(name = "number")
    private List<Member> members = new ArrayList<>();

    Measurement() {}

    Measurement(
            DimensionSet set,
            SurveyState survey,
            Dimensions.Judgement judgement,
            Residents.Composed household,
            @Nullable PovertyLine line,
            Instant at) {
        this.id = Identifiers.next();
        this.householdId = survey.subjectId();
        this.submissionId = survey.id();
        this.dimensionSetId = set.id();
        this.instrumentId = survey.instrumentId();
        this.areaCode = survey.areaCode();
        this.measuredOn = survey.surveyedOn();
        this.membersOn = household.on();
        this.size = household.members().size();
        this.deprived = judgement.deprived().toArray(String[]::new);
        this.unknown = judgement.unknown().toArray(String[]::new);
        this.scoreNumerator = judgement.score();
        this.denominator = judgement.denominator();
        this.poor = judgement.poor();
        this.expenditure = judgement.expenditure();
        if (line != null) {
            this.lineId = line.id();
            this.lineAmount = line.amount();
        }
        var perHead = perHead();
        this.expenditurePerHead = perHead == null ? null : rounded(perHead);
        if (perHead != null && line != null) {
            this.poorByLine = perHead.compareTo(Fraction.of(line.amount())) < 0;
        }
        this.recordedAt = at;
        household
                .members()
                .forEach(each -> members.add(new Member(each.personId(), each.sex(), each.age(), each.disabled())));
    }

    /** Whether another one of the same survey by the same set finds the same. */
    boolean finds(Measurement other) {
        return areaCode.equals(other.areaCode)
                && measuredOn.equals(other.measuredOn)
                && membersOn.equals(other.membersOn)
                && List.of(deprived).equals(List.of(other.deprived))
                && List.of(unknown).equals(List.of(other.unknown))
                && isSame(expenditure, other.expenditure)
                && Objects.equals(lineId, other.lineId)
                && List.copyOf(members).equals(List.copyOf(other.members));
    }

    /** Null where something is unknown. */
    @Nullable
    Fraction score() {
        return scoreNumerator == null
                ? null
                : new Fraction(BigInteger.valueOf(scoreNumerator), BigInteger.valueOf(denominator));
    }

    /** What each member has to spend in a month; null where nobody answered or nobody lived there. */
    @Nullable
    Fraction perHead() {
        if (expenditure == null || size == 0) {
            return null;
        }
        var whole = Fraction.of(expenditure);
        return new Fraction(whole.numerator(), whole.denominator().multiply(BigInteger.valueOf(size)));
    }

    /** How much of the line is missing, from 0 to 1; null where nobody can tell. */
    @Nullable
    Fraction gap() {
        var perHead = perHead();
        if (perHead == null || lineAmount == null) {
            return null;
        }
        var line = Fraction.of(lineAmount);
        var reached = new Fraction(
                perHead.numerator().multiply(line.denominator()),
                perHead.denominator().multiply(line.numerator()));
        return reached.compareTo(Fraction.ONE) >= 0
                ? Fraction.ZERO
                : new Fraction(reached.denominator().subtract(reached.numerator()), reached.denominator());
    }

    private static BigDecimal rounded(Fraction amount) {
        return new BigDecimal(amount.numerator())
                .divide(new BigDecimal(amount.denominator()), CENTS, RoundingMode.HALF_EVEN);
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    UUID id() {
        return id;
    }

    UUID householdId() {
        return householdId;
    }

    UUID submissionId() {
        return submissionId;
    }

    UUID dimensionSetId() {
        return dimensionSetId;
    }

    UUID instrumentId() {
        return instrumentId;
    }

    String areaCode() {
        return areaCode;
    }

    LocalDate measuredOn() {
        return measuredOn;
    }

    LocalDate membersOn() {
        return membersOn;
    }

    int size() {
        return size;
    }

    List<String> deprived() {
        return List.of(deprived);
    }

    List<String> unknown() {
        return List.of(unknown);
    }

    @Nullable
    Boolean poor() {
        return poor;
    }

    @Nullable
    UUID lineId() {
        return lineId;
    }

    @Nullable
    BigDecimal lineAmount() {
        return lineAmount;
    }

    @Nullable
    Boolean poorByLine() {
        return poorByLine;
    }

    List<Member> members() {
        return members;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    @Nullable
    Instant supersededAt() {
        return supersededAt;
    }
}
