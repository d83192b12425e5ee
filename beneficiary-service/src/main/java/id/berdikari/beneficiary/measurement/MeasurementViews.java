package id.berdikari.beneficiary.measurement;

import id.berdikari.beneficiary.instrument.Questionnaires;
import id.berdikari.beneficiary.measure.Figure;
import id.berdikari.beneficiary.measurement.MeasurementView.IndicatorFoundView;
import id.berdikari.beneficiary.registry.Residents;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.paging.Keyset;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.problem.RequestLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Shapes measurements for whoever asked, with titles in their language. */
@ApplicationScoped
class MeasurementViews {

    private final Measurements measurements;
    private final Residents residents;
    private final DimensionSets sets;
    private final Questionnaires questionnaires;
    private final RequestLanguage language;

    MeasurementViews(
            Measurements measurements,
            Residents residents,
            DimensionSets sets,
            Questionnaires questionnaires,
            RequestLanguage language) {
        this.measurements = measurements;
        this.residents = residents;
        this.sets = sets;
        this.questionnaires = questionnaires;
        this.language = language;
    }

    @Transactional
    Page<MeasurementView> ofHousehold(UUID id, Keyset keyset) {
        residents.requireHousehold(id);
        return keyset.page(measurements.ofHousehold(id, keyset), Measurement::id, this::of);
    }

    @Transactional
    Page<MeasurementView.OfPersonView> ofPerson(UUID id, Keyset keyset) {
        var records = residents.recordsOf(id);
        return keyset.page(measurements.ofPerson(records, keyset), Measurement::id, measurement -> {
            var member = measurement.members().stream()
                    .filter(each -> each.personId() != null && records.contains(each.personId()))
                    .findFirst()
                    .orElseThrow();
            return new MeasurementView.OfPersonView(member.sex(), member.age(), member.disabled(), of(measurement));
        });
    }

    private MeasurementView of(Measurement measurement) {
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
