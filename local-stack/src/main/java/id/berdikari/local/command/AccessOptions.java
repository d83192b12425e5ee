package id.berdikari.local.command;

import id.berdikari.local.RunningSuite;
import id.berdikari.local.SuiteAccess;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which suite a command talks to: one that the launcher runs, or the one in Docker. */
final class AccessOptions {
    @Mixin
    private final SuiteOptions local = new SuiteOptions();

    @Option(names = "--compose", description = "The suite in Docker")
    private boolean compose;

    boolean isCompose() {
        return compose;
    }

    RunningSuite runningLocally() {
        return local.running();
    }

    /** The suite, which must be running if the launcher runs it. */
    SuiteAccess running() {
        if (compose) {
            return SuiteAccess.compose();
        }
        var suite = local.running();
        return SuiteAccess.local(Path.of(suite.dataDir()), suite.portBase());
    }

    /** The suite, whether it runs or not. */
    SuiteAccess existing() {
        return compose
                ? SuiteAccess.compose()
                : SuiteAccess.local(local.existingData(), SuiteOptions.DEFAULT_PORT_BASE);
    }
}
