package id.berdikari.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** A token as its holder reads it: whom it names, and until when it is good. */
record BearerToken(String text, String subject, Instant expires) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static BearerToken read(String text) {
        try {
            var content = List.of(text.split("\\.", 3)).get(1);
            var claims = JSON.readTree(Base64.getUrlDecoder().decode(content));
            return new BearerToken(
                    text,
                    claims.path("sub").asText(),
                    Instant.ofEpochSecond(claims.path("exp").asLong()));
        } catch (IOException unreadable) {
            throw new StoryFailure("A token that is no JSON");
        }
    }

    boolean lastsFor(Duration duration) {
        return Instant.now().plus(duration).isBefore(expires);
    }
}
