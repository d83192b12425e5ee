package id.berdikari.beneficiary.registry;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Watches who comes into the register, so that nobody stays in it twice unseen. */
public interface DuplicateWatch {

    /**
     * People were entered or their records changed; called in that transaction, best with many at once. Also renews by what
     * their names are found.
     */
    void look(Collection<UUID> people);

    /**
     * Looks at people whom an earlier transaction entered, in one of its own; as they are by now. By what names they are found
     * stays as it is.
     */
    void lookAfterwards(List<PersonProfile> entrants);

    /** The same for those who were entered after something got its id, and at whom nobody looked. */
    void lookAtMissed(UUID enteredAfter);

    /** The questions about somebody that nobody has answered yet. */
    List<UUID> openAbout(UUID personId);

    /** Somebody was erased. */
    void forget(UUID personId);
}
