package id.berdikari.kit.identifier;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes UUIDs of version 7 (RFC 9562, section 5.7), which sort by the time they were made. */
public final class Identifiers {

    private Identifiers() {}

    /**
     * Makes an identifier.
     *
     * @return a new UUIDv7, greater than all made before by this process
     */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
