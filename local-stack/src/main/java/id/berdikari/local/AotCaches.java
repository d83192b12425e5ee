package id.berdikari.local;

import java.util.Arrays;

/** What a suite does with the services' AOT caches. */
public enum AotCaches {
    /** Services start from the caches that fit this JVM and this build, and without where none does. */
    USED,
    /** All start without. */
    IGNORED,
    /** Services learn while they run; {@link #keepTrained} lets later starts use what they learnt. */
    TRAINED;

    /** Whether every service has a cache that fits. */
    public static boolean fit() {
        return Arrays.stream(Service.values())
                .allMatch(service -> ServiceJvm.of(service).isTrained());
    }

    /** To be called when a suite that learnt has ended in order. */
    public static void keepTrained() {
        for (var service : Service.values()) {
            ServiceJvm.of(service).keepTraining();
        }
    }
}
