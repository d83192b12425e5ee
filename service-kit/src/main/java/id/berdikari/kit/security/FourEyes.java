package id.berdikari.kit.security;

import id.berdikari.kit.problem.KitProblem;
import java.util.Collection;
import java.util.List;

/** Maker is never checker. People are compared by their token's subject. */
public final class FourEyes {

    private FourEyes() {}

    /**
     * Refuses a step by somebody who did an earlier one.
     *
     * @param checker who wants to do this step
     * @param maker who did the earlier step
     * @throws id.berdikari.kit.problem.ProblemException (409, four-eyes-required) if they are the same
     */
    public static void require(String checker, String maker) {
        require(checker, List.of(maker));
    }

    /**
     * Refuses a step by somebody who did one of the earlier ones.
     *
     * @param checker who wants to do this step
     * @param makers all who did earlier steps
     * @throws id.berdikari.kit.problem.ProblemException (409, four-eyes-required) if the checker is among them
     */
    public static void require(String checker, Collection<String> makers) {
        if (makers.contains(checker)) {
            throw KitProblem.FOUR_EYES_REQUIRED.refused();
        }
    }
}
