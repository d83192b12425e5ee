package id.berdikari.beneficiary.identity;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name as it is heard, however it was written: today's spelling for the one before 1972 (oe, dj, tj, sj, nj, and j where
 * y is spoken), one letter for what is written in several ways (sy and s, kh, ch and h, ph, v and f), no doubled letters, and
 * without what is no name: titles and degrees. A person of one name has one word. What follows bin or binti is the father's
 * name, which some offices write and others leave out.
 */
public record SpokenName(List<String> given, List<String> father) {

    private static final Set<String> NO_NAMES = Set.of(
            "alm",
            "almarhum",
            "almarhumah",
            "almh",
            "bapak",
            "bp",
            "bpk",
            "bu",
            "daeng",
            "dg",
            "dr",
            "dra",
            "drs",
            "h",
            "haji",
            "hajah",
            "hajjah",
            "hj",
            "ibu",
            "ir",
            "kh",
            "kiai",
            "kyai",
            "mas",
            "mbah",
            "mbak",
            "ny",
            "nyonya",
            "pak",
            "prof",
            "sdr",
            "sdri",
            "tn",
            "tuan",
            "ustad",
            "ustadz",
            "ustadzah",
            "ustaz");

    private static final Set<String> CHILD_OF = Set.of("bin", "bint", "binte", "binti", "bt", "bte");

    private static final Set<String> MUHAMAD = Set.of(
            "md", "mhd", "moch", "moh", "mohd", "much", "muh", "muhd", "mohamad", "mohamed", "mohamet", "muhamed",
            "muhamet");

    private static final Map<String, String> SHORT_FORMS = Map.of("abd", "abdul", "abdl", "abdul", "sity", "siti");

    /** What only the spelling before 1972 has. */
    private static final Pattern OLD_SPELLING = Pattern.compile("oe|dj|tj|sj");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+|\\p{Cf}+|['’‘`ʼ]");
    private static final Pattern AFTER_COMMA = Pattern.compile("(?<=\\p{L}),.*");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern HARSH_H = Pattern.compile("kh|ch");
    private static final Pattern VOWEL = Pattern.compile("[aeiou]");
    private static final Pattern SILENT_INSIDE = Pattern.compile("[aeiouyj]");

    /** Reads a name as people write it; what is before the first comma, because degrees follow it. */
    public static SpokenName of(String written) {
        var lower = unmarked(written).toLowerCase(Locale.ROOT);
        var plain = lower.indexOf(',') < 0 ? lower : AFTER_COMMA.matcher(lower).replaceFirst("");
        var all = Arrays.stream(NO_LETTERS.split(plain, -1))
                .filter(word -> !word.isEmpty())
                .toList();
        var names = all.stream().filter(word -> !NO_NAMES.contains(word)).toList();
        var telling = names.isEmpty() ? all : names;
        var childOf = telling.stream().filter(CHILD_OF::contains).findFirst().map(telling::indexOf);
        if (childOf.isEmpty() || childOf.get() == 0) {
            return new SpokenName(spoken(telling), List.of());
        }
        return new SpokenName(
                spoken(telling.subList(0, childOf.get())), spoken(telling.subList(childOf.get() + 1, telling.size())));
    }

    /** The given name and the father's. */
    public List<String> words() {
        return Stream.concat(given.stream(), father.stream()).toList();
    }

    /**
     * Each word of the given name by its consonants alone, without h, y and j, and its first vowel as such, in the order of
     * the alphabet: the same for what is heard alike, and for many names that differ. For finding what is worth a comparison,
     * not for judging.
     */
    public List<String> sounds() {
        return given.stream().map(SpokenName::soundOf).distinct().sorted().toList();
    }

    /** The given name by its sounds, whatever order and spaces its words have. */
    public String sound() {
        return String.join(" ", sounds());
    }

    /** Silent, so that no log or error can repeat it. */
    @Override
    public String toString() {
        return "SpokenName[hidden]";
    }

    /** Most names have nothing to take away, and this is read for every name that is compared. */
    private static String unmarked(String written) {
        var isPlain =
                written.chars().allMatch(letter -> letter == ' ' || (letter >= 'A' && letter <= 'z' && letter != '`'));
        return isPlain
                ? written
                : MARKS.matcher(Normalizer.normalize(written, Normalizer.Form.NFKD))
                        .replaceAll("");
    }

    private static List<String> spoken(List<String> words) {
        return words.stream()
                .filter(word -> !CHILD_OF.contains(word))
                .map(SpokenName::spoken)
                .toList();
    }

    private static String spoken(String written) {
        var softened = modern(written).replace("sy", "s");
        var plain = withoutSilentH(softened)
                .replace("v", "f")
                .replace("dz", "z")
                .replace("ts", "s")
                .replace("q", "k")
                .replace("x", "ks");
        var word = once(plain);
        return MUHAMAD.contains(written) || MUHAMAD.contains(word) ? "muhamad" : SHORT_FORMS.getOrDefault(word, word);
    }

    private static String withoutSilentH(String word) {
        if (word.indexOf('h') < 0) {
            return word;
        }
        return HARSH_H.matcher(word)
                .replaceAll("h")
                .replace("dh", "d")
                .replace("gh", "g")
                .replace("ph", "f")
                .replace("th", "t");
    }

    /** Each letter once where it stands several times in a row. */
    private static String once(String word) {
        var letters = new StringBuilder(word.length());
        var before = -1;
        for (var i = 0; i < word.length(); i += Character.charCount(before)) {
            if (word.codePointAt(i) != before) {
                letters.appendCodePoint(word.codePointAt(i));
            }
            before = word.codePointAt(i);
        }
        return letters.toString();
    }

    private static String modern(String word) {
        if (!OLD_SPELLING.matcher(word).find()) {
            return word;
        }
        var withoutOldJ = Arrays.stream(word.split("dj", -1))
                .map(part -> part.replace("tj", "c")
                        .replace("sj", "sy")
                        .replace("nj", "ny")
                        .replace("j", "y"))
                .collect(Collectors.joining("j"));
        return withoutOldJ.replace("oe", "u");
    }

    /** Of one word, as {@link #words()} has it. */
    public static String soundOf(String word) {
        var heard = word.replace("h", "").replace('f', 'p').replace('z', 's');
        if (heard.isEmpty()) {
            return word;
        }
        var first = VOWEL.matcher(heard.substring(0, 1)).replaceAll("a").replace("y", "j");
        var rest = SILENT_INSIDE.matcher(heard.substring(1)).replaceAll("");
        return once(first + hardened(rest));
    }

    /** The last consonant as it is spoken at the end of a word. */
    private static String hardened(String consonants) {
        if (consonants.isEmpty()) {
            return consonants;
        }
        var last = consonants.length() - 1;
        return consonants.substring(0, last)
                + switch (consonants.charAt(last)) {
                    case 'd' -> 't';
                    case 'b' -> 'p';
                    case 'g' -> 'k';
                    default -> consonants.charAt(last);
                };
    }
}
