package id.berdikari.local;

import java.nio.file.Path;

/**
 * A suite on this machine as its clients reach it.
 *
 * @param portBase what its services' ports are counted from
 * @param midtransServerKey what the payment gateway signs its notifications with
 */
public record SuiteAccess(int portBase, Tokens tokens, String midtransServerKey) {
    private static final int COMPOSE_PORT_BASE = 8080;
    private static final String COMPOSE_KEYCLOAK = "http://127.0.0.1:8180";

    /** One with its data in this folder, started by the launcher once or more. */
    public static SuiteAccess local(Path dataDir, int portBase) {
        return new SuiteAccess(
                portBase, TokenMint.from(dataDir), LocalKeys.existing(dataDir).midtransServerKey());
    }

    /** The one in Docker, as {@code docker-compose.yml} publishes it. */
    public static SuiteAccess compose() {
        var secrets = ComposeSecrets.read(ComposeSecrets.file(ProjectRoot.find()));
        return new SuiteAccess(
                COMPOSE_PORT_BASE,
                new KeycloakRealm(COMPOSE_KEYCLOAK, secrets.operatorClientSecret()),
                secrets.midtransServerKey());
    }

    public String url(Service service) {
        return "http://127.0.0.1:" + service.port(portBase);
    }
}
