package id.berdikari.acceptance;

import static id.berdikari.local.Service.FUNDRAISING;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.berdikari.acceptance.TopicRecords.Told;
import id.berdikari.local.Service;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

        whileStoriesRun(() -> {
            processes.kill(Service.PROGRAM);
            processes.start(Service.PROGRAM);
            return null;
        });

        assertEverythingIsWhole();
    }

    @Test
    void storiesSurviveTheDeathOfTheBroker() throws Exception {
        var processes = SharedSuite.processes();

        whileStoriesRun(() -> {
            processes.killKafka();
            processes.startKafka();
            return null;
        });

        assertEverythingIsWhole();
    }

    private static void whileStoriesRun(Callable<Void> fault) throws Exception {
        try (var threads = Executors.newFixedThreadPool(STORIES)) {
            var stories = Help.all().stream()
                    .limit(STORIES)
                    .map(help -> threads.submit(() -> SharedSuite.live(help)))
                    .toList();
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
