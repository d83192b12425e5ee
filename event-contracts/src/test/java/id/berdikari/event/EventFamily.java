package id.berdikari.event;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The four sealed families, and the topic and service each belongs to. */
enum EventFamily {
    BENEFICIARY(BeneficiaryEvent.class),
    FUNDRAISING(FundraisingEvent.class),
    PROGRAM(ProgramEvent.class),
    MONITORING(MonitoringEvent.class);

    private final Class<? extends Event> family;

    EventFamily(Class<? extends Event> family) {
        this.family = family;
    }

    static List<Class<? extends Event>> allTypes() {
        return Stream.of(values()).flatMap(family -> family.types()).toList();
    }

    static EventFamily of(Class<? extends Event> type) {
        return Stream.of(values())
                .filter(family -> family.family.isAssignableFrom(type))
                .findAny()
                .orElseThrow();
    }

    Set<String> typeNames() {
        return types().map(Event::typeOf).collect(Collectors.toCollection(TreeSet::new));
    }

    String topic() {
        return name().toLowerCase(java.util.Locale.ROOT) + "-events";
    }

    String service() {
        return name().toLowerCase(java.util.Locale.ROOT) + "-service";
    }

    private Stream<Class<? extends Event>> types() {
        return Arrays.stream(family.getPermittedSubclasses()).map(each -> each.asSubclass(Event.class));
    }
}
