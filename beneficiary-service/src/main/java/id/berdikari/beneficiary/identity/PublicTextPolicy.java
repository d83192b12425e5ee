package id.berdikari.beneficiary.identity;

import id.berdikari.kit.problem.FieldProblem;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides whether a text may be published about a person: it must not show who or exactly where they are. The names of the
 * kecamatan and of what contains it may stand in it.
 */
public record PublicTextPolicy(Identity person, Collection<String> publicPlaces) {

    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST_PLACE = 4;

    /** Titles and patronymic particles that do not tell who somebody is. */
    private static final Set<String> TITLES =
            Set.of("bapak", "pak", "ibu", "mbah", "nenek", "kakek", "haji", "hajah", "bin", "binti", "almarhum");

    /** Words of addresses that do not tell where somebody lives. */
    private static final Set<String> GENERIC_PLACES = Set.of(
            "alamat",
            "barat",
            "belakang",
            "blok",
            "daerah",
            "dekat",
            "depan",
            "desa",
            "dukuh",
            "dusun",
            "gang",
            "jalan",
            "kabupaten",
            "kampung",
            "kecamatan",
            "kelurahan",
            "komplek",
            "kompleks",
            "kota",
            "lorong",
            "masjid",
            "nomor",
            "padukuhan",
            "pasar",
            "perumahan",
            "provinsi",
            "rukun",
            "rumah",
            "samping",
            "sebelah",
            "sekolah",
            "selatan",
            "tengah",
            "tetangga",
            "timur",
            "utara",
            "warga");

    /** What Indonesian hangs on to a word without changing it. */
    private static final Set<String> ENCLITICS = Set.of("", "nya", "ku", "mu", "lah", "kah", "pun");

    /** Refuses the text by the rule that it breaks, without repeating what it shows. */
    public void require(String pointer, String text) {
        var words = words(text);
        var digits = digits(text);
        if (shows(words, parts(person.fullName(), SHORTEST_NAME, TITLES))) {
            throw FieldProblem.at(pointer, "reveals-name");
        }
        if (person.nik() != null && digits.contains(person.nik().digits())) {
            throw FieldProblem.at(pointer, "reveals-nik");
        }
        if (person.phone() != null && digits.contains(person.phone().nationalDigits())) {
            throw FieldProblem.at(pointer, "reveals-phone");
        }
        if (person.address() != null && shows(words, homeWords(person.address()))) {
            throw FieldProblem.at(pointer, "reveals-address");
        }
    }

    private Set<String> homeWords(String address) {
        var mayBeTold =
                publicPlaces.stream().flatMap(name -> words(name).stream()).collect(Collectors.toSet());
        var home = parts(address, SHORTEST_PLACE, GENERIC_PLACES);
        home.removeAll(mayBeTold);
        return home;
    }

    private static boolean shows(Set<String> words, Set<String> secrets) {
        return secrets.stream()
                .flatMap(secret -> ENCLITICS.stream().map(enclitic -> secret + enclitic))
                .anyMatch(words::contains);
    }

    private static Set<String> parts(String text, int shortest, Set<String> generic) {
        Predicate<String> telling = word -> word.length() >= shortest
                && !generic.contains(word)
                && word.chars().anyMatch(Character::isLetter);
        return words(text).stream().filter(telling).collect(Collectors.toSet());
    }

    private static Set<String> words(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+|\\p{Cf}+", "")
                .toLowerCase(Locale.ROOT);
        var pieces = Arrays.stream(plain.split("[^\\p{L}\\p{Nd}]+", -1));
        // An apostrophe inside a word may be left out or not: Nu'man, Numan.
        var joined = Arrays.stream(plain.replaceAll("['’‘`ʼ]", "").split("[^\\p{L}\\p{Nd}]+", -1));
        return Stream.concat(pieces, joined).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    /** All digits in a row, so that no way of grouping them hides a number. */
    private static String digits(String text) {
        return text.codePoints()
                .filter(Character::isDigit)
                .mapToObj(digit -> Integer.toString(Character.digit(digit, 10)))
                .collect(Collectors.joining());
    }
}
