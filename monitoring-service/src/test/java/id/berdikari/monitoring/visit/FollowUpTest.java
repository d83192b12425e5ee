package id.berdikari.monitoring.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.berdikari.kit.problem.ProblemException;
import id.berdikari.monitoring.visit.Visiting.Observation;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FollowUpTest {

    @Test
    void comesOneThreeSixAndTwelveMonthsAfterTheFirstVisit() {
        var due = FollowUp.after(aVisitOn("2026-01-15")).map(FollowUp::dueOn).toList();

        assertEquals(
                List.of(
                        LocalDate.of(2026, 2, 15),
                        LocalDate.of(2026, 4, 15),
                        LocalDate.of(2026, 7, 15),
                        LocalDate.of(2027, 1, 15)),
                due);
    }

    @Test
    void comesAtTheEndOfAShorterMonth() {
        var first = FollowUp.after(aVisitOn("2026-01-31")).findFirst().orElseThrow();

        assertEquals(LocalDate.of(2026, 2, 28), first.dueOn());
    }

    @Test
    void tellsThatItFellDue() {
        var followUp = FollowUp.after(aVisitOn("2026-01-15")).findFirst().orElseThrow();

        var event = followUp.fallDue();

        assertEquals(FollowUpStatus.DUE, followUp.status());
        assertEquals(followUp.dueOn(), event.dueOn());
    }

    @Test
    void findingIsResolvedOnce() {
        var finding = new Finding(aVisitOn("2026-01-15"), "The left brake is loose", null);
        var on = LocalDate.of(2026, 1, 20);
        finding.resolve(on, "Tightened", "monitor-1");

        var refused = assertThrows(ProblemException.class, () -> finding.resolve(on, "Again", "monitor-1"));

        assertEquals("finding-already-resolved", refused.type().code());
        assertEquals(FindingStatus.RESOLVED, finding.status());
    }

    private static Visit aVisitOn(String date) {
        var observation = new Observation(
                UUID.randomUUID(), UUID.randomUUID(), LocalDate.parse(date), true, true, null, List.of());
        return new Visit(observation, "33.02.27", "monitor-1");
    }
}
