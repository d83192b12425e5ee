package id.berdikari.fundraising.donation;

import id.berdikari.kit.problem.KitProblem;
import id.berdikari.kit.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What lets a donor without an account follow a donation. It is computed whenever it is needed, and kept nowhere. */
@ApplicationScoped
class DonorSecret {

    private final Secrets secrets;

    DonorSecret(Secrets secrets) {
        this.secrets = secrets;
    }

    String of(UUID donationId) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(secrets.mac("donor-secret", donationId.toString()));
    }

    boolean opens(UUID donationId, @Nullable String offered) {
        return offered != null && MessageDigest.isEqual(bytes(of(donationId)), bytes(offered));
    }

    /** Refuses a wrong or missing secret as if there were no such donation. */
    void require(UUID donationId, @Nullable String offered) {
        if (!opens(donationId, offered)) {
            throw KitProblem.NOT_FOUND.refused();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
