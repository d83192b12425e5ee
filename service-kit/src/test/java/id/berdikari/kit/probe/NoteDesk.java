package id.berdikari.kit.probe;

import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.outbox.Outbox;
import id.berdikari.kit.precondition.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class NoteDesk {

    private final Notes notes;
    private final Outbox outbox;
    private final AuditLog audit;

    NoteDesk(Notes notes, Outbox outbox, AuditLog audit) {
        this.notes = notes;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional
    Note write(String text, Money price) {
        var note = new Note(text, price);
        notes.persistAndFlush(note);
        outbox.append(note.written());
        audit.record("write-note", "note", note.id(), "because");
        return note;
    }

    @Transactional
    Note change(UUID id, @Nullable String ifMatch, String text) {
        var note = notes.get(id);
        Versions.require(ifMatch, note.version());
        outbox.append(note.change(text));
        notes.flush();
        return note;
    }

    @Transactional
    void writeAndFail(String text) {
        write(text, Money.ZERO);
        throw new IllegalStateException("after the append");
    }
}
