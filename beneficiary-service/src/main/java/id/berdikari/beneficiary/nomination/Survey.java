package id.berdikari.beneficiary.nomination;

import id.berdikari.event.ConsentPurpose;
import id.berdikari.event.ProgramType;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.problem.FieldProblem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What at least two surveyors saw and heard at the person's home. */
record Survey(
        LocalDate visitedOn,
        List<String> surveyors,
        Money income,
        int dependants,
        String housing,

        @Schema(description = "Washington Group Short Set: 1 no difficulty, 2 some, 3 a lot, 4 cannot")
        Map<Domain, Integer> disability,

        List<Need> needs,
        @Schema(nullable = true) @Nullable Location location,
        List<ConsentAnswer> consents,
        String recordedBy,
        Instant recordedAt) {

    private static final int SURVEYORS = 2;

    /** The domains of the Washington Group Short Set: seeing, hearing, walking, remembering, self-care, communicating. */
    enum Domain {
        SEE,
        HEAR,
        WALK,
        REM,
        CARE,
        COMM
    }

    @Schema(name = "SurveyedNeed")
    record Need(ProgramType programType, String description, Money estimate) {}

    record Location(BigDecimal latitude, BigDecimal longitude) {}

    record ConsentAnswer(ConsentPurpose purpose, boolean given, String witness) {}

    void check() {
        Listing.requirePeople("/surveyors", surveyors, SURVEYORS, recordedBy);
        Listing.requireDistinct("/consents", "/purpose", consents, ConsentAnswer::purpose);
        var open = EnumSet.allOf(Domain.class);
        open.removeAll(disability.keySet());
        if (!open.isEmpty()) {
            throw FieldProblem.at("/disability", "domains-unanswered", open);
        }
    }

    boolean consents(ConsentPurpose purpose) {
        return consents.stream().anyMatch(answer -> answer.purpose() == purpose && answer.given());
    }

    boolean found(ProgramType programType) {
        return needs.stream().anyMatch(need -> need.programType() == programType);
    }

    Survey withoutLocation() {
        return new Survey(
                visitedOn,
                surveyors,
                income,
                dependants,
                housing,
                disability,
                needs,
                null,
                consents,
                recordedBy,
                recordedAt);
    }
}
