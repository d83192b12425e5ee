package id.berdikari.fundraising.payment;

import id.berdikari.kit.problem.KitProblem;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Limits how many notifications with a wrong signature are answered one by one; those with a right one are not counted. */
@ApplicationScoped
class ForgeryLimit {

    private static final int PER_MINUTE = 60;

    private final Bucket bucket = Bucket.builder()
            .addLimit(limit -> limit.capacity(PER_MINUTE).refillGreedy(PER_MINUTE, Duration.ofMinutes(1)))
            .build();

    void count() {
        if (!bucket.tryConsume(1)) {
            throw KitProblem.TOO_MANY_REQUESTS.refused();
        }
    }
}
