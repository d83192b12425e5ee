package id.berdikari.beneficiary.imports;

import id.berdikari.kit.paging.Keyset;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Why lines were refused. */
@ApplicationScoped
class Findings {

    /** Of a file that is wrong throughout, the first are enough to see why; all are counted. */
    static final long MOST = 10_000;

    @Schema(name = "ImportFinding")
    record Finding(
            @Schema(examples = "17", description = "The row in the file; 1 is the headings")
            long line,

            @Schema(examples = "nik", nullable = true, description = "The column; null for the row as a whole")
            @Nullable
            String column,

            @Schema(examples = "nik-not-16-digits") String rule,
            @Schema(examples = "Must have 16 digits") String detail) {

        static Finding at(HouseholdRows.Place place, String rule, String detail) {
            return new Finding(
                    place.line(), place.column() == null ? null : place.column().heading(), rule, detail);
        }
    }

    record Numbered(Finding finding, int number) {
        /** Sorts as the list does. */
        String key() {
            return String.format(Locale.ROOT, "%019d/%09d", finding.line(), number);
        }
    }

    private final Session session;

    Findings(Session session) {
        this.session = session;
    }

    /** What was found before an interruption is found again. */
    void keep(UUID importId, List<Finding> found) {
        if (found.isEmpty()) {
            return;
        }
        session.createNativeMutationQuery("""
                        insert into register_import_finding (import_id, line, number, column_name, rule, detail)
                        select :import, line, place, nullif(column_name, ''), rule, detail
                        from unnest(cast(:lines as bigint[]), cast(:columns as text[]), cast(:rules as text[]),
                            cast(:details as text[])) with ordinality as f (line, column_name, rule, detail, place)
                        on conflict do nothing
                        """)
                .setParameter("import", importId)
                .setParameter("lines", found.stream().map(Finding::line).toArray(Long[]::new))
                .setParameter(
                        "columns",
                        found.stream()
                                .map(each -> each.column() == null ? "" : each.column())
                                .toArray(String[]::new))
                .setParameter("rules", found.stream().map(Finding::rule).toArray(String[]::new))
                .setParameter("details", found.stream().map(Finding::detail).toArray(String[]::new))
                .executeUpdate();
    }

    List<Numbered> list(UUID importId, Keyset keyset) {
        return after(importId, keyset.after(), keyset.fetch());
    }

    List<Numbered> after(UUID importId, String key, int limit) {
        var after = key.isEmpty() ? new String[] {"0", "0"} : key.split("/", -1);
        return session
                .createNativeQuery("""
                        select line, number, column_name, rule, detail from register_import_finding
                        where import_id = :import and (line, number) > (:line, :number)
                        order by line, number
                        """, Object[].class)
                .setParameter("import", importId)
                .setParameter("line", Long.parseLong(after[0]))
                .setParameter("number", Integer.parseInt(after[1]))
                .setMaxResults(limit)
                .list()
                .stream()
                .map(row -> new Numbered(
                        new Finding((Long) row[0], (String) row[2], (String) row[3], (String) row[4]),
                        (Integer) row[1]))
                .toList();
    }

    void forget(UUID importId) {
        session.createNativeMutationQuery("delete from register_import_finding where import_id = :import")
                .setParameter("import", importId)
                .executeUpdate();
    }
}
