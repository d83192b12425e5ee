package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.SpokenName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * By what a name is found again: the sounds of its words, and of each two of them whatever their order. Errors in typing are
 * answered where a name is looked for, by asking for all sounds that are one slip away, so that they cost no room.
 */
final class NameClues {

    /** How far what a clue finds is from the name that was typed. */
    enum Nearness {
        SAME,
        CUT_DIFFERENTLY,
        ONE_SLIP
    }

    /** Who has more words is found by the first ones. */
    private static final int WORDS = 5;

    /** Of more words, two without a slip are enough. */
    private static final int WORDS_WITH_SLIPS = 3;

    private static final int SHORTEST_PART = 2;

    /** What a sound can begin with and go on with. */
    private static final String FIRST = "abcdgjklmnprstw";

    private static final String FURTHER = "bcdgklmnprstw";

    private static final String MUHAMAD = SpokenName.soundOf("muhamad");

    private NameClues() {}

    /** What is kept of a name. */
    static Set<String> kept(SpokenName name) {
        var words = words(name);
        var clues = new LinkedHashSet<String>();
        for (var i = 0; i < words.size(); i++) {
            if (!isInitial(words.get(i)) || words.size() == 1) {
                clues.add(one(sound(words.get(i))));
            }
            for (var j = i + 1; j < words.size(); j++) {
                clues.add(two(sound(words.get(i)), sound(words.get(j))));
            }
        }
        if (words.size() == 1) {
            clues.add(alone(sound(words.getFirst())));
        }
        return clues;
    }

    /** Whether a name says enough to be looked for: initials alone do not. */
    static boolean canBeSought(SpokenName name) {
        return !name.words().stream().allMatch(NameClues::isInitial);
    }

    /** What to ask for where a name is looked for. */
    static Map<String, Nearness> sought(SpokenName name) {
        var words = words(name);
        var written = words.stream().filter(word -> !isInitial(word)).toList();
        var clues = new LinkedHashMap<String, Nearness>();
        if (written.size() == 1) {
            clues.put(one(sound(written.getFirst())), Nearness.SAME);
        }
        eachTwo(words, (word, other) -> {
            clues.put(two(sound(word), sound(other)), Nearness.SAME);
            if (word.equals("m") || other.equals("m")) {
                clues.put(two(MUHAMAD, sound(word.equals("m") ? other : word)), Nearness.SAME);
            }
        });
        addCutDifferently(clues, words, written);
        addSlips(clues, written);
        return clues;
    }

    private static void addCutDifferently(Map<String, Nearness> clues, List<String> words, List<String> written) {
        written.forEach(word -> {
            for (var i = SHORTEST_PART; i <= word.length() - SHORTEST_PART; i++) {
                var split = two(sound(word.substring(0, i)), sound(word.substring(i)));
                clues.putIfAbsent(split, Nearness.CUT_DIFFERENTLY);
            }
        });
        eachTwo(written, (word, other) -> {
            clues.putIfAbsent(two(initial(word), sound(other)), Nearness.CUT_DIFFERENTLY);
            clues.putIfAbsent(two(sound(word), initial(other)), Nearness.CUT_DIFFERENTLY);
        });
        for (var i = 0; i + 1 < words.size(); i++) {
            var others = new ArrayList<>(words);
            var joined = sound(words.get(i) + words.get(i + 1));
            others.subList(i, i + 2).clear();
            clues.putIfAbsent(one(joined), Nearness.CUT_DIFFERENTLY);
            others.forEach(other -> clues.putIfAbsent(two(joined, sound(other)), Nearness.CUT_DIFFERENTLY));
        }
        if (written.size() > 1) {
            written.forEach(word -> clues.putIfAbsent(alone(sound(word)), Nearness.CUT_DIFFERENTLY));
        }
    }

    private static void addSlips(Map<String, Nearness> clues, List<String> written) {
        if (written.size() == 1) {
            slips(sound(written.getFirst())).forEach(slip -> clues.putIfAbsent(one(slip), Nearness.ONE_SLIP));
        } else if (written.size() <= WORDS_WITH_SLIPS) {
            eachTwo(written, (word, other) -> {
                slips(sound(word)).forEach(slip -> clues.putIfAbsent(two(slip, sound(other)), Nearness.ONE_SLIP));
                slips(sound(other)).forEach(slip -> clues.putIfAbsent(two(sound(word), slip), Nearness.ONE_SLIP));
            });
        }
    }

    /** All sounds that one letter left out, put in, mistaken or swapped makes of one. */
    static Collection<String> slips(String sound) {
        var slips = new LinkedHashSet<String>();
        for (var i = 0; i <= sound.length(); i++) {
            var before = sound.substring(0, i);
            var after = sound.substring(i);
            for (var letter : (i == 0 ? FIRST : FURTHER).toCharArray()) {
                slips.add(before + letter + after);
                if (!after.isEmpty()) {
                    slips.add(before + letter + after.substring(1));
                }
            }
            if (!after.isEmpty()) {
                slips.add(before + after.substring(1));
            }
            if (after.length() > 1) {
                slips.add(before + after.charAt(1) + after.charAt(0) + after.substring(2));
            }
        }
        var sounds = new LinkedHashSet<String>();
        slips.stream().filter(slip -> !slip.isEmpty()).map(SpokenName::soundOf).forEach(sounds::add);
        sounds.remove(sound);
        return sounds;
    }

    private static List<String> words(SpokenName name) {
        return name.words().stream().distinct().limit(WORDS).toList();
    }

    private static boolean isInitial(String word) {
        return word.length() == 1;
    }

    private static String sound(String word) {
        return SpokenName.soundOf(word);
    }

    private static String initial(String word) {
        return sound(word.substring(0, 1));
    }

    private static String one(String sound) {
        return "one|" + sound;
    }

    /** Of a name that has no other word. */
    private static String alone(String sound) {
        return "alone|" + sound;
    }

    private static String two(String sound, String other) {
        return sound.compareTo(other) <= 0 ? "two|" + sound + "|" + other : "two|" + other + "|" + sound;
    }

    private interface TwoWords {
        void take(String word, String other);
    }

    private static void eachTwo(List<String> words, TwoWords action) {
        for (var i = 0; i < words.size(); i++) {
            for (var j = i + 1; j < words.size(); j++) {
                action.take(words.get(i), words.get(j));
            }
        }
    }
}
