package id.berdikari.local.command;

import id.berdikari.local.ComposeSecrets;
import id.berdikari.local.ProjectRoot;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "secrets", description = "Writes fresh secrets for the suite in Docker into .env")
final class Secrets implements Callable<Integer> {
    @Override
    public Integer call() {
        var file = ComposeSecrets.file(ProjectRoot.find());
        ComposeSecrets.write(file);
        System.out.println("""
                Fresh secrets are in %s, readable by you only. Git ignores it; keep a copy somewhere safe.
                Next:
                  docker compose up --build --wait     start the suite
                  ./berdikari token --compose verifier get a token
                  ./berdikari demo --compose           see Story A""".formatted(file));
        return 0;
    }
}
