package id.berdikari.beneficiary.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.beneficiary.identity.Identity;
import id.berdikari.beneficiary.identity.NationalId;
import id.berdikari.beneficiary.identity.Phone;
import id.berdikari.beneficiary.identity.Sex;
import id.berdikari.beneficiary.identity.SpokenName;
import id.berdikari.beneficiary.registry.PersonProfile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    private static final UUID HOME = UUID.fromString("0198c6c4-2a0b-7c1d-8e2f-3a4b5c6d7e8f");
    private static final UUID OTHER_HOME = UUID.fromString("0198c6c4-2a0b-7c1d-8e2f-3a4b5c6d7e90");

    @Test
    void weighsAnAgreementByTheLogarithmOfItsOdds() {
        assertEquals(10, Agreement.SEX_SAME.weight());
        assertEquals(-56, Agreement.SEX_DIFFERENT.weight());
        assertEquals(86, Agreement.NAME_SAME.weight());
        assertEquals(100, Agreement.BIRTH_SAME_DATE.weight());
        assertEquals(0, Agreement.PHONE_UNKNOWN.weight());
    }

    @ParameterizedTest
    @CsvSource({
        "169, POSSIBLE",
        "170, LIKELY",
        "110, POSSIBLE",
    })
    void hasTwoThresholds(int score, Band band) {
        assertEquals(Optional.of(band), Band.of(score));
    }

    @Test
    void asksNobodyBelowTheLowerThreshold() {
        assertEquals(Optional.empty(), Band.of(109));
    }

    @ParameterizedTest
    @CsvSource({
        "Soetinah, Sutinah, NAME_SAME",
        "Nur Aini, Nuraini, NAME_SAME",
        "Rahman Abdul, Abdul Rahman, NAME_SAME",
        "Sutinah Wiryapernata, Sutnah Wiryapernata, NAME_CLOSE",
        "M. Rizki, Muhammad Rizki, NAME_CLOSE",
        "Sutinah, Sutini, NAME_SIMILAR",
        "Slamet, Slamet Riyadi, NAME_PART",
        "Ngatiyem binti Hasan, Ngatiyem, NAME_SAME",
        "Ngatiyem binti Hasan, Ngatiyem Hasan, NAME_SAME",
        "Ahmad bin Yusuf, Ahmad bin Daud, NAME_DIFFERENT",
        "Hasan, Husin, NAME_DIFFERENT",
        "Siti Aminah, Siti Maryam, NAME_DIFFERENT",
        "Siti Maryam, Slamet, NAME_DIFFERENT"
    })
    void comparesNames(String one, String other, Agreement expected) {
        assertEquals(expected, Likeness.name(SpokenName.of(one), SpokenName.of(other)));
        assertEquals(expected, Likeness.name(SpokenName.of(other), SpokenName.of(one)));
    }

    @ParameterizedTest
    @CsvSource({
        "1958-03-14, 1958-03-14, BIRTH_SAME_DATE",
        "1958-03-04, 1958-04-03, BIRTH_NEAR_DATE",
        "1958-03-14, 1985-03-14, BIRTH_NEAR_DATE",
        "1958-03-14, 1958-03-15, BIRTH_NEAR_DATE",
        "1958-03-14, 1958-12-31, BIRTH_SAME_YEAR",
        "1958-12-31, 1958-12-31, BIRTH_SAME_YEAR",
        "1958-03-14, 1959-07-02, BIRTH_CLOSE_YEAR",
        "1958-03-14, 1960-07-02, BIRTH_DIFFERENT",
        "1958-01-01, 1960-07-02, BIRTH_CLOSE_YEAR",
        "1958-01-01, 1961-07-02, BIRTH_DIFFERENT"
    })
    void comparesBirths(LocalDate one, LocalDate other, Agreement expected) {
        assertEquals(expected, agreement(born(one), born(other), Trait.BIRTH));
    }

    @ParameterizedTest
    @CsvSource({
        "33.02.27.1001, 33.02.27.1001, PLACE_SAME_VILLAGE",
        "33.02.27.1001, 33.02.27.1002, PLACE_SAME_DISTRICT",
        "33.02.27, 33.02.27.1002, PLACE_SAME_DISTRICT",
        "33.02.27, 33.02.27, PLACE_SAME_DISTRICT",
        "33.02.27.1001, 33.02.26.1001, PLACE_ELSEWHERE"
    })
    void comparesPlaces(String one, String other, Agreement expected) {
        assertEquals(expected, agreement(living(one), living(other), Trait.PLACE));
    }

    @ParameterizedTest
    @CsvSource({
        "3302275403580001, 3302275403580001, NIK_SAME",
        "3302275403580001, 3302375403580001, NIK_ONE_SLIP",
        "3302275403580001, 3302274503580001, NIK_ONE_SLIP",
        "3302275403580001, 3302275403580002, NIK_DIFFERENT",
        "3302275403580001, 3302375503580001, NIK_DIFFERENT",
        "3302275403580001, , NIK_UNKNOWN"
    })
    void comparesNationalIds(String one, @Nullable String other, Agreement expected) {
        assertEquals(expected, agreement(numbered(one), numbered(other), Trait.NIK));
    }

    @Test
    void comparesHouseholdsByWhoElseLivesThere() {
        var one = housed(HOME, "Slamet Wiryapernata");

        assertEquals(
                Agreement.HOUSEHOLD_ALIKE,
                agreement(one, housed(OTHER_HOME, "Bp. Slamet Wirjapernata"), Trait.HOUSEHOLD));
        assertEquals(Agreement.HOUSEHOLD_UNKNOWN, agreement(one, housed(OTHER_HOME, "Partiyem"), Trait.HOUSEHOLD));
        assertEquals(Agreement.HOUSEHOLD_SAME, agreement(one, housed(HOME, "Partiyem"), Trait.HOUSEHOLD));
    }

    @Test
    void doesNotTakeTwinsForOne() {
        var birth = LocalDate.of(2010, 5, 17);
        var one = person("Hasan", birth, "33.02.27.1001", "3302271705100001", HOME, List.of("Husin"));
        var other = person("Husin", birth, "33.02.27.1001", "3302271705100002", HOME, List.of("Hasan"));

        assertTrue(Likeness.of(one, other).score() < Band.POSSIBLE_FROM);
    }

    @Test
    void addsUpOneWeightATrait() {
        var one = person("Soetinah", LocalDate.of(1958, 3, 14), "33.02.27.1001", null, null, List.of());
        var other = person("Hj. Sutinah", LocalDate.of(1958, 3, 14), "33.02.27.1002", null, null, List.of());
        var likeness = Likeness.of(one, other);

        assertEquals(
                List.of(Trait.values()),
                likeness.agreements().stream().map(Agreement::trait).toList());
        assertEquals(86 + 100 + 10 + 10, likeness.score());
        assertEquals(new BigDecimal("20.6"), Likeness.bits(likeness.score()));
    }

    @Test
    void doesNotMindWhichIsNamedFirst() {
        var one = person("M. Rizki", LocalDate.of(1958, 3, 14), "33.02.27", "3302271403580001", HOME, List.of("Ani"));
        var other = person("Rizki", LocalDate.of(1959, 12, 31), "33.02.27.1002", null, OTHER_HOME, List.of("Any"));

        assertEquals(Likeness.of(one, other), Likeness.of(other, one));
    }

    private static Agreement agreement(PersonProfile one, PersonProfile other, Trait trait) {
        return Likeness.of(one, other).agreements().stream()
                .filter(agreement -> agreement.trait() == trait)
                .findFirst()
                .orElseThrow();
    }

    private static PersonProfile born(LocalDate date) {
        return person("Sutinah", date, "33.02.27.1001", null, null, List.of());
    }

    private static PersonProfile living(String area) {
        return person("Sutinah", LocalDate.of(1958, 3, 14), area, null, null, List.of());
    }

    private static PersonProfile numbered(@Nullable String nik) {
        return person("Sutinah", LocalDate.of(1958, 3, 14), "33.02.27.1001", nik, null, List.of());
    }

    private static PersonProfile housed(UUID household, String housemate) {
        return person("Sutinah", LocalDate.of(1958, 3, 14), "33.02.27.1001", null, household, List.of(housemate));
    }

    private static PersonProfile person(
            String name,
            LocalDate birth,
            String area,
            @Nullable String nik,
            @Nullable UUID household,
            List<String> housemates) {
        var identity = new Identity(name, nik == null ? null : new NationalId(nik), (@Nullable Phone) null, null);
        return new PersonProfile(
                UUID.randomUUID(), identity, birth, birth.getYear(), Sex.FEMALE, area, household, housemates);
    }
}
