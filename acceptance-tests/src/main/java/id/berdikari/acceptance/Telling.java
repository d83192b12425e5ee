package id.berdikari.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import id.berdikari.local.Service;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** How a story is told: each step is asked for until it is answered, its outcome is required, and somebody hears of it. */
final class Telling {
    private final Suite suite;
    private final StoryListener listener;

    Telling(Suite suite, StoryListener listener) {
        this.suite = suite;
        this.listener = listener;
    }

    /** A transition. If its answer was lost, the resource itself tells whether it took place, perhaps only later. */
    JsonNode change(Service service, String path, Person person, Object body, String resource, String goal) {
        return settle(
                () -> suite.post(service, path, person, body),
                answer -> answer.require(200, goal),
                () -> reached(suite.get(service, resource, person), goal));
    }

    /** Creates what needs another service's event. If the answer was lost, the list tells whether it was created. */
    JsonNode create(Service service, String path, Person person, Object body, String filter) {
        return settle(
                () -> onceKnown(() -> suite.post(service, path, person, body)),
                answer -> answer.require(201),
                () -> Optional.of(suite.get(service, path + "?" + filter, person)
                                .require(200)
                                .at("/items/0"))
                        .filter(found -> !found.isMissingNode()));
    }

    /** Once an answer was lost, a later refusal may mean that the lost request took place after all. */
    private JsonNode settle(
            Supplier<Answer> request, Function<Answer, JsonNode> require, Supplier<Optional<JsonNode>> look) {
        try {
            return require.apply(request.get());
        } catch (LostAnswer lost) {
            return suite.patience().until("it is known what became of " + lost.getMessage(), () -> {
                var found = look.get();
                if (found.isPresent()) {
                    return found;
                }
                try {
                    var answer = request.get();
                    return answer.status() == 409 ? look.get() : Optional.of(require.apply(answer));
                } catch (LostAnswer again) {
                    return Optional.empty();
                }
            });
        }
    }

    /** Says it until it is answered, where saying it twice does no harm. */
    Answer again(Supplier<Answer> request) {
        return suite.patience().until("it is answered", () -> {
            try {
                return Optional.of(request.get());
            } catch (LostAnswer lost) {
                return Optional.empty();
            }
        });
    }

    private Answer onceKnown(Supplier<Answer> request) {
        return suite.patience()
                .until(
                        "the news reaches the service",
                        () -> Optional.of(request.get()).filter(answer -> !answer.saysNotKnownYet()));
    }

    /** Everything on a list, page after page. */
    List<JsonNode> all(Service service, String path, Person person) {
        var all = new ArrayList<JsonNode>();
        var cursor = "";
        while (true) {
            var page = suite.get(service, path + cursor, person).require(200);
            all.addAll(items(page.path("items")));
            if (!page.path("next").isTextual()) {
                return all;
            }
            cursor = "&cursor=" + URLEncoder.encode(page.path("next").asText(), StandardCharsets.UTF_8);
        }
    }

    /** Whatever stands there once it has come so far. */
    JsonNode awaits(Service service, String path, Person person, String state) {
        return suite.patience().until(path + " is " + state, () -> reached(suite.get(service, path, person), state));
    }

    static Optional<JsonNode> reached(Answer answer, String state) {
        return Optional.of(answer.require(200))
                .filter(body -> body.path("status").asText().equals(state));
    }

    void tell(String who, String what, String outcome, String look) {
        listener.done(new StoryListener.Step(who, what, outcome, look));
    }

    static void requireThat(boolean isTrue, String statement) {
        if (!isTrue) {
            throw new StoryFailure("Expected that " + statement);
        }
    }

    static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
