package id.berdikari.acceptance;

import id.berdikari.local.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/** Another commit of this repository, in a folder of its own, built. */
record Checkout(Path folder, boolean isOurs) implements AutoCloseable {

    /** One that somebody has built already. */
    static Checkout built(Path folder) {
        return new Checkout(folder.toAbsolutePath().normalize(), false);
    }

    /** Checks a commit out beside this one, builds its services, and removes it when it is closed. */
    static Checkout of(String commit) {
        var root = ProjectRoot.find();
        var folder = root.resolve(".berdikari/checkout-" + commit);
        run(root, "git", "worktree", "add", "--force", "--detach", folder.toString(), commit);
        var checkout = new Checkout(folder, true);
        try {
            run(folder, "./mvnw", "-B", "-ntp", "-q", "-DskipTests", "package");
        } catch (RuntimeException failed) {
            checkout.close();
            throw failed;
        }
        return checkout;
    }

    private static void run(Path folder, String... command) {
        try {
            var code = new ProcessBuilder(List.of(command))
                    .directory(folder.toFile())
                    .redirectOutput(Redirect.INHERIT)
                    .redirectError(Redirect.INHERIT)
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new StoryFailure(String.join(" ", command) + " failed with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoryFailure("Interrupted");
        }
    }

    @Override
    public void close() {
        if (isOurs) {
            run(ProjectRoot.find(), "git", "worktree", "remove", "--force", folder.toString());
        }
    }
}
