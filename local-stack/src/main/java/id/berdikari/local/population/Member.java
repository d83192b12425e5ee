package id.berdikari.local.population;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who lives in a household, with the codes of the register.
 *
 * @param key by which a list knows the member within the household
 * @param birthDate null where only the year is known
 * @param nik null for who has none
 * @param functioning the six answers of the Washington Group Short Set, empty where nobody asked
 */
public record Member(
        String key,
        String relation,
        String fullName,
        Sex sex,
        int birthYear,
        @Nullable LocalDate birthDate,
        @Nullable String nik,
        String education,
        String maritalStatus,
        String livelihood,
        List<Integer> functioning) {

    private static final int A_LOT = 3;

    public int ageIn(int year) {
        return year - birthYear;
    }

    /** By the recommended cut-off: at least one domain a lot of difficulty, or not at all. */
    public boolean isDisabled() {
        return functioning.stream().anyMatch(answer -> answer >= A_LOT);
    }

    Member with(String name, @Nullable String otherNik, @Nullable LocalDate otherBirthDate) {
        return new Member(
                key,
                relation,
                name,
                sex,
                birthYear,
                otherBirthDate,
                otherNik,
                education,
                maritalStatus,
                livelihood,
                functioning);
    }
}
