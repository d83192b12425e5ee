package id.berdikari.local;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whom a token is for.
 *
 * @param areas area-code prefixes, or {@code *}
 * @param organisation whose partner this is, if anybody's
 */
public record TokenHolder(
        List<String> roles,
        String name,
        List<String> areas,
        @Nullable String organisation) {
    public static final Set<String> ROLES = Set.of(
            "surveyor",
            "verifier",
            "decider",
            "fundraiser",
            "treasurer",
            "program-officer",
            "facilitator",
            "group-officer",
            "monitor",
            "auditor",
            "admin",
            "partner");

    public TokenHolder {
        roles = List.copyOf(roles);
        areas = List.copyOf(areas);
        for (var role : roles) {
            if (!ROLES.contains(role)) {
                throw new LocalProblem(
                        "There is no role " + role + ". Roles: " + String.join(", ", new TreeSet<>(ROLES)));
            }
        }
    }

    /** Somebody with one role and all areas. */
    public static TokenHolder of(String role, String name) {
        return new TokenHolder(List.of(role), name, List.of("*"), null);
    }

    /** What the first holder of these roles is called unless somebody says otherwise. */
    public static String nameFor(List<String> roles) {
        return roles.isEmpty() ? "nobody-1" : roles.getFirst() + "-1";
    }
}
