package id.berdikari.beneficiary.nomination;

import id.berdikari.beneficiary.registry.FunctioningDomain;
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
        @Schema(examples = "2026-01-12") LocalDate visitedOn,

        @Schema(examples = "[\"surveyor-1\",\"surveyor-2\"]")
        List<String> surveyors,

        Money income,
        @Schema(examples = "2") int dependants,

        @Schema(examples = "Rumah papan, lantai tanah, satu kamar")
        String housing,

        @Schema(
                examples = "{\"SEE\":1,\"HEAR\":1,\"WALK\":3,\"REM\":1,\"CARE\":2,\"COMM\":1}",
                description = "Washington Group Short Set: 1 no difficulty, 2 some, 3 a lot, 4 cannot")
        Map<FunctioningDomain, Integer> disability,

        List<Need> needs,
        @Schema(nullable = true) @Nullable Location location,
        List<ConsentAnswer> consents,
        @Schema(examples = "surveyor-1") String recordedBy,
        @Schema(examples = "2026-01-12T08:30:00.000000Z") Instant recordedAt) {

    private static final int SURVEYORS = 2;

    @Schema(name = "SurveyedNeed")
    record Need(
            @Schema(examples = "MOBILITY_AID") ProgramType programType,
            @Schema(examples = "Kruk sepasang") String description,
            Money estimate) {}

    record Location(
            @Schema(examples = "-7.4245") BigDecimal latitude,
            @Schema(examples = "109.2302") BigDecimal longitude) {}

    record ConsentAnswer(
            @Schema(examples = "ASSISTANCE") ConsentPurpose purpose,
            @Schema(examples = "true") boolean given,
            @Schema(examples = "Ketua RT 02") String witness) {}

    void check() {
        Listing.requirePeople("/surveyors", surveyors, SURVEYORS, recordedBy);
        Listing.requireDistinct("/consents", "/purpose", consents, ConsentAnswer::purpose);
        var open = EnumSet.allOf(FunctioningDomain.class);
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
