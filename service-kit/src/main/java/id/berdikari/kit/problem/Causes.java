package id.berdikari.kit.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Walks from an exception to what caused it. */
public final class Causes {

    private static final int DEEPEST = 20;

    private Causes() {}

    /**
     * The exception and its causes.
     *
     * @param failed an exception; null yields nothing
     * @return from the outermost to the innermost, at most 20
     */
    public static Stream<Throwable> of(@Nullable Throwable failed) {
        List<Throwable> causes = new ArrayList<>();
        for (var cause = failed; cause != null && causes.size() < DEEPEST; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes.stream();
    }
}
