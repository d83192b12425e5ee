package id.berdikari.local.population;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People who live together, the head first, with the codes of the register.
 *
 * @param number from 0 on; the dice of everything else about the household
 * @param key by which a list knows it
 * @param familyCard null for who has none
 * @param decile of DTSEN, 1 the poorest; null for who is not in it
 * @param expenditure what it spends in a month in rupiah, which no list tells
 */
public record Household(
        long number,
        String key,
        String areaCode,
        String address,
        @Nullable String familyCard,
        String livelihood,
        List<String> assets,
        List<String> causes,
        @Nullable Integer decile,
        LocalDate since,
        long expenditure,
        List<Member> members) {

    public Member head() {
        return members.getFirst();
    }

    Household in(String otherArea) {
        return new Household(
                number,
                key,
                otherArea,
                address,
                familyCard,
                livelihood,
                assets,
                causes,
                decile,
                since,
                expenditure,
                members);
    }

    Household of(List<Member> others) {
        return new Household(
                number,
                key,
                areaCode,
                address,
                familyCard,
                livelihood,
                assets,
                causes,
                decile,
                since,
                expenditure,
                others);
    }
}
