package id.berdikari.acceptance;

import static id.berdikari.local.Service.FUNDRAISING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.acceptance.TopicRecords.Told;
import id.berdikari.local.Service;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A service and the broker die while stories run: every story ends as told, and every rupiah stays in the books. */
class FaultsIT {
    private static final Person TREASURER = Person.of("treasurer", 1);
    private static final int STORIES = 4;

    /** A cold suite would be slow enough for the fault to miss the story. */
    @BeforeAll
    static void warmUp() {
        SharedSuite.story();
    }

    @Test
    void storiesSurviveTheDeathOfAService() throws Exception {
        var processes = SharedSuite.processes();

        onceAStoryReaches("FUNDING_REQUESTED", () -> {
            processes.kill(Service.PROGRAM);
            processes.start(Service.PROGRAM);
            return null;
        });

        assertEverythingIsWhole();
    }

    @Test
    void storiesSurviveTheDeathOfTheBroker() throws Exception {
        var processes = SharedSuite.processes();

        onceAStoryReaches("APPROVED", () -> {
            processes.killKafka();
            processes.startKafka();
            return null;
        });

        assertEverythingIsWhole();
    }

    private static void onceAStoryReaches(String outcome, Callable<Void> fault) throws Exception {
        var reached = new CountDownLatch(1);
        StoryListener listener = step -> {
            if (step.outcome().equals(outcome)) {
                reached.countDown();
            }
        };
        try (var threads = Executors.newFixedThreadPool(STORIES)) {
            var stories = Help.all().stream()
                    .limit(STORIES)
                    .map(help -> threads.submit(() -> SharedSuite.live(help, listener)))
                    .toList();
            assertTrue(reached.await(60, TimeUnit.SECONDS), "no story came as far as " + outcome);
            fault.call();
            for (Future<StoryA.Ending> story : stories) {
                story.get();
            }
        }
    }

    private static void assertEverythingIsWhole() {
        var books = SharedSuite.clients()
                .get(FUNDRAISING, "/api/v1/ledger/trial-balance", TREASURER)
                .require(200);
        assertEquals(StoryA.amount(books.at("/totals/debit")), StoryA.amount(books.at("/totals/credit")));
        assertEquals(
                List.of(),
                TopicRecords.read(SharedSuite.processes().bootstrapServers()).stream()
                        .filter(Told::isParked)
                        .toList());
    }
}
