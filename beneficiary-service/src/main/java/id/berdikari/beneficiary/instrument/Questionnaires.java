package id.berdikari.beneficiary.instrument;

import id.berdikari.kit.problem.FieldProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compiled questionnaires of published instruments; those used last are kept, because they never change. */
@ApplicationScoped
public class Questionnaires {

    /** A version of an instrument by its name. */
    public record Named(UUID id, String code, int number) {}

    private static final int KEPT = 50;

    private final Instruments instruments;
    private final Map<UUID, Questionnaire> compiled =
            Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, Questionnaire> eldest) {
                    return size() > KEPT;
                }
            });

    Questionnaires(Instruments instruments) {
        this.instruments = instruments;
    }

    /** A version that was published; {@code pointer} names the field that names it. */
    public Questionnaire published(String pointer, UUID id) {
        var instrument = instruments.findById(id);
        if (instrument == null || instrument.status() == Instrument.Status.DRAFT) {
            throw FieldProblem.at(pointer, "instrument-unknown");
        }
        return compiled.computeIfAbsent(id, _ -> Questionnaire.of(instrument.definition()));
    }

    /** The published version of a name; without a number the newest one. */
    public Named named(String pointer, String code, @Nullable Integer number) {
        return instruments
                .published(code, number)
                .map(Questionnaires::named)
                .orElseThrow(() -> FieldProblem.at(pointer, "instrument-unknown"));
    }

    public Named nameOf(UUID id) {
        return named(instruments.get(id));
    }

    /** Waits for surveys that are just being taken in by a version, and lets those that follow wait for this transaction. */
    public void holdSurveys(UUID id) {
        instruments.holdReferences(id);
    }

    private static Named named(Instrument instrument) {
        return new Named(instrument.id(), instrument.code(), instrument.number());
    }

    /** Whether people may have been asked with a version on a day. */
    public boolean isUsableOn(UUID id, LocalDate day) {
        var instrument = instruments.findById(id);
        return instrument != null && instrument.isUsableOn(day);
    }
}
