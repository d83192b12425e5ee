package id.berdikari.beneficiary.registry;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Sends two requests at the same moment. */
final class Together {

    private Together() {}

    /** The answers' statuses, lowest first. */
    static List<Integer> statuses(Callable<Response> one, Callable<Response> other) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = Stream.of(one, other)
                    .map(request -> threads.submit(() -> {
                        start.await();
                        return request.call().statusCode();
                    }))
                    .toList();
            start.countDown();
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get(60, TimeUnit.SECONDS));
            }
            return statuses.stream().sorted().toList();
        }
    }
}
