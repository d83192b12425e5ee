package id.berdikari.beneficiary.imports;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file's rows, read one after the other. */
interface Sheet extends AutoCloseable {

    /** The next row that is not empty; null after the last. Throws {@link UnreadableFile} where the file is broken. */
    @Nullable
    SheetRow next() throws IOException;

    @Override
    void close() throws IOException;
}
