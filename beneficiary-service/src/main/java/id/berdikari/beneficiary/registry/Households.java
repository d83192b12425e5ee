package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.Sex;
import id.berdikari.kit.paging.Keyset;
import id.berdikari.kit.problem.KitProblem;
import id.berdikari.kit.security.Caller;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Answers only households in the caller's areas. */
@ApplicationScoped
class Households implements PanacheRepositoryBase<Household, UUID> {

    record Filter(
            @Nullable String areaCode,
            Household.@Nullable Status status,
            @Nullable Sex headSex,
            @Nullable Integer maxDecile,
            @Nullable Boolean hasDisabledMember,
            @Nullable Instant updatedSince) {}

    private static final String MEMBER = "(select from membership m join person p on p.id = m.person_id"
            + " where m.household_id = h.id and m.until is null and m.struck_at is null and ";

    private final Session session;
    private final Caller caller;

    Households(Session session, Caller caller) {
        this.session = session;
        this.caller = caller;
    }

    Household get(UUID id) {
        return reachable(findById(id));
    }

    /** Whoever changes a household waits for the one before. */
    Household lock(UUID id) {
        return reachable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Locks two in one order, whichever is named first, so that changes of both do not wait for each other. */
    void lockBoth(UUID one, UUID other) {
        Stream.of(one, other).sorted().forEach(this::lock);
    }

    boolean holdFamilyCard(String kkIndex, @Nullable UUID besides) {
        return find("kkIndex = ?1 and mergedInto is null", kkIndex)
                .firstResultOptional()
                .filter(household -> !household.id().equals(besides))
                .isPresent();
    }

    /** Those of the keyed hashes that a household has as its KK number. */
    Set<String> heldFamilyCards(String[] kkIndexes) {
        return new HashSet<>(session.createNativeQuery(
                        "select kk_index from household where kk_index = any(:indexes) and merged_into is null",
                        String.class)
                .setParameter("indexes", kkIndexes)
                .list());
    }

    /** Those of an area after one, in the order of their ids, that are neither merged nor erased. */
    List<Household> after(UUID after, String areaCode, List<String> scope, int most) {
        return session.createNativeQuery("""
                        select * from household
                        where id > :after and merged_into is null and erased_on is null
                            and area_code like :area and area_code like any(:scope)
                        order by id
                        """, Household.class)
                .setParameter("after", after)
                .setParameter("area", areaCode + "%")
                .setParameter("scope", scope.toArray(String[]::new))
                .setMaxResults(most)
                .list();
    }

    List<Household> list(Filter filter, Keyset keyset) {
        var sql =
                new StringBuilder("select h.* from household h where h.id < :before and h.area_code like any(:scope)");
        Map<String, Object> values = new HashMap<>();
        values.put("before", keyset.before());
        values.put("scope", caller.areas().patterns());
        if (filter.areaCode() != null) {
            sql.append(" and h.area_code like :area");
            values.put("area", filter.areaCode() + "%");
        }
        if (filter.status() != null) {
            sql.append(
                    filter.status() == Household.Status.ACTIVE
                            ? " and h.merged_into is null"
                            : " and h.merged_into is not null");
        }
        if (filter.headSex() != null) {
            sql.append(" and exists ").append(MEMBER).append("m.relation = 'HEAD' and p.sex = :headSex)");
            values.put("headSex", filter.headSex().name());
        }
        if (filter.maxDecile() != null) {
            sql.append(" and h.decile <= :maxDecile");
            values.put("maxDecile", filter.maxDecile());
        }
        if (filter.hasDisabledMember() != null) {
            sql.append(filter.hasDisabledMember() ? " and exists " : " and not exists ")
                    .append(MEMBER)
                    .append("p.disabled)");
        }
        if (filter.updatedSince() != null) {
            sql.append(" and h.updated_at >= :updatedSince");
            values.put("updatedSince", filter.updatedSince());
        }
        var query = session.createNativeQuery(sql + " order by h.id desc", Household.class)
                .setMaxResults(keyset.fetch());
        values.forEach(query::setParameter);
        return query.list();
    }

    /** Whether nobody is left in a household, or was ever, whom we could still name. */
    boolean isForgotten(UUID id) {
        return session.createNativeQuery("""
                        select not exists (
                            select from membership m join person p on p.id = m.person_id
                            where m.household_id = :id and m.struck_at is null and p.erased_on is null)
                        """, Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** A household that may not be there, or not for the caller. */
    Optional<Household> reach(UUID id) {
        return findByIdOptional(id).filter(household -> caller.areas().reaches(household.areaCode()));
    }

    /** Together with the people in them, for they come together. */
    void countAnew() {
        session.createNativeMutationQuery("analyze household, person, membership")
                .executeUpdate();
    }

    private Household reachable(@Nullable Household household) {
        if (household == null) {
            throw KitProblem.NOT_FOUND.refused();
        }
        caller.reach(household.areaCode());
        return household;
    }
}
