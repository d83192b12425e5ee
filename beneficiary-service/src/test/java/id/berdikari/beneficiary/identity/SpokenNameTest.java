package id.berdikari.beneficiary.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Soetinah | Sutinah",
                "Djoko Soedjono | Joko Sujono",
                "Tjipto | Cipto",
                "Sjarifoeddin | Syarifuddin",
                "Syamsul | Samsul",
                "Soerjadi | Suryadi",
                "Joesoef | Yusuf",
                "Djojo | Joyo",
                "Moeljono | Mulyono",
                "Achmad | Ahmad",
                "Khadijah | Hadijah",
                "Nurhayati, S.Pd., M.M. | Nurhayati",
                "Drs. H. Ahmad | Ahmad",
                "Ibu Hj. Aminah | AMINAH",
                "Moh. Rizki | Muhammad Rizki",
                "Mochamad | Muhamad",
                "Abd. Rahman | Abdul Rahman",
                "Nu’man | Numan",
                "Renée | Rene",
                "Muhammad | Muhamad"
            })
    void isTheSameHoweverItIsWritten(String one, String other) {
        assertEquals(SpokenName.of(one), SpokenName.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "Fatimah,Fatima",
        "Zainal,Sainal",
        "Fitri,Pitri",
        "Yohanes,Johanes",
        "Ahmad,Ahmat",
        "Hasan,Asan",
        "Surjadi,Suryadi"
    })
    void soundsAlike(String one, String other) {
        assertEquals(SpokenName.of(one).sound(), SpokenName.of(other).sound());
    }

    @ParameterizedTest
    @CsvSource({"Sutinah,Slamet", "Joko,Budi", "Ismail,Umar"})
    void soundsDifferent(String one, String other) {
        assertNotEquals(SpokenName.of(one).sound(), SpokenName.of(other).sound());
    }

    @Test
    void tellsTheGivenNameFromTheFathers() {
        var name = SpokenName.of("Hj. Fatimah Zahra binti Oemar");

        assertEquals(List.of("fatimah", "zahra"), name.given());
        assertEquals(List.of("umar"), name.father());
        assertEquals(SpokenName.of("Fatimah Zahra").sound(), name.sound());
    }

    @Test
    void soundsTheSameInAnyOrder() {
        assertEquals(
                SpokenName.of("Siti Nur").sound(), SpokenName.of("Nur Siti").sound());
    }

    @Test
    void keepsWhatWouldBeATitleWhereThereIsNothingElse() {
        assertEquals(List.of("haji"), SpokenName.of("Haji").words());
    }

    @Test
    void hasNoWordsWhereNothingIsWritten() {
        assertEquals(List.of(), SpokenName.of("- 123").words());
        assertEquals("", SpokenName.of("- 123").sound());
    }

    @Test
    void isNotPrinted() {
        assertFalse(SpokenName.of("Sutinah").toString().contains("sutinah"));
    }
}
