package id.berdikari.beneficiary.measurement;

import id.berdikari.beneficiary.registry.Residents;
import id.berdikari.beneficiary.survey.SubjectType;
import id.berdikari.beneficiary.survey.SurveyState;
import id.berdikari.beneficiary.survey.SurveyWatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Measures a household from each survey of it that comes in or is corrected, in that transaction. */
@ApplicationScoped
class Measuring implements SurveyWatch {

    private final DimensionSets sets;
    private final Measurements measurements;
    private final PovertyLines lines;
    private final Residents residents;
    private final Clock clock;

    Measuring(DimensionSets sets, Measurements measurements, PovertyLines lines, Residents residents, Clock clock) {
        this.sets = sets;
        this.measurements = measurements;
        this.lines = lines;
        this.residents = residents;
        this.clock = clock;
    }

    /** By the published sets for its questionnaire, and anew by those by which it was measured before. */
    @Override
    public void taken(SurveyState survey) {
        if (survey.subjectType() == SubjectType.HOUSEHOLD) {
            var standing = standing(survey.id());
            Map<UUID, DimensionSet> due = new LinkedHashMap<>(sets.byId(standing.keySet()));
            sets.reading(survey.instrumentId()).forEach(set -> due.put(set.id(), set));
            due.values().forEach(set -> measure(set, survey, standing.get(set.id())));
        }
    }

    void measure(DimensionSet set, SurveyState survey) {
        measure(set, survey, standing(survey.id()).get(set.id()));
    }

    private void measure(DimensionSet set, SurveyState survey, @Nullable Measurement before) {
        var found = set.instrumentId().equals(survey.instrumentId()) ? measured(set, survey) : null;
        if (found != null && before != null && before.finds(found)) {
            return;
        }
        if (before != null) {
            measurements.supersede(before.id(), now());
        }
        if (found != null) {
            measurements.persist(found);
        }
    }

    private @Nullable Measurement measured(DimensionSet set, SurveyState survey) {
        var day = survey.surveyedOn();
        return residents
                .on(survey.subjectId(), day)
                .map(household -> new Measurement(
                        set,
                        survey,
                        sets.compiled(set).judge(day, survey.answers()),
                        household,
                        lines.of(survey.areaCode(), day).orElse(null),
                        now()))
                .orElse(null);
    }

    private Map<UUID, Measurement> standing(UUID surveyId) {
        return measurements.standing(surveyId).stream()
                .collect(Collectors.toMap(Measurement::dimensionSetId, each -> each));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
