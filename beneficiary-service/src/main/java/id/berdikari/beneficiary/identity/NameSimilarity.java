package id.berdikari.beneficiary.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * How similar names are, in thousandths. Words are compared by the similarity of Jaro and Winkler (Winkler 1990; prefix
 * scale 0.1, at most four letters), each with the one that is most similar to it; an initial fits its word.
 */
public final class NameSimilarity {

    public static final int WHOLE = 1000;

    /** Names so similar when they are written as one word are only cut into words differently. */
    public static final int JOINED = 960;

    private static final int INITIAL = 930;

    /** What a word of the name that is looked for costs where the other has none for it. */
    private static final int MISSING_WORD = 120;

    /** What a further word costs that nobody asked for. */
    private static final int FURTHER_WORD = 10;

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

    private NameSimilarity() {}

    /** Of a name that is looked for to one that is known, in whatever order and however it is cut into words. */
    public static int of(SpokenName sought, SpokenName known) {
        var few = sought.words();
        var many = known.words();
        if (few.isEmpty() || many.isEmpty()) {
            return 0;
        }
        var pairs = few.size() <= many.size() ? paired(few, many) : paired(many, few);
        var mean = (int)
                Math.round(pairs.stream().mapToInt(Integer::intValue).average().orElse(0));
        var missing = MISSING_WORD * Math.max(0, few.size() - many.size());
        var further = FURTHER_WORD * Math.max(0, many.size() - few.size());
        var joined = ofWords(String.join("", few), String.join("", many));
        return joined >= JOINED ? Math.max(joined, mean - missing - further) : mean - missing - further;
    }

    public static int ofWords(String one, String other) {
        var isInitial = (one.length() == 1 || other.length() == 1) && one.charAt(0) == other.charAt(0);
        return isInitial && !one.equals(other)
                ? INITIAL
                : Math.toIntExact(Math.round(WHOLE * JARO_WINKLER.apply(one, other)));
    }

    /** The similarity of each word of the shorter name to the word of the longer one that it goes with, best pairs first. */
    public static List<Integer> paired(List<String> fewer, List<String> more) {
        record Match(int one, int other, int similarity) {}
        var matches = new ArrayList<Match>();
        for (var i = 0; i < fewer.size(); i++) {
            for (var j = 0; j < more.size(); j++) {
                matches.add(new Match(i, j, ofWords(fewer.get(i), more.get(j))));
            }
        }
        matches.sort(Comparator.comparingInt(Match::similarity).reversed());
        var taken = new HashSet<Integer>();
        var met = new HashSet<Integer>();
        var best = new ArrayList<Integer>();
        for (var match : matches) {
            if (!taken.contains(match.one()) && !met.contains(match.other())) {
                taken.add(match.one());
                met.add(match.other());
                best.add(match.similarity());
            }
        }
        return best;
    }
}
