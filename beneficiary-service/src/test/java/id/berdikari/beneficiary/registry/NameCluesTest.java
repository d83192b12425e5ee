package id.berdikari.beneficiary.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.beneficiary.identity.SpokenName;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameCluesTest {

    @ParameterizedTest
    @CsvSource({
        "Sutinah,2",
        "Sutinah Wiryapernata,3",
        "Siti Nur Aminah,6",
        "M. Rahman,2",
        "Ali Ali,2",
        "Satu Dua Tiga Empat Lima Enam Tujuh Delapan,15"
    })
    void keepsFewRowsAPerson(String name, int clues) {
        assertEquals(clues, NameClues.kept(SpokenName.of(name)).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sutinah",
                "Raden Mangunkusumo",
                "Tjiptomangoenkoesoemo Prawirodirdjo",
                "Satu Mangunkusumo Prawirodirjo",
                "Satu Dua Tiga Empat Lima Enam Tujuh Delapan"
            })
    void asksForABoundedNumber(String name) {
        assertTrue(NameClues.sought(SpokenName.of(name)).size() < 1200);
    }

    @ParameterizedTest
    @CsvSource({
        "Sutinah Wiryapernata,Wirjapernata Soetinah",
        "Sutinah Wiryapernata,Sutinah",
        "Sutinah,Sutinah Wiryapernata",
        "Sutimah Wiryapernata,Sutinah Wiryapernata",
        "Sutinah Wiryapernata,Sutinah Wirya Pernata",
        "Nur Hayati Siregar,Nurhayati Siregar",
        "Muhammad Rahman,M. Rahman",
        "M. Rahman,Muhammad Rahman",
        "Slamet Karto,Slamet bin Karto"
    })
    void shareAClue(String typed, String registered) {
        assertFalse(Collections.disjoint(
                NameClues.sought(SpokenName.of(typed)).keySet(), NameClues.kept(SpokenName.of(registered))));
    }

    @ParameterizedTest
    @CsvSource({"Sutinah Wiryapernata,Sutinah Martodikromo", "Muhammad Rahman,Muhammad Hidayat", "Joko,Budi"})
    void shareNone(String typed, String registered) {
        assertTrue(Collections.disjoint(
                NameClues.sought(SpokenName.of(typed)).keySet(), NameClues.kept(SpokenName.of(registered))));
    }

    @Test
    void knowsEverySlipOfASound() {
        assertTrue(NameClues.slips("stn")
                .containsAll(List.of("tn", "sn", "st", "srtn", "bstn", "smn", "tsn", "snt", "stnk")));
        assertFalse(NameClues.slips("stn").contains("stn"));
    }
}
