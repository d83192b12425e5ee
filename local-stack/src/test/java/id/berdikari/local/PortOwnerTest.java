package id.berdikari.local;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortOwnerTest {
    @Test
    void namesTheProcessThatHasThePort() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = taken.getLocalPort();

            var problem = assertThrows(LocalProblem.class, () -> PortOwner.requireFree(port, "Kafka"));

            var message = String.valueOf(problem.getMessage());
            assertTrue(message.contains("Port " + port + ", for Kafka, is taken by pid "
                    + ProcessHandle.current().pid()));
        }
    }
}
