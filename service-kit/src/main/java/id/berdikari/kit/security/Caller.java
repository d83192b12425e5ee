package id.berdikari.kit.security;

import id.berdikari.kit.problem.KitProblem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who sends the current request: the token's subject, roles, areas and organisation. */
@RequestScoped
public class Caller {

    private static final String EVERYWHERE = "*";

    private final SecurityIdentity identity;
    private @Nullable Principal absent;

    /** Somebody who asked for long work and has gone on since. */
    private record Principal(String subject, List<String> areas) {}

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * Tells whether the request came without a token.
     *
     * @return whether nobody is known
     */
    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    /**
     * Says for whom long work is done after their request has ended, for as long as this request context lasts. They get
     * what they could reach when they asked, and no role.
     *
     * @param subject the person's {@link #subject()} when they asked
     * @param areas the prefixes of their {@link #areas()} then
     * @throws IllegalStateException in a request that has a caller of its own
     */
    public void actFor(String subject, List<String> areas) {
        if (!identity.isAnonymous()) {
            throw new IllegalStateException("this request has a caller");
        }
        absent = new Principal(subject, List.copyOf(areas));
    }

    /**
     * Tells whether work goes on for somebody who is not here.
     *
     * @return whether {@link #actFor} was said
     */
    public boolean isAbsent() {
        return absent != null;
    }

    /**
     * The person, as the identity provider knows them.
     *
     * @return the token's subject, or {@code anonymous}
     */
    public String subject() {
        if (absent != null) {
            return absent.subject();
        }
        return token().map(JsonWebToken::getSubject).orElse("anonymous");
    }

    /**
     * Tells whether the caller has a role.
     *
     * @param role one of {@link Roles}
     * @return whether the token carries it
     */
    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }

    /**
     * The partner organisation.
     *
     * @return the token's claim {@code organisation}, if any
     */
    public Optional<String> organisation() {
        return token().map(token -> token.<String>getClaim("organisation"));
    }

    /**
     * The areas that the caller may reach.
     *
     * @return the scope of the token's claim {@code areas}; nothing where the claim is missing
     */
    public AreaScope areas() {
        if (absent != null) {
            return new AreaScope(absent.areas());
        }
        return new AreaScope(
                token().map(token -> texts(token.getClaim("areas"))).orElse(List.of()));
    }

    /**
     * Refuses what is out of the caller's areas, as if it were not there.
     *
     * @param areaCode the object's area
     * @throws id.berdikari.kit.problem.ProblemException (404) if it is out of reach
     */
    public void reach(String areaCode) {
        if (!areas().reaches(areaCode)) {
            throw KitProblem.NOT_FOUND.refused();
        }
    }

    private Optional<JsonWebToken> token() {
        return identity.getPrincipal() instanceof JsonWebToken token ? Optional.of(token) : Optional.empty();
    }

    private static List<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case JsonArray array ->
                array.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList();
            case Collection<?> values -> values.stream().map(String::valueOf).toList();
            case String one -> List.of(one);
            case null, default -> List.of();
        };
    }

    /**
     * A set of areas, by prefixes of their codes.
     *
     * @param prefixes area codes such as {@code 33.02}, or {@code *} for all
     */
    public record AreaScope(List<String> prefixes) {

        /**
         * Tells whether an area lies inside.
         *
         * @param areaCode a dotted code
         * @return whether one of the prefixes is this area or contains it
         */
        public boolean reaches(String areaCode) {
            return prefixes.stream()
                    .anyMatch(prefix ->
                            EVERYWHERE.equals(prefix) || areaCode.equals(prefix) || areaCode.startsWith(prefix + "."));
        }

        /**
         * The scope for a query: {@code areaCode like any(patterns)}. Codes have no wildcard characters and all levels
         * but the last have two digits, so a prefix pattern is exact.
         *
         * @return LIKE patterns; one that nothing matches where the scope is empty
         */
        public String[] patterns() {
            return prefixes.stream()
                    .filter(prefix -> EVERYWHERE.equals(prefix) || prefix.matches("[0-9.]{2,13}"))
                    .map(prefix -> EVERYWHERE.equals(prefix) ? "%" : prefix + "%")
                    .toArray(String[]::new);
        }
    }
}
