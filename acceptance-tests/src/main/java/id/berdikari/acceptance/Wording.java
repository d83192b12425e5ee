package id.berdikari.acceptance;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What people write in a story. Marked, each text carries a word that stands nowhere else, so that it can be found again
 * wherever it went; plain, it reads as in life.
 */
final class Wording {
    private static final int MARK_LENGTH = 12;
    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

    private final boolean isMarked;
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();
    private final Set<String> published = ConcurrentHashMap.newKeySet();

    private Wording(boolean isMarked) {
        this.isMarked = isMarked;
    }

    static Wording plain() {
        return new Wording(false);
    }

    static Wording marked() {
        return new Wording(true);
    }

    /** A text that must stay where it was written. */
    String text(String text) {
        return marked(text, secrets);
    }

    /** A text that was approved for publication. */
    String published(String text) {
        return marked(text, published);
    }

    /** A value that has a form of its own, such as a phone number. */
    String secret(String value) {
        secrets.add(value);
        return value;
    }

    String mail() {
        return secret("donor-" + word()) + "@example.org";
    }

    String digits(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> Integer.toString(RANDOM.nextInt(10)))
                .collect(Collectors.joining());
    }

    String serial() {
        return "%04d".formatted(RANDOM.nextInt(1, 10_000));
    }

    /** Every text and value that nobody but the service that took it may ever show. */
    Set<String> secrets() {
        return Set.copyOf(secrets);
    }

    Set<String> published() {
        return Set.copyOf(published);
    }

    private String marked(String text, Set<String> remembered) {
        if (!isMarked) {
            return text;
        }
        var word = word();
        remembered.add(word);
        return text + " " + word;
    }

    private static String word() {
        return IntStream.range(0, MARK_LENGTH)
                .mapToObj(_ -> Character.toString('a' + RANDOM.nextInt(26)))
                .collect(Collectors.joining("", "zq", ""));
    }
}
