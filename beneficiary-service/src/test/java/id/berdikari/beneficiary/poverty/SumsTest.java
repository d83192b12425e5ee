package id.berdikari.beneficiary.poverty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a database adds up gives the published figures, as single units do. */
class SumsTest {

    /** Alkire and Foster: four people, weights of a quarter, poor are those with scores of 2/4 and 4/4. */
    @Test
    void givesThePublishedFiguresOfAlkireAndFoster() {
        var sums = new AlkireFosterSums(4, 4, 2, 2 + 4);

        assertEquals("1/2", String.valueOf(sums.headcountRatio()));
        assertEquals("3/4", String.valueOf(sums.intensity()));
        assertEquals("3/8", String.valueOf(sums.adjustedHeadcountRatio()));
        assertEquals(
                List.of("1/4", "3/4", "1/4", "1/2"),
                List.of(1, 3, 1, 2).stream()
                        .map(sums::share)
                        .map(String::valueOf)
                        .toList());
        assertEquals(
                List.of("1/6", "1/3", "1/6", "1/3"),
                List.of(1, 2, 1, 2).stream()
                        .map(poor -> sums.contribution(1, poor))
                        .map(String::valueOf)
                        .toList());
    }

    /** Haughton and Khandker: 100, 110, 150 and 160 against 125. */
    @Test
    void givesThePublishedFiguresOfHaughtonAndKhandker() {
        var sums = FosterGreerThorbeckeSums.NOBODY.plus(
                new BigDecimal(125), 1, 4, 2, new BigDecimal(25 + 15), new BigDecimal(25 * 25 + 15 * 15));

        assertEquals("1/2", String.valueOf(sums.p0()));
        assertEquals("2/25", String.valueOf(sums.p1()));
        assertEquals("17/1250", String.valueOf(sums.p2()));
    }

    /** Two of 100 and one of 60 per head against 120, and one of 50 against 100: gaps 1/6, 1/6, 1/2, 1/2. */
    @Test
    void countsPeopleOfHouseholdsAgainstTheirOwnLines() {
        var sums = FosterGreerThorbeckeSums.NOBODY
                .plus(new BigDecimal(120), 2, 1, 1, new BigDecimal(40), new BigDecimal(1600))
                .plus(new BigDecimal(120), 1, 1, 1, new BigDecimal(60), new BigDecimal(3600))
                .plus(new BigDecimal(100), 1, 2, 1, new BigDecimal(50), new BigDecimal(2500));

        assertEquals("4/5", String.valueOf(sums.p0()));
        assertEquals("4/15", String.valueOf(sums.p1()));
        assertEquals("1/9", String.valueOf(sums.p2()));
    }

    @Test
    void givesNoShareOfNobody() {
        var nobody = new AlkireFosterSums(18, 0, 0, 0);
        assertNull(nobody.headcountRatio());
        assertNull(nobody.adjustedHeadcountRatio());
        assertNull(nobody.contribution(1, 0));
        assertNull(new AlkireFosterSums(18, 5, 0, 0).intensity());
        assertEquals("0", String.valueOf(new AlkireFosterSums(18, 5, 0, 0).headcountRatio()));
        assertNull(FosterGreerThorbeckeSums.NOBODY.p0());
        assertNull(FosterGreerThorbeckeSums.NOBODY.p2());
    }
}
