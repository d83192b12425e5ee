package id.berdikari.local.command;

import id.berdikari.local.SuiteStores;
import id.berdikari.local.backup.Backup;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "backup", description = "Takes the running suite into one encrypted file")
final class BackupCommand implements Callable<Integer> {
    @Mixin
    private final SuiteOptions options = new SuiteOptions();

    @Parameters(paramLabel = "FILE", description = "A new file")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        var suite = SuiteStores.named(System.getenv()).orElseGet(() -> {
            var running = options.running();
            return SuiteStores.local(Path.of(running.dataDir()), running.portBase());
        });
        System.out.println("Taking a backup into " + file.toAbsolutePath());
        new Backup(suite, Clock.systemUTC(), line -> System.out.println(line)).take(file);
        return 0;
    }
}
