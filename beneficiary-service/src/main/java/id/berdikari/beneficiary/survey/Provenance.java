package id.berdikari.beneficiary.survey;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a survey came from.
 *
 * @param key the first id that it had there; the same through all its edits
 * @param instance the id of this edit
 * @param edits how often it was edited there, if told
 * @param updatedAt when it was last changed there, if told
 */
record Provenance(
        Source source,
        @Nullable String key,
        @Nullable String instance,
        @Nullable Integer edits,
        @Nullable Instant updatedAt) {

    @Schema(name = "SurveySource")
    enum Source {
        API,
        KOBO,
        ODK
    }

    /** Whether this is a later state of the same survey; by number of edits, else by time, else because its own id is new. */
    boolean isLaterThan(Provenance other) {
        if (edits != null && other.edits != null && !edits.equals(other.edits)) {
            return edits > other.edits;
        }
        if (updatedAt != null && other.updatedAt != null) {
            return updatedAt.isAfter(other.updatedAt);
        }
        return instance != null && !instance.equals(key) && !instance.equals(other.instance);
    }
}
