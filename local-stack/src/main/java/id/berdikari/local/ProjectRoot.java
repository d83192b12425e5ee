package id.berdikari.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout this runs in: the launcher names it, tests find it above their working directory. */
public final class ProjectRoot {
    private ProjectRoot() {}

    public static Path find() {
        var named = System.getProperty("berdikari.root");
        if (named != null) {
            return Path.of(named);
        }
        var start = Path.of("").toAbsolutePath();
        for (var folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("local-stack/pom.xml"))) {
                return folder;
            }
        }
        throw new LocalProblem("No Berdikari checkout at or above " + start);
    }

    /** A file that the build makes. */
    public static Path built(String file) {
        return requireBuilt(find().resolve(file));
    }

    static Path requireBuilt(Path path) {
        if (Files.notExists(path)) {
            throw new LocalProblem(path + " is missing. Build it with: ./mvnw -DskipTests package");
        }
        return path;
    }
}
