package id.berdikari.local.command;

import id.berdikari.local.LocalProblem;
import id.berdikari.local.LocalStores;
import id.berdikari.local.RunningSuite;
import id.berdikari.local.SuiteStores;
import id.berdikari.local.backup.Restore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "restore", description = "Makes a suite of a backup, in an empty data folder")
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private final SuiteOptions options = new SuiteOptions();

    @Parameters(paramLabel = "FILE", description = "What ./berdikari backup wrote")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        SuiteStores.named(System.getenv()).ifPresentOrElse(this::restore, this::restoreHere);
        return 0;
    }

    private void restore(SuiteStores suite) {
        System.out.println("Restoring " + file.toAbsolutePath());
        new Restore(suite, line -> System.out.println(line)).from(file);
    }

    private void restoreHere() {
        var data = options.dataToStart(false);
        var portBase = options.portBaseToStart();
        RunningSuite.in(data).ifPresent(running -> {
            throw new LocalProblem("A suite runs in " + data + ". Stop it with ./berdikari down.");
        });
        var suite = SuiteStores.local(data, portBase);
        LocalStores.requireEmpty(data);
        Restore.verify(file, suite);
        var stores = LocalStores.start(data, portBase);
        try {
            restore(suite);
            stores.close();
        } catch (RuntimeException failed) {
            stores.discard();
            throw failed;
        }
        System.out.println("Restored into " + data + ". Start it with ./berdikari up --data " + data);
    }
}
