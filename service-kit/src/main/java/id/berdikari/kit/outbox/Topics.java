package id.berdikari.kit.outbox;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the service's own topic, which keeps everything, and the one beside it for events that nobody could handle. */
@ApplicationScoped
class Topics {

    private static final int PARTITIONS = 12;
    private static final Map<String, String> KEEP_EVERYTHING = Map.of("retention.ms", "-1");

    private final Map<String, Object> kafka;
    private final String topic;
    private final boolean enabled;

    Topics(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "berdikari.topic") String topic,
            @ConfigProperty(name = "berdikari.relay.enabled", defaultValue = "true") boolean enabled) {
        this.kafka = kafka;
        this.topic = topic;
        this.enabled = enabled;
    }

    /** Outside the start-up path: a broker that is away delays events, not the service. */
    void create(@Observes StartupEvent event) {
        if (enabled) {
            Thread.ofPlatform().name("topic-creation").daemon().start(this::createUntilDone);
        }
    }

    private void createUntilDone() {
        while (!Thread.currentThread().isInterrupted()) {
            try (var admin = Admin.create(kafka)) {
                create(admin, topic);
                create(admin, topic + "-dlq");
                return;
            } catch (ExecutionException | TimeoutException | RuntimeException away) {
                Log.warnf(
                        "Topic %s cannot be made yet: %s",
                        topic, away.getClass().getSimpleName());
                pause();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void create(Admin admin, String name)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            admin.createTopics(List.of(
                            new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()).configs(KEEP_EVERYTHING)))
                    .all()
                    .get(10, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw failed;
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(2_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
