package id.berdikari.kit.security;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.kit.security.Caller.AreaScope;
import java.util.List;
import org.junit.jupiter.api.Test;

class AreaScopeTest {

    @Test
    void reachesAnAreaAndAllInsideIt() {
        var banyumas = new AreaScope(List.of("33.02"));

        assertTrue(banyumas.reaches("33.02"));
        assertTrue(banyumas.reaches("33.02.27.1001"));
        assertFalse(banyumas.reaches("33"));
        assertFalse(banyumas.reaches("33.01.02"));
    }

    @Test
    void aStarReachesEverywhereAndNothingReachesNowhere() {
        assertTrue(new AreaScope(List.of("*")).reaches("11.72"));
        assertFalse(new AreaScope(List.of()).reaches("11.72"));
        assertFalse(new AreaScope(List.of("")).reaches("11.72"));
    }

    @Test
    void aQueryCannotBeWidenedByWildcards() {
        assertArrayEquals(new String[] {"%", "33.02%"}, new AreaScope(List.of("*", "33.02", "%", "3_")).patterns());
    }
}
