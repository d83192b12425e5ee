package id.berdikari.beneficiary.imports;

import id.berdikari.kit.identifier.Identifiers;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file on its way into the register. Its lines are taken in batches, each with the count of what it did. */
@Entity
class RegisterImport {

    @Schema(name = "ImportFormat")
    enum Format {
        CSV,
        XLSX
    }

    @Schema(name = "ImportStatus")
    enum Status {
        RECEIVING,
        CHECKING,
        CHECKED,
        RUNNING,
        FINISHED,
        FAILED,
        CANCELLED
    }

    /** What a batch did, in households; findings are the reasons why lines were refused. */
    record Count(long lastLine, long registered, long corrected, long unchanged, long refused, long findings) {}

    @Id
    private UUID id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private Format format;

    private String source;
    private long size;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String language;
    private long rowsDone;
    private long registered;
    private long corrected;
    private long unchanged;
    private long refused;
    private long findings;
    private int tries;
    private @Nullable String failure;
    private @Nullable Long failureLine;
    private String createdBy;
    private String[] areas;
    private Instant createdAt;
    private @Nullable Instant workedUntil;
    private @Nullable Instant finishedAt;

    private static final int TRIES = 5;

    RegisterImport() {}

    RegisterImport(
            Format format,
            String source,
            long size,
            Locale language,
            String createdBy,
            List<String> areas,
            Instant createdAt) {
        this.id = Identifiers.next();
        this.format = format;
        this.source = source;
        this.size = size;
        this.status = Status.RECEIVING;
        this.language = language.getLanguage();
        this.createdBy = createdBy;
        this.areas = areas.toArray(String[]::new);
        this.createdAt = createdAt;
    }

    /**
     * Looks at every line without changing the register, or takes the lines into it; from the beginning in either case.
     *
     * @param reach the areas that whoever brought it may reach now
     */
    void start(Status work, List<String> reach) {
        if (status != Status.RECEIVING && status != Status.CHECKED) {
            throw ImportProblem.NOT_STARTABLE.refused();
        }
        status = work;
        areas = reach.toArray(String[]::new);
        tries = 0;
        rowsDone = 0;
        registered = 0;
        corrected = 0;
        unchanged = 0;
        refused = 0;
        findings = 0;
        workedUntil = null;
    }

    void requireReceiving() {
        if (status != Status.RECEIVING) {
            throw ImportProblem.ALREADY_RECEIVED.refused();
        }
    }

    /** Whoever works on it says for how long nobody else should try. */
    void workOn(Instant now, Duration atMost) {
        workedUntil = now.plus(atMost);
    }

    /** Somebody begins where it stands; false where too many came no further from there. */
    boolean isTaken(Instant now, Duration atMost) {
        tries++;
        workOn(now, atMost);
        return tries <= TRIES;
    }

    void count(Count batch) {
        tries = 0;
        rowsDone = batch.lastLine();
        registered += batch.registered();
        corrected += batch.corrected();
        unchanged += batch.unchanged();
        refused += batch.refused();
        findings += batch.findings();
    }

    void finish(Instant at) {
        status = status == Status.CHECKING ? Status.CHECKED : Status.FINISHED;
        finishedAt = status == Status.FINISHED ? at : null;
        workedUntil = null;
    }

    void fail(String why, long line, Instant at) {
        status = Status.FAILED;
        failure = why;
        failureLine = line;
        finishedAt = at;
    }

    void cancel(Instant at) {
        if (isEnded()) {
            throw ImportProblem.ALREADY_ENDED.refused();
        }
        status = Status.CANCELLED;
        finishedAt = at;
    }

    boolean isEnded() {
        return status == Status.FINISHED || status == Status.FAILED || status == Status.CANCELLED;
    }

    boolean isDryRun() {
        return status == Status.CHECKING;
    }

    boolean isAtWork() {
        return status == Status.CHECKING || status == Status.RUNNING;
    }

    UUID id() {
        return id;
    }

    Format format() {
        return format;
    }

    String source() {
        return source;
    }

    long size() {
        return size;
    }

    Status status() {
        return status;
    }

    Locale language() {
        return Locale.of(language);
    }

    long rowsDone() {
        return rowsDone;
    }

    long registered() {
        return registered;
    }

    long corrected() {
        return corrected;
    }

    long unchanged() {
        return unchanged;
    }

    long refused() {
        return refused;
    }

    long findings() {
        return findings;
    }

    @Nullable
    String failure() {
        return failure;
    }

    @Nullable
    Long failureLine() {
        return failureLine;
    }

    String createdBy() {
        return createdBy;
    }

    List<String> areas() {
        return List.of(areas);
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant finishedAt() {
        return finishedAt;
    }
}
