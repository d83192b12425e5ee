package id.berdikari.beneficiary.instrument;

import id.berdikari.kit.problem.FieldProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Compiled questionnaires of published instruments; those used last are kept, because they never change. */
@ApplicationScoped
public class Questionnaires {

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

    /** Whether people may have been asked with a version on a day. */
    public boolean isUsableOn(UUID id, LocalDate day) {
        var instrument = instruments.findById(id);
        return instrument != null && instrument.isUsableOn(day);
    }
}
