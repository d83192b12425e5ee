package id.berdikari.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Walks the chain from its start and names the first place where the log is not what was sealed and anchored. */
@ApplicationScoped
class AuditVerification {

    private static final int FETCH = 2_000;

    @Schema(name = "AuditVerification")
    record Result(
            @Schema(examples = "true") boolean intact,
            @Schema(examples = "1204") long verified,
            @Schema(examples = "31") long anchors,

            @Schema(examples = "entry 812 was changed", nullable = true) @Nullable
            String defect) {}

    private final DataSource database;
    private final AuditAnchor anchor;

    AuditVerification(DataSource database, AuditAnchor anchor) {
        this.database = database;
        this.anchor = anchor;
    }

    @Transactional
    Result verify() {
        var heads = anchor.heads();
        var forged = heads.stream().filter(head -> !head.genuine()).count();
        if (forged > 0) {
            return new Result(false, 0, heads.size(), forged + " anchors carry no valid signature");
        }
        try (var connection = database.getConnection()) {
            return walk(connection, heads);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Result walk(Connection connection, List<AuditAnchor.Head> heads) throws SQLException {
        Map<Long, List<AuditAnchor.Head>> anchored =
                heads.stream().collect(Collectors.groupingBy(AuditAnchor.Head::position));
        var highest = heads.stream().mapToLong(AuditAnchor.Head::position).max().orElse(0);
        var defects = new ArrayList<String>();
        long position = 0;
        var hash = AuditChain.START;
        try (var select = connection.prepareStatement("""
                select e.id, e.at, e.actor, e.action, e.object_type, e.object_id, e.reason, s.position, s.hash, s.entry_id
                from audit_seal s left join audit_entry e on e.id = s.entry_id order by s.position""")) {
            select.setFetchSize(FETCH);
            try (var row = select.executeQuery()) {
                while (row.next() && defects.isEmpty()) {
                    position++;
                    if (row.getLong(8) != position) {
                        defects.add("the seal at position " + position + " is missing");
                    } else if (row.getTimestamp(2) == null) {
                        defects.add("entry " + row.getLong(10) + " at position " + position + " was deleted");
                    } else {
                        hash = AuditChain.next(hash, AuditEntries.entry(row));
                        if (!Arrays.equals(hash, row.getBytes(9))) {
                            defects.add("entry " + row.getLong(10) + " at position " + position
                                    + " was changed or changed places");
                        } else if (differs(anchored.get(position), hash)) {
                            defects.add("the chain at position " + position + " is not the anchored one");
                        }
                    }
                }
            }
        }
        if (defects.isEmpty() && position < highest) {
            defects.add("the log ends at position " + position + ", but position " + highest + " was anchored");
        }
        return new Result(
                defects.isEmpty(),
                defects.isEmpty() ? position : position - 1,
                heads.size(),
                defects.isEmpty() ? null : defects.getFirst());
    }

    private static boolean differs(@Nullable List<AuditAnchor.Head> anchored, byte[] hash) {
        return anchored != null && anchored.stream().anyMatch(head -> !Arrays.equals(head.hash(), hash));
    }
}
