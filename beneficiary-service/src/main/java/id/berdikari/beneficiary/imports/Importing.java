package id.berdikari.beneficiary.imports;

import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.problem.RequestLanguage;
import id.berdikari.kit.security.Caller;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What people do with files. */
@ApplicationScoped
class Importing {

    private static final Duration LEFT_AFTER = Duration.ofDays(7);

    private final RegisterImports imports;
    private final UploadedParts file;
    private final Findings findings;
    private final SourceKeys keys;
    private final AuditLog audit;
    private final RequestLanguage language;
    private final Caller caller;
    private final Clock clock;
    private final long mostBytes;
    private final long mostBytesOfWorkbook;

    Importing(
            RegisterImports imports,
            UploadedParts file,
            Findings findings,
            SourceKeys keys,
            AuditLog audit,
            RequestLanguage language,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "berdikari.limit.import-bytes") long mostBytes,
            @ConfigProperty(name = "berdikari.limit.import-workbook-bytes") long mostBytesOfWorkbook) {
        this.imports = imports;
        this.file = file;
        this.findings = findings;
        this.keys = keys;
        this.audit = audit;
        this.language = language;
        this.caller = caller;
        this.clock = clock;
        this.mostBytes = mostBytes;
        this.mostBytesOfWorkbook = mostBytesOfWorkbook;
    }

    @Transactional
    RegisterImport announce(RegisterImport.Format format, String source, long size) {
        var most = format == RegisterImport.Format.XLSX ? mostBytesOfWorkbook : mostBytes;
        if (size > most) {
            throw ImportProblem.IMPORT_TOO_LARGE.refused(most);
        }
        var announced = new RegisterImport(
                format,
                source,
                size,
                language.preferred(),
                caller.subject(),
                caller.areas().prefixes(),
                now());
        imports.persist(announced);
        audit.record("announce-import", "import", announced.id(), null);
        return announced;
    }

    @Transactional
    RegisterImport receive(UUID id, int number, byte[] content) {
        var receiving = imports.lock(id);
        receiving.requireReceiving();
        var before = (long) number * UploadedParts.PART;
        if (number < 0 || before >= receiving.size()) {
            throw FieldProblem.at("number", "part-not-of-file");
        }
        var expected = Math.min(UploadedParts.PART, receiving.size() - before);
        if (content.length != expected) {
            throw FieldProblem.at("", "part-size", expected);
        }
        file.keep(id, number, content);
        return receiving;
    }

    long received(RegisterImport receiving) {
        return receiving.isEnded() ? receiving.size() : file.received(receiving.id());
    }

    @Transactional
    RegisterImport start(UUID id, RegisterImport.Status work) {
        var ready = imports.lock(id);
        if (file.received(id) < ready.size() && !ready.isEnded()) {
            throw ImportProblem.PARTS_MISSING.refused();
        }
        ready.start(work, caller.areas().prefixes());
        findings.forget(id);
        keys.forgetSeen(id);
        audit.record(work == RegisterImport.Status.CHECKING ? "check-import" : "run-import", "import", id, null);
        return ready;
    }

    @Transactional
    RegisterImport cancel(UUID id) {
        var cancelled = imports.lock(id);
        cancelled.cancel(now());
        forgetFile(id);
        audit.record("cancel-import", "import", id, null);
        return cancelled;
    }

    /** Personal data that nobody comes back for must not lie about. */
    @Scheduled(
            cron = "0 45 * * * ?",
            identity = "imports-left",
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @Transactional
    void dropLeft() {
        dropLeft(clock.instant().minus(LEFT_AFTER));
    }

    @Transactional
    void dropLeft(Instant before) {
        for (var left : imports.lockLeft(before)) {
            left.cancel(now());
            forgetFile(left.id());
            audit.record("drop-import", "import", left.id(), null);
        }
    }

    void forgetFile(UUID id) {
        file.forget(id);
        keys.forgetSeen(id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
