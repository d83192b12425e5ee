package id.berdikari.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import id.berdikari.local.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** Shows Story A: one person's way in full, five others in short, and where the money went. */
final class StoryAShow {
    private static final Person TREASURER = Person.of("treasurer", 1);

    private final Suite suite;
    private final Screen screen;

    StoryAShow(Suite suite, Screen screen) {
        this.suite = suite;
        this.screen = screen;
    }

    void show() {
        screen.print("""
                Story A: Ketimbang Ngemis Purwokerto, from a nomination to help handed over
                People who work rather than beg are nominated, checked, visited, decided upon, helped and looked after,
                and every donor can follow each rupiah.
                """);
        var first = new StoryA(suite, Wording.plain(), screen, Help.mobilityAid()).live();
        screen.print("%nThe same for the five other kinds of help:%n");
        for (var help : Help.all()) {
            if (!help.equals(Help.mobilityAid())) {
                showInShort(help);
            }
        }
        showSummary(first);
    }

    private void showInShort(Help help) {
        var seen = new ArrayList<StoryListener.Step>();
        var ending = new StoryA(suite, Wording.plain(), step -> seen.add(step), help).live();
        screen.count(seen.size());
        screen.print(
                "  %-17s %d steps, %s helped, COMPLETED%n                    %s",
                help.inWords(),
                seen.size(),
                help.alias(),
                suite.url(Service.MONITORING, "/api/v1/journeys/" + ending.beneficiaryId()));
    }

    private void showSummary(StoryA.Ending ending) {
        screen.print("%nWhere %s's help came from and went to%n", ending.help().alias());
        screen.print("  The journey, as a monitor sees it");
        for (var item : ending.journey()) {
            screen.print(
                    "    %-10s  %-16s %-12s %s",
                    item.path("occurredOn").asText(),
                    item.path("type").asText(),
                    item.path("service").asText(),
                    money(item.path("amount")));
        }
        for (var i = 0; i < ending.traces().size(); i++) {
            printTrace(ending.gifts().get(i), ending.traces().get(i));
        }
        screen.print("%n  The books, after everything that this suite has seen");
        var books = suite.get(Service.FUNDRAISING, "/api/v1/ledger/trial-balance", TREASURER)
                .require(200);
        var names = accountNames();
        for (var account : books.path("accounts")) {
            var code = account.path("code").asText();
            printAccount(code + " " + names.getOrDefault(code, ""), account);
        }
        printAccount("total", books.path("totals"));
        screen.print("    %s  (treasurer)", suite.url(Service.FUNDRAISING, "/api/v1/ledger/trial-balance"));
    }

    private Map<String, String> accountNames() {
        var names = new HashMap<String, String>();
        suite.get(Service.FUNDRAISING, "/api/v1/ledger/accounts", TREASURER)
                .require(200)
                .path("items")
                .forEach(account -> names.put(
                        account.path("code").asText(), account.path("name").asText()));
        return names;
    }

    private void printTrace(StoryA.Gift gift, JsonNode trace) {
        screen.print("%n  Donation %s of %s, as its donor sees it", gift.id(), money(trace.path("amount")));
        for (var item : trace.path("items")) {
            var handedOver = item.path("handedOverOn").asText("");
            screen.print(
                    "    %-9s %18s  %s",
                    item.path("state").asText(),
                    money(item.path("amount")),
                    item.path("deliveryId").isTextual() ? "handed over on " + handedOver : "");
        }
    }

    private void printAccount(String name, JsonNode account) {
        screen.print(
                "    %-46s debit %18s   credit %18s",
                name, money(account.path("debit")), money(account.path("credit")));
    }

    private static String money(JsonNode money) {
        return money.path("amount").isTextual() ? "Rp %,.2f".formatted(StoryA.amount(money)) : "";
    }
}
