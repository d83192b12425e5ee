package id.berdikari.acceptance;

import id.berdikari.local.LocalSuite;
import id.berdikari.local.SuiteAccess;
import id.berdikari.local.SuitePlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One running suite for all tests of this JVM, on free ports, with data of its own; it ends with the JVM. Everything that
 * is written into it is marked by one {@link Wording}, so that what leaks can be found whoever wrote it.
 */
final class SharedSuite {
    private static final Path DATA = Path.of("target/suite").toAbsolutePath();
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(90));
    private static final int PORTS = 64;

    /** All tests come from one address, so the limit for one visitor would stop them. JSON logs say more than text. */
    static final Map<String, String> ENVIRONMENT = Map.of(
            "BERDIKARI_LIMIT_ANONYMOUS_PER_MINUTE", "6000",
            "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");

    private static final Wording WORDING = Wording.marked();

    private SharedSuite() {}

    private static final class Running {
        private static final LocalSuite PROCESSES;
        private static final Suite CLIENTS;

        static {
            Folders.empty(DATA);
            var portBase = freePortBase();
            PROCESSES = SuitePlan.in(DATA, portBase)
                    .environment(ENVIRONMENT)
                    .onLinks()
                    .start(System.out::println);
            CLIENTS = new Suite(SuiteAccess.onLinks(PROCESSES), PATIENCE);
        }
    }

    private static final class Told {
        private static final StoryA.Ending STORY = live(Help.mobilityAid());
    }

    static LocalSuite processes() {
        return Running.PROCESSES;
    }

    static Suite clients() {
        return Running.CLIENTS;
    }

    static Wording wording() {
        return WORDING;
    }

    /** A story that ended, told once for all tests that only look at it. */
    static StoryA.Ending story() {
        return Told.STORY;
    }

    static StoryA.Ending live(Help help) {
        return live(help, step -> {});
    }

    static StoryA.Ending live(Help help, StoryListener listener) {
        return new StoryA(clients(), WORDING, listener, help).live();
    }

    static int freePortBase() {
        return IntStream.iterate(21_000, base -> base < 31_000, base -> base + 2 * PORTS)
                .filter(base -> IntStream.rangeClosed(1, PORTS).allMatch(offset -> isFree(base + offset)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
