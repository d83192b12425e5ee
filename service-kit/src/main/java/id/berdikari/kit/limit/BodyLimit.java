package id.berdikari.kit.limit;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a request that announces a body over the limit, before reading it, in the form of all other refusals. */
@ApplicationScoped
class BodyLimit {

    private static final int EARLY = 1_000;

    private final long limit;

    BodyLimit(@ConfigProperty(name = "berdikari.limit.body-bytes") long limit) {
        this.limit = limit;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext routing) {
        var announced = routing.request().getHeader("Content-Length");
        if (announced != null && isOver(announced)) {
            routing.response()
                    .setStatusCode(413)
                    .putHeader("Content-Type", "application/problem+json")
                    .putHeader("Connection", "close")
                    .end(
                            "{\"type\":\"/problems/request-too-large\",\"title\":\"The request is too large\",\"status\":413}");
        } else {
            routing.next();
        }
    }

    private boolean isOver(String announced) {
        try {
            return Long.parseLong(announced) > limit;
        } catch (NumberFormatException malformed) {
            return true;
        }
    }
}
