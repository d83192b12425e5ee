package id.berdikari.kit.probe;

import id.berdikari.event.Event;
import java.util.UUID;

public sealed interface NoteEvent extends Event {

    UUID noteId();

    @Override
    default String subject() {
        return noteId().toString();
    }

    record NoteWritten(UUID noteId, String text) implements NoteEvent {}

    record NoteChanged(UUID noteId, String text) implements NoteEvent {}
}
