package id.berdikari.beneficiary.imports;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file's rows, read one after the other. */
interface Sheet extends AutoCloseable {

    /** Those that the first line names. */
    Set<Column> columns();

    /** The next row that is not empty; null after the last. Throws {@link UnreadableFile} where the file is broken. */
    @Nullable
    SheetRow next() throws IOException;

    @Override
    void close() throws IOException;
}
