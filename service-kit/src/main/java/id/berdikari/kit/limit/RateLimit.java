package id.berdikari.kit.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.berdikari.kit.security.Caller;
import io.github.bucket4j.Bucket;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts anonymous calls by client address and operation. Addresses are those that Quarkus trusts. */
@Provider
@RateLimited
public class RateLimit implements ContainerRequestFilter {

    private static final long MAX_CLIENTS = 100_000;

    private final Caller caller;
    private final RoutingContext routing;
    private final ResourceInfo operation;
    private final int perMinute;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_CLIENTS)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();

    RateLimit(
            Caller caller,
            RoutingContext routing,
            ResourceInfo operation,
            @ConfigProperty(name = "berdikari.limit.anonymous-per-minute") int perMinute) {
        this.caller = caller;
        this.routing = routing;
        this.operation = operation;
        this.perMinute = perMinute;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!caller.isAnonymous()) {
            return;
        }
        var client = routing.request().remoteAddress().hostAddress() + " "
                + operation.getResourceMethod().getName();
        var bucket = buckets.get(
                client,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .build());
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            var seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
            throw new WebApplicationException(
                    Response.status(429).header("Retry-After", seconds).build());
        }
    }
}
