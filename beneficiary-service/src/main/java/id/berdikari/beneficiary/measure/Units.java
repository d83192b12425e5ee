package id.berdikari.beneficiary.measure;

import id.berdikari.kit.problem.FieldProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rules about the units that a call lists. */
public final class Units {

    private Units() {}

    /** Nothing where no part has a name; else those without one are a part too, so that the parts add up to the whole. */
    public static <T> Map<Optional<String>, T> named(Map<Optional<String>, T> parts) {
        return parts.keySet().stream().anyMatch(Optional::isPresent) ? parts : Map.of();
    }

    /** Refuses what occurs twice; null is no occurrence. */
    public static <T> void requireDistinct(
            String list, String field, List<T> entries, Function<T, @Nullable String> key) {
        var seen = new HashSet<String>();
        for (var i = 0; i < entries.size(); i++) {
            var value = key.apply(entries.get(i));
            if (value != null && !seen.add(value)) {
                throw FieldProblem.at(list + "/" + i + field, "listed-twice");
            }
        }
    }

    /** Refuses blank names of groups, and more groups than a call takes. */
    public static <T> void requireGroups(String list, List<T> entries, Function<T, @Nullable String> group) {
        var seen = new HashSet<String>();
        for (var i = 0; i < entries.size(); i++) {
            var name = group.apply(entries.get(i));
            if (name != null && name.isBlank()) {
                throw FieldProblem.at(list + "/" + i + "/group", "not-blank");
            }
            if (name != null && seen.add(name) && seen.size() > Limits.GROUPS) {
                throw FieldProblem.at(list + "/" + i + "/group", "too-many-groups", Limits.GROUPS);
            }
        }
    }
}
