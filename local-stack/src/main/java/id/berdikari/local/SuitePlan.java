package id.berdikari.local;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What a suite is to be: unless said otherwise all services, as this checkout built them, from AOT caches if there are any. */
public final class SuitePlan {
    final Path data;
    final int portBase;
    Map<String, String> environment = Map.of();
    Set<Service> services = EnumSet.allOf(Service.class);
    AotCaches caches = AotCaches.USED;
    Path build = ProjectRoot.find();
    boolean isOnLinks;

    private SuitePlan(Path data, int portBase) {
        this.data = data;
        this.portBase = portBase;
    }

    /** A suite that keeps its data in this folder and counts its ports from this one. */
    public static SuitePlan in(Path dataDir, int portBase) {
        return new SuitePlan(dataDir.toAbsolutePath().normalize(), portBase);
    }

    /** Given to the services on top of what the suite gives them. */
    public SuitePlan environment(Map<String, String> variables) {
        environment = Map.copyOf(variables);
        return this;
    }

    /** Only these services; the others can be started later. */
    public SuitePlan services(Set<Service> wanted) {
        services = EnumSet.copyOf(wanted);
        return this;
    }

    public SuitePlan caches(AotCaches use) {
        caches = use;
        return this;
    }

    /** The services of another checkout; those started beside them are of this one. */
    public SuitePlan builtIn(Path checkout) {
        build = checkout;
        return this;
    }

    /** With every connection of the services on {@link LocalSuite#links} that can be cut; takes the ports up to N+64. */
    public SuitePlan onLinks() {
        isOnLinks = true;
        return this;
    }

    /**
     * Starts everything and returns when all services are ready.
     *
     * @param progress hears one line a step
     */
    public LocalSuite start(Consumer<String> progress) {
        return LocalSuite.start(this, progress);
    }
}
