package id.berdikari.beneficiary.instrument;

import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.time.LocalDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class InstrumentDesk {

    private static final String INSTRUMENT = "survey-instrument";

    private final Instruments instruments;
    private final AuditLog audit;
    private final LocalDates dates;
    private final Caller caller;

    InstrumentDesk(Instruments instruments, AuditLog audit, LocalDates dates, Caller caller) {
        this.instruments = instruments;
        this.audit = audit;
        this.dates = dates;
        this.caller = caller;
    }

    @Transactional
    Instrument draft(String code, Definition definition) {
        require(definition);
        if (instruments.nextNumber(code) > 1) {
            throw InstrumentProblem.INSTRUMENT_CODE_TAKEN.refused();
        }
        return enter(new Instrument(code, 1, definition, caller.subject()));
    }

    /** Starts the next version as a copy of this one. */
    @Transactional
    Instrument draftNext(UUID id) {
        var old = instruments.lock(id);
        var number = instruments.nextNumber(old.code());
        return enter(new Instrument(old.code(), number, old.definition(), caller.subject()));
    }

    @Transactional
    Instrument rewrite(UUID id, @Nullable String ifMatch, Definition definition) {
        var instrument = instruments.lock(id);
        Versions.require(ifMatch, instrument.version());
        require(definition);
        instrument.rewrite(definition, caller.subject());
        return changed("rewrite-instrument", instrument);
    }

    @Transactional
    Instrument publish(UUID id) {
        var instrument = instruments.lock(id);
        instrument.publish(caller.subject(), dates.today());
        return changed("publish-instrument", instrument);
    }

    @Transactional
    Instrument retire(UUID id) {
        var instrument = instruments.lock(id);
        instrument.retire(dates.today());
        return changed("retire-instrument", instrument);
    }

    private Instrument enter(Instrument instrument) {
        instruments.persistAndFlush(instrument);
        audit.record("draft-instrument", INSTRUMENT, instrument.id(), null);
        return instrument;
    }

    private Instrument changed(String action, Instrument instrument) {
        audit.record(action, INSTRUMENT, instrument.id(), null);
        instruments.flush();
        return instrument;
    }

    private static void require(Definition definition) {
        try {
            Questionnaire.of(definition);
        } catch (FieldProblem refused) {
            throw FieldProblem.at("/definition" + refused.pointer(), refused.rule(), refused.arguments());
        }
    }
}
