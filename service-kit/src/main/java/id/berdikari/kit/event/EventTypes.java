package id.berdikari.kit.event;

import id.berdikari.event.Event;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The event types of a sealed family.
 *
 * @param byName the records by type name
 * @param <E> the family
 */
public record EventTypes<E extends Event>(Map<String, Class<? extends E>> byName) {

    /**
     * Reads the permitted records of a family.
     *
     * @param family a sealed interface
     * @param <E> the family
     * @return its types
     */
    public static <E extends Event> EventTypes<E> of(Class<E> family) {
        return new EventTypes<>(Arrays.stream(family.getPermittedSubclasses())
                .map(each -> each.asSubclass(family))
                .collect(Collectors.toUnmodifiableMap(Event::typeOf, each -> each)));
    }

    /**
     * Finds a type.
     *
     * @param name the CloudEvents type
     * @return its record; empty for a type newer than this service
     */
    public Optional<Class<? extends E>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
