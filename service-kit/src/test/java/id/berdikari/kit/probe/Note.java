package id.berdikari.kit.probe;

import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.probe.NoteEvent.NoteChanged;
import id.berdikari.kit.probe.NoteEvent.NoteWritten;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

@Entity
class Note {

    @Id
    private UUID id;

    private String text;
    private Money price;

    @Version
    private long version;

    protected Note() {}

    Note(String text, Money price) {
        this.id = Identifiers.next();
        this.text = text;
        this.price = price;
    }

    NoteWritten written() {
        return new NoteWritten(id, text);
    }

    NoteChanged change(String newText) {
        text = newText;
        return new NoteChanged(id, newText);
    }

    UUID id() {
        return id;
    }

    String text() {
        return text;
    }

    Money price() {
        return price;
    }

    long version() {
        return version;
    }
}
