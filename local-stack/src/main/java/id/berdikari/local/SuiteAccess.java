package id.berdikari.local;

import java.nio.file.Path;
import java.util.function.Function;

/**
 * A suite on this machine as its clients reach it.
 *
 * @param address where a service listens, without a slash at the end
 * @param midtransServerKey what the payment gateway signs its notifications with
 */
public record SuiteAccess(Function<Service, String> address, Tokens tokens, String midtransServerKey) {
    private static final int COMPOSE_PORT_BASE = 8080;
    private static final String COMPOSE_KEYCLOAK = "http://127.0.0.1:8180";

    /** One with its data in this folder, started by the launcher once or more. */
    public static SuiteAccess local(Path dataDir, int portBase) {
        return new SuiteAccess(
                onPorts(portBase),
                TokenMint.from(dataDir),
                LocalKeys.existing(dataDir).midtransServerKey());
    }

    /** One of this process, over the links that can be cut. */
    public static SuiteAccess onLinks(LocalSuite suite) {
        return new SuiteAccess(
                suite::clientUrl,
                TokenMint.from(suite.dataDir()),
                LocalKeys.existing(suite.dataDir()).midtransServerKey());
    }

    /** The one in Docker, as {@code docker-compose.yml} publishes it. */
    public static SuiteAccess compose() {
        var secrets = ComposeSecrets.read(ComposeSecrets.file(ProjectRoot.find()));
        return new SuiteAccess(
                onPorts(COMPOSE_PORT_BASE),
                new KeycloakRealm(COMPOSE_KEYCLOAK, secrets.operatorClientSecret()),
                secrets.midtransServerKey());
    }

    public String url(Service service) {
        return address.apply(service);
    }

    private static Function<Service, String> onPorts(int portBase) {
        return service -> "http://127.0.0.1:" + service.port(portBase);
    }
}
