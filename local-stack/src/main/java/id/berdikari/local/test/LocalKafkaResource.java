package id.berdikari.local.test;

import id.berdikari.local.LocalKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a Quarkus test a real broker, shared by the test JVM: prefix topics and groups where that matters. */
public final class LocalKafkaResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        var servers = OncePerJvm.value(
                "berdikari.test.kafka", () -> LocalKafka.throwaway().bootstrapServers());
        return Map.of("kafka.bootstrap.servers", servers);
    }

    /** The broker is shared and ends with the JVM. */
    @Override
    public void stop() {}
}
