package id.berdikari.beneficiary.measurement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
class MeasuringRuns implements PanacheRepositoryBase<MeasuringRun, UUID> {

    private final Session session;

    MeasuringRuns(Session session) {
        this.session = session;
    }

    /** One that has not come to its end and on which no other replica works. */
    Optional<MeasuringRun> lockUnfinished() {
        return session.createNativeQuery("""
                        select * from measuring_run where ended_at is null order by id limit 1 for update skip locked
                        """, MeasuringRun.class).uniqueResultOptional();
    }

    Optional<MeasuringRun> latest(UUID setId) {
        return find("dimensionSetId = ?1 order by id desc", setId).firstResultOptional();
    }
}
