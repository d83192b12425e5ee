package id.berdikari.kit.paging;

import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.problem.KitProblem;
import id.berdikari.kit.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Opens and seals cursors. A cursor carries the last key of a page, bound by a MAC to the list and its filter. */
@ApplicationScoped
public class Cursors {

    /** The page size where none is asked for. */
    public static final String DEFAULT_LIMIT = "50";

    private static final int MAX_LIMIT = 200;
    private static final int MAC_LENGTH = 16;

    private final Secrets secrets;

    Cursors(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * Starts reading a page.
     *
     * @param cursor the client's cursor; null or empty for the first page
     * @param limit how many entries are wanted, 1 to 200
     * @param filter the list's name and the filter's values, nulls allowed, always in the same order
     * @return where to read
     * @throws id.berdikari.kit.problem.ProblemException (400, invalid-cursor) if the cursor is not one of ours or belongs
     *     to another filter
     * @throws FieldProblem (400) if the limit is out of range
     */
    public Keyset open(@Nullable String cursor, int limit, @Nullable Object... filter) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw FieldProblem.at("limit", "size-of-page", MAX_LIMIT);
        }
        var scope = Arrays.toString(filter);
        return new Keyset(this, scope, cursor == null || cursor.isEmpty() ? null : read(cursor, scope), limit);
    }

    String seal(String key, String scope) {
        var text = key.getBytes(StandardCharsets.UTF_8);
        var sealed = Arrays.copyOf(mac(key, scope), MAC_LENGTH + text.length);
        System.arraycopy(text, 0, sealed, MAC_LENGTH, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    private String read(String cursor, String scope) {
        try {
            var sealed = Base64.getUrlDecoder().decode(cursor);
            if (sealed.length <= MAC_LENGTH) {
                throw KitProblem.INVALID_CURSOR.refused();
            }
            var key = new String(sealed, MAC_LENGTH, sealed.length - MAC_LENGTH, StandardCharsets.UTF_8);
            if (!MessageDigest.isEqual(Arrays.copyOf(sealed, MAC_LENGTH), mac(key, scope))) {
                throw KitProblem.INVALID_CURSOR.refused();
            }
            return key;
        } catch (IllegalArgumentException malformed) {
            throw KitProblem.INVALID_CURSOR.refused();
        }
    }

    private byte[] mac(String key, String scope) {
        return Arrays.copyOf(secrets.mac("cursor", scope + "\n" + key), MAC_LENGTH);
    }
}
