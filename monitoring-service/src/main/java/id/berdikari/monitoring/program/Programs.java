package id.berdikari.monitoring.program;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Programs {

    private final Session session;

    Programs(Session session) {
        this.session = session;
    }

    Optional<KnownProgram> locked(UUID id) {
        return session.createNativeQuery(
                        "select id, beneficiary_id, delivered_on from program where id = :id for update",
                        KnownProgram.class)
                .setParameter("id", id)
                .uniqueResultOptional();
    }

    /** Keeps the earliest hand-over, whatever the order in which they are told. */
    void put(UUID id, UUID beneficiaryId, @Nullable LocalDate deliveredOn) {
        session.createNativeMutationQuery("""
                        insert into program (id, beneficiary_id, delivered_on) values (:id, :beneficiary, :deliveredOn)
                        on conflict (id) do update
                        set delivered_on = least(program.delivered_on, excluded.delivered_on)""")
                .setParameter("id", id)
                .setParameter("beneficiary", beneficiaryId)
                .setParameter("deliveredOn", deliveredOn, LocalDate.class)
                .executeUpdate();
    }
}
