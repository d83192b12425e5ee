package id.berdikari.beneficiary.duplicate;

import id.berdikari.beneficiary.identity.NameSimilarity;
import id.berdikari.beneficiary.identity.NationalId;
import id.berdikari.beneficiary.identity.Sex;
import id.berdikari.beneficiary.identity.SpokenName;
import id.berdikari.beneficiary.registry.PersonOutline;
import id.berdikari.beneficiary.registry.PersonProfile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much speaks for two records being of one person: the sum of the weights of their agreements, one a trait, as Fellegi
 * and Sunter add them up. In tenths of a bit, from about -250 (all differs) to 460 (all agrees, also the NIK); each further
 * 10 double the odds. Names are compared by {@link NameSimilarity} after they are brought to one spelling.
 */
record Likeness(List<Agreement> agreements) {

    /** What offices write where only the year of birth is known. */
    private static final Set<MonthDay> CONVENTIONAL =
            Set.of(MonthDay.of(1, 1), MonthDay.of(6, 30), MonthDay.of(7, 1), MonthDay.of(12, 31));

    /** Similarities of words, in thousandths. */
    private static final int CLOSE = 920;

    private static final int SIMILAR = 850;

    /** No word of a similar name may differ more. */
    private static final int LEAST = 800;

    private static final int NIK_SERIAL = 12;
    private static final int DISTRICT_LENGTH = "33.02.27".length();

    static Likeness of(PersonProfile one, PersonProfile other) {
        return of(Subject.of(one), Subject.of(other));
    }

    static Likeness of(Subject first, Subject second) {
        var one = first.person();
        var other = second.person();
        return new Likeness(List.of(
                nik(one.identity().nik(), other.identity().nik()),
                name(first.name(), second.name()),
                birth(one.outline(), other.outline()),
                sex(one.sex(), other.sex()),
                place(one.areaCode(), other.areaCode()),
                household(first, second),
                phone(one, other)));
    }

    /**
     * What two may reach, in tenths of a bit, as far as it shows without opening who they are. More is possible but not hoped
     * for: a slip in the NIK, the same words where the given names sound different because one tells the father's name, and
     * people of like names at home in two villages.
     */
    static int hope(PersonOutline one, PersonOutline other, boolean isSameName, boolean isSamePhone) {
        var place = place(one.areaCode(), other.areaCode());
        var sum = (isSameName ? Agreement.NAME_SAME : Agreement.NAME_CLOSE).weight()
                + birth(one, other).weight()
                + sex(one.sex(), other.sex()).weight()
                + place.weight();
        var household = place == Agreement.PLACE_SAME_VILLAGE ? Agreement.HOUSEHOLD_ALIKE : Agreement.HOUSEHOLD_UNKNOWN;
        var phone = isSamePhone ? Agreement.PHONE_SAME : Agreement.PHONE_UNKNOWN;
        return sum + household.weight() + phone.weight();
    }

    /** In tenths of a bit. */
    int score() {
        return agreements.stream().mapToInt(Agreement::weight).sum();
    }

    /** As it is shown: in bits. */
    static BigDecimal bits(int tenths) {
        return BigDecimal.valueOf(tenths, 1);
    }

    private static Agreement nik(@Nullable NationalId one, @Nullable NationalId other) {
        if (one == null || other == null) {
            return Agreement.NIK_UNKNOWN;
        }
        if (one.equals(other)) {
            return Agreement.NIK_SAME;
        }
        return isOneSlip(one.digits(), other.digits()) ? Agreement.NIK_ONE_SLIP : Agreement.NIK_DIFFERENT;
    }

    private static boolean isOneSlip(String one, String other) {
        var differing = new ArrayList<Integer>();
        for (var i = 0; i < one.length(); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                differing.add(i);
            }
        }
        if (differing.getLast() >= NIK_SERIAL || differing.size() > 2) {
            return false;
        }
        var first = differing.getFirst();
        return differing.size() == 1
                || (differing.getLast() == first + 1
                        && one.charAt(first) == other.charAt(first + 1)
                        && one.charAt(first + 1) == other.charAt(first));
    }

    /** By all words; where one of the two tells no father's name, also by the given names alone. */
    static Agreement name(SpokenName one, SpokenName other) {
        var whole = name(one.words(), other.words());
        if (one.father().isEmpty() == other.father().isEmpty()) {
            return whole;
        }
        var given = name(one.given(), other.given());
        return given.weight() > whole.weight() ? given : whole;
    }

    private static Agreement name(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Agreement.NAME_DIFFERENT;
        }
        var joined = NameSimilarity.ofWords(String.join("", one), String.join("", other));
        if (joined == NameSimilarity.WHOLE || Set.copyOf(one).equals(Set.copyOf(other))) {
            return Agreement.NAME_SAME;
        }
        var fewer = one.size() < other.size() ? one : other;
        var more = one.size() < other.size() ? other : one;
        var pairs = NameSimilarity.paired(fewer, more);
        var least = pairs.stream().mapToInt(Integer::intValue).min().orElse(0);
        var mean = pairs.stream().mapToInt(Integer::intValue).average().orElse(0);
        if (fewer.size() < more.size()) {
            return least >= CLOSE ? Agreement.NAME_PART : byJoined(joined);
        }
        if (least < LEAST) {
            return byJoined(joined);
        }
        if (mean >= CLOSE) {
            return Agreement.NAME_CLOSE;
        }
        return mean >= SIMILAR ? Agreement.NAME_SIMILAR : Agreement.NAME_DIFFERENT;
    }

    /** For names that are only cut into words differently. */
    private static Agreement byJoined(int similarity) {
        return similarity >= NameSimilarity.JOINED ? Agreement.NAME_CLOSE : Agreement.NAME_DIFFERENT;
    }

    private static Agreement birth(PersonOutline one, PersonOutline other) {
        var years = Math.abs(one.birthYear() - other.birthYear());
        var first = one.birthDate();
        var second = other.birthDate();
        if (first == null || second == null || isConventional(first) || isConventional(second)) {
            if (years == 0) {
                return Agreement.BIRTH_SAME_YEAR;
            }
            return years <= 2 ? Agreement.BIRTH_CLOSE_YEAR : Agreement.BIRTH_DIFFERENT;
        }
        if (first.equals(second)) {
            return Agreement.BIRTH_SAME_DATE;
        }
        if (isNear(first, second)) {
            return Agreement.BIRTH_NEAR_DATE;
        }
        return years <= 1 ? Agreement.BIRTH_CLOSE_YEAR : Agreement.BIRTH_DIFFERENT;
    }

    private static boolean isConventional(LocalDate date) {
        return CONVENTIONAL.contains(MonthDay.from(date));
    }

    private static boolean isNear(LocalDate one, LocalDate other) {
        var isSameDay = one.getDayOfMonth() == other.getDayOfMonth();
        var isSameMonth = one.getMonthValue() == other.getMonthValue();
        var isSameYear = one.getYear() == other.getYear();
        var isSwapped = isSameYear
                && one.getDayOfMonth() == other.getMonthValue()
                && one.getMonthValue() == other.getDayOfMonth();
        return isSwapped || (isSameDay && isSameMonth) || (isSameDay && isSameYear) || (isSameMonth && isSameYear);
    }

    private static Agreement sex(Sex one, Sex other) {
        return one == other ? Agreement.SEX_SAME : Agreement.SEX_DIFFERENT;
    }

    private static Agreement place(String one, String other) {
        if (one.equals(other)) {
            return one.length() > DISTRICT_LENGTH ? Agreement.PLACE_SAME_VILLAGE : Agreement.PLACE_SAME_DISTRICT;
        }
        return district(one).equals(district(other)) ? Agreement.PLACE_SAME_DISTRICT : Agreement.PLACE_ELSEWHERE;
    }

    static String district(String areaCode) {
        return areaCode.substring(0, Math.min(DISTRICT_LENGTH, areaCode.length()));
    }

    private static Agreement household(Subject one, Subject other) {
        var home = one.person().householdId();
        if (home == null || other.person().householdId() == null) {
            return Agreement.HOUSEHOLD_UNKNOWN;
        }
        if (home.equals(other.person().householdId())) {
            return Agreement.HOUSEHOLD_SAME;
        }
        return one.housemates().stream().anyMatch(other.housemates()::contains)
                ? Agreement.HOUSEHOLD_ALIKE
                : Agreement.HOUSEHOLD_UNKNOWN;
    }

    private static Agreement phone(PersonProfile one, PersonProfile other) {
        if (one.identity().phone() == null || other.identity().phone() == null) {
            return Agreement.PHONE_UNKNOWN;
        }
        return one.identity().phone().equals(other.identity().phone())
                ? Agreement.PHONE_SAME
                : Agreement.PHONE_DIFFERENT;
    }
}
