package id.berdikari.acceptance;

import id.berdikari.local.Link;
import id.berdikari.local.Links.End;
import id.berdikari.local.LocalSuite;
import id.berdikari.local.Service;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that breaks, and how it is made whole again.
 *
 * @param kind what happens, the same for all that it happens to
 * @param victim what it happens to
 */
record Fault(String kind, String victim, Course course) {

    /** Strikes, lasts and is mended, and returns when the operator has done what there is to do. */
    @FunctionalInterface
    interface Course {
        void run(LocalSuite suite);
    }

    private static final Patience STAGING = new Patience(Duration.ofMinutes(3));

    /** The high half of the key of the relay's advisory lock. */
    private static final String RELAYING = """
            select a.application_name from pg_locks l join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted and l.classid = 28533 and a.datname = current_database()""";

    static Fault kill(Service service, Duration down) {
        return new Fault("kill -9", "the " + service.id() + " service", suite -> {
            suite.kill(service);
            Patience.rest(down);
            suite.start(service);
        });
    }

    /** As in an upgrade without a second replica: nobody waits for what it is just doing. */
    static Fault stop(Service service, Duration down) {
        return new Fault("stopped in order", "the " + service.id() + " service", suite -> {
            suite.stop(service);
            Patience.rest(down);
            suite.start(service);
        });
    }

    static Fault killBroker(Duration down) {
        return new Fault("kill -9", "the broker", suite -> {
            suite.killKafka();
            Patience.rest(down);
            suite.startKafka();
        });
    }

    static Fault killDatabase(Duration down) {
        return new Fault("kill -9", "the database", suite -> {
            suite.killPostgres();
            Patience.rest(down);
            suite.startPostgres();
        });
    }

    /** Everything that reaches a service or that it reaches. */
    static Fault cut(Service service, Duration length) {
        return new Fault(
                "network cut",
                "the " + service.id() + " service",
                suite -> cut(suite.links().of(service), length));
    }

    static Fault cut(End end, Duration length) {
        return new Fault(
                "network cut",
                "the " + end.name().toLowerCase(Locale.ROOT),
                suite -> cut(suite.links().to(end), length));
    }

    static Fault cut(Service service, End end, Duration length) {
        return new Fault(
                "network cut",
                "the " + service.id() + " service from its " + end.name().toLowerCase(Locale.ROOT),
                suite -> cut(List.of(suite.links().of(service, end)), length));
    }

    static Fault reset(Service service) {
        return new Fault(
                "connections reset",
                "the " + service.id() + " service",
                suite -> suite.links().of(service).forEach(Link::reset));
    }

    /** Two replicas; the broker is out of reach until the outbox fills and one of them is seen to relay: that one dies. */
    static Fault killRelayingReplica(Service service) {
        return new Fault("kill -9 while relaying", "one of two of the " + service.id() + " service", suite -> {
            suite.startSecond(service);
            if (whoRelays(suite, service).equals(service.id())) {
                suite.kill(service);
                suite.links().of(service, End.BROKER).heal();
                suite.start(service);
                suite.killSecond(service);
            } else {
                suite.killSecond(service);
                suite.links().of(service, End.BROKER).heal();
            }
        });
    }

    /** Cuts the service off the broker, so that the replica that relays is stuck doing it. */
    private static String whoRelays(LocalSuite suite, Service service) {
        var databases = new Databases(suite);
        var broker = suite.links().of(service, End.BROKER);
        broker.cut();
        try {
            return STAGING.until(
                    "the outbox of " + service.id() + " fills and a replica relays",
                    () -> databases.count(service, "select count(*) from outbox") == 0
                            ? Optional.empty()
                            : databases.rows(service, RELAYING).stream().findFirst());
        } catch (RuntimeException failed) {
            broker.heal();
            throw failed;
        }
    }

    private static void cut(List<Link> links, Duration length) {
        links.forEach(Link::cut);
        Patience.rest(length);
        links.forEach(Link::heal);
    }

    @Override
    public String toString() {
        return kind + ": " + victim;
    }
}
