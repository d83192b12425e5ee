package id.berdikari.kit.paging;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param <T> what is listed
 * @param items the entries, in the list's order
 * @param next the cursor of the next page; null on the last one
 */
public record Page<T>(
        List<T> items,

        @Schema(
                nullable = true,
                examples = "AZgfbnwAcACAAAAAAAAAAQ",
                description =
                        "Cursor of the next page: send it back as cursor with the same filter. Null on the last page")
        @Nullable
        String next) {}
