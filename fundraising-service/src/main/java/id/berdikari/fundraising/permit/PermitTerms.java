package id.berdikari.fundraising.permit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a permit allows: from its first to its last day, in its areas; {@code *} stands for the whole country. */
public record PermitTerms(UUID id, LocalDate validFrom, LocalDate validTo, List<String> scopeAreaCodes) {

    private static final String EVERYWHERE = "*";

    public boolean covers(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validTo);
    }

    public boolean covers(String areaCode) {
        return scopeAreaCodes.stream()
                .anyMatch(scope ->
                        scope.equals(EVERYWHERE) || areaCode.equals(scope) || areaCode.startsWith(scope + "."));
    }
}
