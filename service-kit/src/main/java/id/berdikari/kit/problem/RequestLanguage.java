package id.berdikari.kit.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** The language that the client asked for. */
@ApplicationScoped
public class RequestLanguage {

    private static final Locale INDONESIAN = Locale.of("id");

    private final CurrentVertxRequest request;

    RequestLanguage(CurrentVertxRequest request) {
        this.request = request;
    }

    /**
     * English when it is asked for before Indonesian, else Indonesian.
     *
     * @return the language of the answer; Indonesian outside a request
     */
    public Locale preferred() {
        var routing = request.getCurrent();
        return routing == null ? INDONESIAN : preferred(routing.request().getHeader("Accept-Language"));
    }

    static Locale preferred(@org.jspecify.annotations.Nullable String header) {
        if (header == null) {
            return INDONESIAN;
        }
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(header), java.util.List.of(INDONESIAN, Locale.ENGLISH));
            return best == null ? INDONESIAN : best;
        } catch (IllegalArgumentException malformed) {
            return INDONESIAN;
        }
    }
}
