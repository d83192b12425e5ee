package id.berdikari.local.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "demo", description = "Shows a story on the running suite, step by step")
public final class Demo implements Callable<Integer> {
    @Mixin
    private final AccessOptions options = new AccessOptions();

    @Option(names = "--story", paramLabel = "LETTER", defaultValue = "A", description = "Which story, or all")
    private String story = "A";

    @Override
    public Integer call() {
        if (options.isCompose()) {
            return show(List.of("--compose"), story);
        }
        var suite = options.runningLocally();
        return show(Path.of(suite.dataDir()), suite.portBase(), story);
    }

    /**
     * Shows a story in a process of its own, on our standard output.
     *
     * @return its exit code; 0 if the story was right to its end
     */
    public static int show(Path data, int portBase, String story) {
        return show(List.of("--port-base", Integer.toString(portBase), "--data", data.toString()), story);
    }

    private static int show(List<String> suite, String story) {
        var arguments = new ArrayList<>(suite);
        arguments.addAll(List.of("--story", story));
        return AcceptanceTests.run("Demo", arguments);
    }
}
