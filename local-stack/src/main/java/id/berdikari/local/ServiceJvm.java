package id.berdikari.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the JVM of a service is started: from Quarkus's jar, or, where one was trained, from an AOT cache. The cache holds
 * classes of the plain class path only, not those of Quarkus's own class loader, so both the training and the starts
 * from it use the plain one.
 */
final class ServiceJvm {
    /** The Dockerfile names the same. */
    static final List<String> OPTIONS = List.of(
            "-Xmx256m",
            "-Xmn40m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:MetaspaceSize=128m",
            // A start runs much code a little. The defaults give a third of its CPU time to optimising that.
            "-XX:Tier4InvocationThreshold=25000",
            "-XX:Tier4MinInvocationThreshold=3000",
            "-XX:Tier4CompileThreshold=75000",
            "-XX:Tier4BackEdgeThreshold=200000",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** With a plain class path; the Dockerfile names these too. */
    static final List<String> AS_QUARKUS_DOES = List.of(
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED");

    private final Path target;

    ServiceJvm(Path target) {
        this.target = target;
    }

    static ServiceJvm of(Service service) {
        return of(service, ProjectRoot.find());
    }

    static ServiceJvm of(Service service, Path checkout) {
        var jvm = new ServiceJvm(checkout.resolve(service.id() + "-service/target"));
        ProjectRoot.requireBuilt(jvm.jar());
        return jvm;
    }

    List<String> command(AotCaches caches) {
        return switch (caches) {
            case USED -> isTrained() ? fromClassPath("-XX:AOTCache=" + cache()) : fromJar();
            case IGNORED -> fromJar();
            // The JVM writes the cache as it ends, which takes a while.
            case TRAINED -> fromClassPath("-XX:AOTCacheOutput=" + learning());
        };
    }

    /** Lets later starts use what was learnt. */
    void keepTraining() {
        try {
            Files.move(learning(), cache(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is a cache of this very JVM that is newer than the build. */
    boolean isTrained() {
        try {
            return Files.exists(cache())
                    && Files.getLastModifiedTime(cache()).compareTo(Files.getLastModifiedTime(jar())) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path jar() {
        return target.resolve("quarkus-app/quarkus-run.jar");
    }

    private Path cache() {
        return target.resolve(System.getProperty("java.vm.version") + ".aot");
    }

    private Path learning() {
        return target.resolve("learning.aot");
    }

    private List<String> fromJar() {
        return command(List.of("-jar", jar().toString()));
    }

    private List<String> fromClassPath(String aot) {
        var rest = new ArrayList<>(AS_QUARKUS_DOES);
        rest.addAll(List.of(aot, "-cp", classPath(), "io.quarkus.runner.GeneratedMain"));
        return command(rest);
    }

    /** What Quarkus changed comes before what it changed. */
    private String classPath() {
        var app = target.resolve("quarkus-app");
        var jars = Stream.of("quarkus", "app", "lib/main", "lib/boot")
                .flatMap(folder -> jars(app.resolve(folder)).stream())
                .toList();
        return String.join(File.pathSeparator, jars);
    }

    private static List<String> jars(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(List<String> rest) {
        var command = new ArrayList<String>();
        command.add(Launch.java());
        command.addAll(OPTIONS);
        command.addAll(rest);
        return command;
    }
}
