package id.berdikari.beneficiary.nomination;

import id.berdikari.kit.problem.FieldProblem;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/** Rules about lists in a request. */
final class Listing {

    private Listing() {}

    static <T> void requireDistinct(String list, String field, List<T> entries, Function<T, ?> key) {
        var seen = new HashSet<>();
        for (var i = 0; i < entries.size(); i++) {
            if (!seen.add(key.apply(entries.get(i)))) {
                throw FieldProblem.at(list + "/" + i + field, "listed-twice");
            }
        }
    }

    /** People are token subjects: so many different ones, and whoever records it was there. */
    static void requirePeople(String list, List<String> people, int least, String caller) {
        requireDistinct(list, "", people, Function.identity());
        if (people.size() < least) {
            throw FieldProblem.at(list, "too-few-people", least);
        }
        if (!people.contains(caller)) {
            throw FieldProblem.at(list, "caller-not-listed");
        }
    }
}
