package id.berdikari.beneficiary.measurement;

import id.berdikari.beneficiary.instrument.Questionnaires;
import id.berdikari.beneficiary.measure.Figure;
import id.berdikari.beneficiary.measurement.MeasurementView.IndicatorFoundView;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.problem.RequestLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Shapes measurements for whoever asked, with titles in their language. */
@ApplicationScoped
class MeasurementViews {

    private final DimensionSets sets;
    private final Questionnaires questionnaires;
    private final RequestLanguage language;

    MeasurementViews(DimensionSets sets, Questionnaires questionnaires, RequestLanguage language) {
        this.sets = sets;
        this.questionnaires = questionnaires;
        this.language = language;
    }

    MeasurementView of(Measurement measurement) {
        var set = sets.get(measurement.dimensionSetId());
        var line = measurement.lineAmount();
        return new MeasurementView(
                measurement.id(),
                measurement.householdId(),
                measurement.submissionId(),
                DimensionSetResource.InstrumentNameView.of(questionnaires.nameOf(measurement.instrumentId())),
                new MeasurementView.SetView(
                        set.id(),
                        set.code(),
                        set.number(),
                        set.content().title().in(language.preferred()),
                        set.content().cutoff()),
                measurement.areaCode(),
                measurement.measuredOn(),
                measurement.membersOn(),
                measurement.size(),
                Figure.ofDefined(measurement.score()),
                measurement.poor(),
                found(set, measurement.deprived()),
                found(set, measurement.unknown()),
                Figure.ofDefined(measurement.perHead()),
                line == null ? null : new Money(line),
                measurement.lineId(),
                measurement.poorByLine(),
                Figure.ofDefined(measurement.gap()),
                measurement.recordedAt(),
                measurement.supersededAt());
    }

    private List<IndicatorFoundView> found(DimensionSet set, List<String> codes) {
        return set.content().indicators().stream()
                .filter(indicator -> codes.contains(indicator.code()))
                .map(indicator -> new IndicatorFoundView(
                        indicator.code(),
                        indicator.dimension(),
                        indicator.title().in(language.preferred()),
                        indicator.weight()))
                .toList();
    }
}
