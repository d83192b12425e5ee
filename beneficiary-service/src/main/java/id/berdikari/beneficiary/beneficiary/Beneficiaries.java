package id.berdikari.beneficiary.beneficiary;

import id.berdikari.event.ProgramType;
import id.berdikari.kit.paging.Keyset;
import id.berdikari.kit.problem.KitProblem;
import id.berdikari.kit.security.Caller;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Beneficiaries implements PanacheRepositoryBase<Beneficiary, UUID> {

    private final Session session;
    private final Caller caller;

    Beneficiaries(Session session, Caller caller) {
        this.session = session;
        this.caller = caller;
    }

    Beneficiary get(UUID id) {
        return reachable(findById(id));
    }

    /** Whoever changes a beneficiary waits for the one before, so that events stand in the order of the changes. */
    Beneficiary lock(UUID id) {
        return reachable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    List<Beneficiary> list(
            @Nullable String areaCode, @Nullable ProgramType programType, @Nullable Boolean exited, Keyset keyset) {
        var sql = new StringBuilder(
                "select b.* from beneficiary b where b.id < :before and b.area_code like any(:scope)");
        Map<String, Object> values = new HashMap<>();
        values.put("before", keyset.before());
        values.put("scope", caller.areas().patterns());
        if (areaCode != null) {
            sql.append(" and b.area_code like :area");
            values.put("area", areaCode + "%");
        }
        if (programType != null) {
            sql.append(
                    " and exists (select from approved_need n where n.beneficiary_id = b.id and n.program_type = :type)");
            values.put("type", programType.name());
        }
        if (exited != null) {
            sql.append(exited ? " and b.exited_on is not null" : " and b.exited_on is null");
        }
        var query = session.createNativeQuery(sql + " order by b.id desc", Beneficiary.class)
                .setMaxResults(keyset.fetch());
        values.forEach(query::setParameter);
        return query.list();
    }

    private Beneficiary reachable(@Nullable Beneficiary beneficiary) {
        if (beneficiary == null) {
            throw KitProblem.NOT_FOUND.refused();
        }
        caller.reach(beneficiary.areaCode());
        return beneficiary;
    }
}
