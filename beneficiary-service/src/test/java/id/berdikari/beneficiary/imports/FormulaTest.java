package id.berdikari.beneficiary.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Jalan Melati 5|Jalan Melati 5",
                "=1+1|'=1+1",
                "@SUM(A1)|'@SUM(A1)",
                "Jalan A;=HYPERLINK(B1)|Jalan A;'=HYPERLINK(B1)",
                "-1;+2;3|'-1;'+2;3"
            })
    void isTextForASpreadsheetAndComesBackAsItWas(String text, String harmless) {
        assertEquals(harmless, Formula.harmless(text));
        assertEquals(text, Formula.harmlessTaken(harmless));
    }
}
