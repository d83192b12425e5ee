package id.berdikari.local.population;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** Names as people of Aceh have them: one word or several, some with the father's name, old ones in the spelling before 1972. */
final class Names {
    private static final int NEW_SPELLING = 1972;
    private static final Properties WORDS = words();
    private static final List<String> MAN = words("man");
    private static final List<String> WOMAN = words("woman");
    private static final List<String> MAN_SECOND = words("manSecond");
    private static final List<String> WOMAN_SECOND = words("womanSecond");

    private Names() {}

    static String of(Sex sex, int birthYear, Dice dice) {
        var name = plain(sex, dice);
        if (dice.falls(0.10)) {
            name += (sex == Sex.FEMALE ? " binti " : " bin ") + dice.commonOf(MAN);
        }
        if (birthYear < NEW_SPELLING - 8 && dice.falls(0.2)) {
            return oldSpelling(name);
        }
        if (birthYear < 1980 && dice.falls(0.03)) {
            return (sex == Sex.FEMALE ? "Hj. " : "H. ") + name;
        }
        return birthYear < 2000 && dice.falls(0.015) ? name + (dice.falls(0.5) ? ", S.Pd" : ", S.E.") : name;
    }

    /** The same name as another office may have written it down. */
    static String writtenOtherwise(String name) {
        var old = oldSpelling(name);
        if (!old.equals(name)) {
            return old;
        }
        var doubled = name.replaceFirst("(?<=[aiueo])([lmnrst])(?=[aiueo])", "$1$1");
        return doubled.equals(name) ? name.replaceFirst("i(?= |$)", "y") : doubled;
    }

    static String oldSpelling(String name) {
        return name.replace("j", "dj")
                .replace("J", "Dj")
                .replace("y", "j")
                .replace("Y", "J")
                .replace("c", "tj")
                .replace("C", "Tj")
                .replace("u", "oe")
                .replace("U", "Oe");
    }

    private static String plain(Sex sex, Dice dice) {
        var first = dice.commonOf(sex == Sex.FEMALE ? WOMAN : MAN);
        var seconds = sex == Sex.FEMALE ? WOMAN_SECOND : MAN_SECOND;
        return switch (dice.which(0.08, 0.12)) {
            case 0 -> first;
            case 1 -> first + " " + dice.commonOf(sex == Sex.FEMALE ? WOMAN : MAN) + " " + dice.anyOf(seconds);
            default -> first + " " + dice.anyOf(seconds);
        };
    }

    private static List<String> words(String kind) {
        return List.of(Objects.requireNonNull(WORDS.getProperty(kind)).split(",", -1));
    }

    private static Properties words() {
        var words = new Properties();
        try (var file = Objects.requireNonNull(Names.class.getResourceAsStream("/population/names.properties"))) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
