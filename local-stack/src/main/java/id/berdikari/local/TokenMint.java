package id.berdikari.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Mints the tokens that a local suite accepts, as Keycloak does for one in Docker. */
public final class TokenMint implements Tokens {
    public static final String ISSUER = "https://berdikari.local";
    public static final String AUDIENCE = "berdikari";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIFETIME = Duration.ofHours(8);

    private final PrivateKey key;
    private final Clock clock;

    public TokenMint(PrivateKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** The mint of the suite whose data are in this folder; the suite must have been started once. */
    public static TokenMint from(Path dataDir) {
        return new TokenMint(LocalKeys.existing(dataDir).tokenKey(), Clock.systemUTC());
    }

    @Override
    public String issue(TokenHolder holder) {
        var token = new Token(holder);
        if (holder.organisation() != null) {
            token.organisation(holder.organisation());
        }
        return token.sign();
    }

    /** A token under construction: subject {@code ROLE-1}, all areas and eight hours unless said otherwise. */
    public Token token(String... roles) {
        var all = List.of(roles);
        return new Token(new TokenHolder(all, TokenHolder.nameFor(all), List.of("*"), null));
    }

    /** The claims of one token, before it is signed. */
    public final class Token {
        private final Map<String, Object> claims = new LinkedHashMap<>();
        private Duration lifetime = LIFETIME;

        private Token(TokenHolder holder) {
            claims.put("iss", ISSUER);
            claims.put("aud", AUDIENCE);
            claims.put("sub", holder.name());
            claims.put("roles", holder.roles());
            claims.put("areas", holder.areas());
        }

        public Token subject(String subject) {
            return claim("sub", subject);
        }

        /** Area-code prefixes, or {@code *}. */
        public Token areas(String... areas) {
            return claim("areas", List.of(areas));
        }

        public Token organisation(String organisation) {
            return claim("organisation", organisation);
        }

        public Token issuer(String issuer) {
            return claim("iss", issuer);
        }

        public Token audience(String audience) {
            return claim("aud", audience);
        }

        public Token without(String claim) {
            claims.remove(claim);
            return this;
        }

        /** How long from now the token is good; negative for one that has expired. */
        public Token validFor(Duration duration) {
            lifetime = duration;
            return this;
        }

        private Token claim(String name, Object value) {
            claims.put(name, value);
            return this;
        }

        public String sign() {
            var now = clock.instant();
            var all = new LinkedHashMap<>(claims);
            all.put("iat", Math.min(now.getEpochSecond(), now.plus(lifetime).getEpochSecond()));
            all.put("exp", now.plus(lifetime).getEpochSecond());
            all.put("jti", UUID.randomUUID().toString());
            var content = encode(Map.of("alg", "RS256", "typ", "JWT")) + "." + encode(all);
            try {
                var signature = Signature.getInstance("SHA256withRSA");
                signature.initSign(key);
                signature.update(content.getBytes(StandardCharsets.US_ASCII));
                return content + "." + base64(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String encode(Map<String, Object> json) {
            try {
                return base64(JSON.writeValueAsBytes(json));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String base64(byte[] bytes) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }
    }
}
