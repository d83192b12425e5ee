package id.berdikari.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import id.berdikari.local.Service;
import id.berdikari.local.SuiteAccess;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows a story on a running suite so that a stranger can follow it: who does what, what comes of it, where to look. */
@Command(name = "demo", description = "Shows a story on the running suite, step by step")
public final class Demo implements Callable<Integer> {
    private static final Person TREASURER = Person.of("treasurer", 1);
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60));

    @Option(names = "--port-base", defaultValue = "8080", description = "Where the suite listens")
    private int portBase;

    @Option(names = "--data", defaultValue = ".berdikari", description = "Where the suite keeps its data")
    private Path data = Path.of("");

    @Option(names = "--compose", description = "The suite in Docker instead")
    private boolean compose;

    @Option(names = "--story", paramLabel = "LETTER", defaultValue = "A", description = "Which story")
    private String story = "A";

    private final PrintStream out;
    private int steps;

    Demo(PrintStream out) {
        this.out = out;
    }

    /** Ends with 0 if the story was right to its end. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Demo(System.out)).execute(arguments));
    }

    @Override
    public Integer call() {
        if (!story.equals("A")) {
            out.println("There is no story " + story + " yet. Stories: A");
            return 2;
        }
        try {
            show(new Suite(compose ? SuiteAccess.compose() : SuiteAccess.local(data, portBase), PATIENCE));
            return 0;
        } catch (StoryFailure | LostAnswer failure) {
            out.println("\nThe story stopped after step " + steps + ".");
            out.println("  " + failure.getMessage());
            out.println("  The services' logs: " + (compose ? "docker compose logs" : data.resolve("logs")));
            return 1;
        }
    }

    private void show(Suite suite) {
        var start = System.nanoTime();
        out.println("""

                Story A: Ketimbang Ngemis Purwokerto, from a nomination to help handed over
                People who work rather than beg are nominated, checked, visited, decided upon, helped and looked after,
                and every donor can follow each rupiah. All of it runs over the public APIs. To look for yourself where
                a role stands in brackets:
                  curl -H "Authorization: Bearer $(./berdikari token ROLE %s)" URL
                """.formatted(compose ? "--compose" : "--data " + data));
        var first = new StoryA(suite, Wording.plain(), this::print, Help.mobilityAid()).live();
        out.println("\nThe same for the five other kinds of help:\n");
        for (var help : Help.all()) {
            if (!help.equals(Help.mobilityAid())) {
                printInShort(suite, help);
            }
        }
        printSummary(first, suite);
        out.printf("%nStory A is complete: all steps as told, in %d s.%n", (System.nanoTime() - start) / 1_000_000_000);
    }

    private void print(StoryListener.Step step) {
        steps++;
        out.printf("%3d. %s %s%n     -> %s%n        %s%n", steps, step.who(), step.what(), step.outcome(), step.look());
    }

    private void printInShort(Suite suite, Help help) {
        var seen = new ArrayList<StoryListener.Step>();
        var ending = new StoryA(suite, Wording.plain(), step -> seen.add(step), help).live();
        steps += seen.size();
        out.printf(
                "  %-17s %d steps, %s helped, COMPLETED%n                    %s%n",
                help.inWords(),
                seen.size(),
                help.alias(),
                suite.url(Service.MONITORING, "/api/v1/journeys/" + ending.beneficiaryId()));
    }

    private void printSummary(StoryA.Ending ending, Suite suite) {
        out.printf("%nWhere %s's help came from and went to%n%n", ending.help().alias());
        out.println("  The journey, as a monitor sees it");
        for (var item : ending.journey()) {
            out.printf(
                    "    %-10s  %-16s %-12s %s%n",
                    item.path("occurredOn").asText(),
                    item.path("type").asText(),
                    item.path("service").asText(),
                    money(item.path("amount")));
        }
        for (var i = 0; i < ending.traces().size(); i++) {
            printTrace(ending.gifts().get(i), ending.traces().get(i));
        }
        out.println("\n  The books, after everything that this suite has seen");
        var books = suite.get(Service.FUNDRAISING, "/api/v1/ledger/trial-balance", TREASURER)
                .require(200);
        var names = accountNames(suite);
        for (var account : books.path("accounts")) {
            var code = account.path("code").asText();
            printAccount(code + " " + names.getOrDefault(code, ""), account);
        }
        printAccount("total", books.path("totals"));
        out.println("    " + suite.url(Service.FUNDRAISING, "/api/v1/ledger/trial-balance") + "  (treasurer)");
    }

    private static Map<String, String> accountNames(Suite suite) {
        var names = new HashMap<String, String>();
        suite.get(Service.FUNDRAISING, "/api/v1/ledger/accounts", TREASURER)
                .require(200)
                .path("items")
                .forEach(account -> names.put(
                        account.path("code").asText(), account.path("name").asText()));
        return names;
    }

    private void printTrace(StoryA.Gift gift, JsonNode trace) {
        out.printf("%n  Donation %s of %s, as its donor sees it%n", gift.id(), money(trace.path("amount")));
        for (var item : trace.path("items")) {
            var handedOver = item.path("handedOverOn").asText("");
            out.printf(
                    "    %-9s %18s  %s%n",
                    item.path("state").asText(),
                    money(item.path("amount")),
                    item.path("deliveryId").isTextual() ? "handed over on " + handedOver : "");
        }
    }

    private void printAccount(String name, JsonNode account) {
        out.printf(
                "    %-46s debit %18s   credit %18s%n",
                name, money(account.path("debit")), money(account.path("credit")));
    }

    private static String money(JsonNode money) {
        return money.path("amount").isTextual() ? "Rp %,.2f".formatted(StoryA.amount(money)) : "";
    }
}
