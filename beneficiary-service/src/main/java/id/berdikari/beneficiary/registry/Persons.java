package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.Sex;
import id.berdikari.kit.paging.Keyset;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.problem.KitProblem;
import id.berdikari.kit.security.Caller;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Answers only people who live in the caller's areas. */
@ApplicationScoped
class Persons implements PanacheRepositoryBase<Person, UUID> {

    private static final int BATCH = 200;

    record Filter(
            @Nullable String areaCode,
            Person.@Nullable Status status,
            @Nullable Sex sex,
            @Nullable Boolean disabled,
            @Nullable Instant updatedSince) {}

    /** Somebody whom nobody else changes now. */
    record Locked(UUID id, long version) {
        boolean isAsEntered() {
            return version == 0;
        }
    }

    /** What tells one person from another, as it rests. */
    record Sealed(
            UUID id, byte[] identity, @Nullable LocalDate birthDate, int birthYear, String sex, String areaCode) {}

    private final Session session;
    private final Caller caller;

    Persons(Session session, Caller caller) {
        this.session = session;
        this.caller = caller;
    }

    Person get(UUID id) {
        return reachable(findById(id));
    }

    /** Whoever changes a person waits for the one before. */
    Person lock(UUID id) {
        return reachable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Locks people in one order, so that two changes of the same people do not wait for each other. */
    void lockAll(Collection<UUID> ids) {
        ids.stream().distinct().sorted().forEach(id -> findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Somebody whom a request names in one of its fields. */
    Person lockNamed(String pointer, UUID id) {
        var person = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (person == null || !caller.areas().reaches(person.areaCode())) {
            throw FieldProblem.at(pointer, "person-unknown");
        }
        return person;
    }

    List<Person> of(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return session.createNativeQuery("select * from person where id = any(cast(:ids as uuid[]))", Person.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .list();
    }

    /** Of whom is neither merged nor erased; wherever they live. */
    List<Sealed> sealed(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return session.createNativeQuery("""
                        select id, identity, birth_date, birth_year, sex, area_code from person
                        where id = any(cast(:ids as uuid[])) and merged_into is null and erased_on is null
                        """, Sealed.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .list();
    }

    boolean holdNationalId(String nikIndex, @Nullable UUID besides) {
        return find("nikIndex", nikIndex)
                .firstResultOptional()
                .filter(person -> !person.id().equals(besides))
                .isPresent();
    }

    /** Those of the keyed hashes that somebody has as their NIK. */
    Set<String> heldNationalIds(String[] nikIndexes) {
        return new HashSet<>(
                session.createNativeQuery("select nik_index from person where nik_index = any(:indexes)", String.class)
                        .setParameter("indexes", nikIndexes)
                        .list());
    }

    /** Whoever has a NIK, as far as the caller may see them; where two records were merged, the one that counts. */
    Optional<Person> withNationalId(String nikIndex) {
        return find("nikIndex", nikIndex)
                .firstResultOptional()
                .map(this::survivor)
                .filter(person -> caller.areas().reaches(person.areaCode()));
    }

    /**
     * Those after one in the order of their ids who are neither merged nor erased; all, or changed since. Nobody changes them
     * before the transaction ends, so that nothing is written of what they were.
     */
    List<UUID> currentAfter(@Nullable UUID after, @Nullable Instant changedSince, int most) {
        var sql = new StringBuilder("select id from person where merged_into is null and erased_on is null");
        Map<String, Object> values = new HashMap<>();
        if (after != null) {
            sql.append(" and id > :after");
            values.put("after", after);
        }
        if (changedSince != null) {
            sql.append(" and updated_at >= :changedSince");
            values.put("changedSince", changedSince);
        }
        var query = session.createNativeQuery(sql + " order by id for share", UUID.class)
                .setMaxResults(most);
        values.forEach(query::setParameter);
        return query.list();
    }

    /** Those of them who are neither merged nor erased; nobody changes them before the transaction ends. */
    List<Locked> lockCurrent(Collection<UUID> ids) {
        return session.createNativeQuery("""
                        select id, version from person
                        where id = any(cast(:ids as uuid[])) and merged_into is null and erased_on is null
                        order by id for share
                        """, Locked.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .list();
    }

    List<Person> absorbedBy(UUID survivorId) {
        return list("mergedInto", survivorId);
    }

    List<Person> enteredFor(UUID caseId) {
        return list("caseId", caseId);
    }

    List<Person> list(Filter filter, Keyset keyset) {
        var sql = new StringBuilder(
                "select * from person where id < :before and merged_into is null and area_code like any(:scope)");
        Map<String, Object> values = new HashMap<>();
        values.put("before", keyset.before());
        values.put("scope", caller.areas().patterns());
        if (filter.areaCode() != null) {
            sql.append(" and area_code like :area");
            values.put("area", filter.areaCode() + "%");
        }
        if (filter.status() != null) {
            sql.append(filter.status() == Person.Status.ALIVE ? " and died_on is null" : " and died_on is not null");
        }
        if (filter.sex() != null) {
            sql.append(" and sex = :sex");
            values.put("sex", filter.sex().name());
        }
        if (filter.disabled() != null) {
            sql.append(filter.disabled() ? " and disabled" : " and not disabled");
        }
        if (filter.updatedSince() != null) {
            sql.append(" and updated_at >= :updatedSince");
            values.put("updatedSince", filter.updatedSince());
        }
        var query = session.createNativeQuery(sql + " order by id desc", Person.class)
                .setMaxResults(keyset.fetch());
        values.forEach(query::setParameter);
        return query.list();
    }

    /** People dead since a day or longer who are not erased; skips what another replica works on. */
    List<Person> lockUnerased(LocalDate diedBy) {
        return session.createNativeQuery("""
                        select * from person where erased_on is null and died_on <= :diedBy
                        order by id
                        for update skip locked
                        """, Person.class)
                .setParameter("diedBy", diedBy)
                .setMaxResults(BATCH)
                .list();
    }

    /** Somebody who may not be there, or not for the caller. */
    Optional<Person> reach(UUID id) {
        return findByIdOptional(id).filter(person -> caller.areas().reaches(person.areaCode()));
    }

    /** The record of the same person that counts. */
    Person survivor(Person person) {
        return person.mergedInto() == null ? person : survivor(findById(person.mergedInto()));
    }

    private Person reachable(@Nullable Person person) {
        if (person == null) {
            throw KitProblem.NOT_FOUND.refused();
        }
        caller.reach(person.areaCode());
        return person;
    }
}
