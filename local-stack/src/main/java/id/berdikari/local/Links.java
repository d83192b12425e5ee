package id.berdikari.local;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The cables of a suite whose network can fail: each service has one to its database, one to the broker, one to its clients. */
public final class Links implements AutoCloseable {

    /** What lies at the other end of a service's cable. */
    public enum End {
        DATABASE(20),
        BROKER(30),
        CLIENTS(40);

        private final int offset;

        End(int offset) {
            this.offset = offset;
        }

        int port(Service service, int portBase) {
            return service.port(portBase + offset);
        }
    }

    private static final int BROKER_LISTENERS = 50;

    private final int portBase;
    private final Map<Service, Map<End, Link>> links = new EnumMap<>(Service.class);

    private Links(int portBase) {
        this.portBase = portBase;
    }

    static Links open(int portBase, int postgresPort) {
        var links = new Links(portBase);
        for (var service : Service.values()) {
            var ends = new EnumMap<End, Link>(End.class);
            ends.put(End.DATABASE, Link.from(End.DATABASE.port(service, portBase), postgresPort));
            ends.put(
                    End.BROKER,
                    Link.from(End.BROKER.port(service, portBase), service.port(portBase + BROKER_LISTENERS)));
            ends.put(End.CLIENTS, Link.from(End.CLIENTS.port(service, portBase), service.port(portBase)));
            links.links.put(service, ends);
        }
        return links;
    }

    /** One cable. */
    public Link of(Service service, End end) {
        return Objects.requireNonNull(ends(service).get(end));
    }

    /** All cables of a service, as if its machine's were pulled. */
    public List<Link> of(Service service) {
        return List.copyOf(ends(service).values());
    }

    /** The cables of all services to one end, as if the database's or the broker's machine's were pulled. */
    public List<Link> to(End end) {
        return Stream.of(Service.values()).map(service -> of(service, end)).toList();
    }

    private Map<End, Link> ends(Service service) {
        return Objects.requireNonNull(links.get(service));
    }

    int port(Service service, End end) {
        return end.port(service, portBase);
    }

    /** What the broker needs to know, for {@link LocalKafka}. */
    List<String> brokerListeners() {
        return Stream.of(Service.values())
                .map(service -> "%s:%d:%d"
                        .formatted(
                                service.name(), service.port(portBase + BROKER_LISTENERS), port(service, End.BROKER)))
                .toList();
    }

    @Override
    public void close() {
        links.values().forEach(ends -> ends.values().forEach(Link::close));
    }
}
