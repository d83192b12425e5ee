package id.berdikari.acceptance;

import id.berdikari.local.SuiteAccess;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows stories on a running suite so that a stranger can follow them: who does what, what comes of it, where to look. */
@Command(name = "demo", description = "Shows a story on the running suite, step by step")
public final class Demo implements Callable<Integer> {
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60));
    private static final String ALL = "ALL";
    private static final List<String> STORIES = List.of("A", "D");

    @Option(names = "--port-base", defaultValue = "8080", description = "Where the suite listens")
    private int portBase;

    @Option(names = "--data", defaultValue = ".berdikari", description = "Where the suite keeps its data")
    private Path data = Path.of("");

    @Option(names = "--compose", description = "The suite in Docker instead")
    private boolean compose;

    @Option(names = "--story", paramLabel = "LETTER", defaultValue = "A", description = "Which story, or all")
    private String story = "A";

    private final PrintStream out;
    private final Screen screen;

    Demo(PrintStream out) {
        this.out = out;
        this.screen = new Screen(out);
    }

    /** Ends with 0 if the stories were right to their ends. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Demo(System.out)).execute(arguments));
    }

    @Override
    public Integer call() {
        var wanted = story.toUpperCase(Locale.ROOT);
        if (!wanted.equals(ALL) && !STORIES.contains(wanted)) {
            out.println("There is no story " + story + " yet. Stories: " + String.join(", ", STORIES) + ", all");
            return 2;
        }
        try {
            var suite = new Suite(compose ? SuiteAccess.compose() : SuiteAccess.local(data, portBase), PATIENCE);
            screen.print("""

                    All of it runs over the public APIs. To look for yourself where a role stands in brackets:
                      curl -H "Authorization: Bearer $(./berdikari token ROLE %s)" URL
                    """, compose ? "--compose" : "--data " + data);
            for (var each : wanted.equals(ALL) ? STORIES : List.of(wanted)) {
                show(suite, each);
            }
            return 0;
        } catch (StoryFailure | LostAnswer failure) {
            out.println("\nThe story stopped after step " + screen.steps() + ".");
            out.println("  " + failure.getMessage());
            out.println("  The services' logs: " + (compose ? "docker compose logs" : data.resolve("logs")));
            return 1;
        }
    }

    private void show(Suite suite, String letter) {
        var start = System.nanoTime();
        screen.begin();
        if (letter.equals("A")) {
            new StoryAShow(suite, screen).show();
        } else {
            new StoryDShow(suite, screen).show();
        }
        screen.print(
                "%nStory %s is complete: all steps as told, in %d s.%n",
                letter, (System.nanoTime() - start) / 1_000_000_000);
    }
}
