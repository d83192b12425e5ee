package id.berdikari.fundraising.permit;

import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.problem.FieldProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class PermitBook {

    private static final String EVERYWHERE = "*";

    private final Permits permits;
    private final PermitAreas areas;
    private final AuditLog audit;
    private final Clock clock;

    PermitBook(Permits permits, PermitAreas areas, AuditLog audit, Clock clock) {
        this.permits = permits;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    /** The terms of a permit, if there is one. */
    public Optional<PermitTerms> terms(UUID id) {
        return permits.findByIdOptional(id).map(Permit::terms);
    }

    @Transactional
    Permit register(PermitResource.PermitRequest request) {
        requireKnownAreas(request.scopeAreaCodes());
        var permit = new Permit(
                Identifiers.next(),
                request.number().strip(),
                request.authority().strip(),
                request.scopeAreaCodes(),
                request.kind(),
                request.validFrom(),
                request.validTo(),
                clock.instant());
        permits.persistAndFlush(permit);
        audit.record("register-permit", "permit", permit.id(), null);
        return permit;
    }

    @Transactional
    Permit extend(UUID id, @Nullable String ifMatch, LocalDate until) {
        var permit = permits.get(id);
        Versions.require(ifMatch, permit.version());
        permit.extendTo(until);
        permits.flush();
        audit.record("extend-permit", "permit", id, null);
        return permit;
    }

    private void requireKnownAreas(List<String> codes) {
        var unknown = areas.unknown(
                codes.stream().filter(code -> !code.equals(EVERYWHERE)).toList());
        if (!unknown.isEmpty()) {
            throw FieldProblem.at("/scopeAreaCodes/" + codes.indexOf(unknown.getFirst()), "area-unknown");
        }
    }
}
