package id.berdikari.local;

import java.util.Locale;

/** The four services of the suite, and where each listens above the port base. */
public enum Service {
    BENEFICIARY(1),
    FUNDRAISING(2),
    PROGRAM(3),
    MONITORING(4);

    private final int offset;

    Service(int offset) {
        this.offset = offset;
    }

    /** The name of its database, role and topic prefix. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int port(int portBase) {
        return portBase + offset;
    }

    public static Service named(String name) {
        for (var service : values()) {
            if (service.id().equals(name) || (service.id() + "-service").equals(name)) {
                return service;
            }
        }
        throw new LocalProblem(
                "There is no service " + name + ". Services: beneficiary, fundraising, program, monitoring");
    }
}
