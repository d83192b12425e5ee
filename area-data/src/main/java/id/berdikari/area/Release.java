package id.berdikari.area;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Properties;
import java.util.zip.GZIPInputStream;

/** One release of the published data. */
record Release(String version, LocalDate published, Files files) {

    /** Opens the uncompressed CSV file of a level. */
    interface Files {
        InputStream open(Level level) throws IOException;
    }

    /** The release in this module. */
    static Release bundled() {
        var manifest = new Properties();
        try (var file = resource("manifest.properties")) {
            manifest.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Release(
                manifest.getProperty("version"),
                LocalDate.parse(manifest.getProperty("published")),
                level -> new GZIPInputStream(resource(level.file() + ".csv.gz"), 1 << 16));
    }

    /** How the release is named in the rows it brought. */
    String source() {
        return "idn-area-data@" + version;
    }

    private static InputStream resource(String name) throws IOException {
        var stream = Release.class.getResourceAsStream("/area/" + name);
        if (stream == null) {
            throw new IOException("The area data lack " + name);
        }
        return stream;
    }
}
