package id.berdikari.beneficiary.area;

import id.berdikari.area.AreaData;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

/** Brings the areas up to this build's release before the first request is answered. */
@ApplicationScoped
class AreaLoader {

    private final Areas areas;

    AreaLoader(Areas areas) {
        this.areas = areas;
    }

    @Transactional
    void load(@Observes StartupEvent start) {
        var loaded = areas.load();
        if (loaded.added() + loaded.changed() + loaded.closed() > 0) {
            Log.infof(
                    "Areas %s: %d added, %d changed, %d closed",
                    AreaData.version(), loaded.added(), loaded.changed(), loaded.closed());
        }
    }
}
