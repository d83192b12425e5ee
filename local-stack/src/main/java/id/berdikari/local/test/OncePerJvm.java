package id.berdikari.local.test;

import java.util.function.Supplier;

/**
 * A value made once per JVM and kept in a system property: Quarkus loads test classes in several class loaders, so a
 * static field would be made several times.
 */
final class OncePerJvm {
    private OncePerJvm() {}

    static String value(String property, Supplier<String> maker) {
        synchronized (System.getProperties()) {
            var known = System.getProperty(property);
            if (known != null) {
                return known;
            }
            var made = maker.get();
            System.setProperty(property, made);
            return made;
        }
    }
}
