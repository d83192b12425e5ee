package id.berdikari.acceptance;

import static id.berdikari.local.Service.BENEFICIARY;
import static id.berdikari.local.Service.FUNDRAISING;
import static id.berdikari.local.Service.MONITORING;
import static id.berdikari.local.Service.PROGRAM;

import id.berdikari.local.LocalSuite;
import id.berdikari.local.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands at the end: each promise that the suite makes to its users, and where it was broken. */
record Verdict(List<Check> checks) {

    /** A promise, how much of it was looked at, and what broke it. */
    record Check(String promise, long seen, List<String> breaches) {
        boolean holds() {
            return breaches.isEmpty();
        }
    }

    private static final int SHOWN = 5;
    private static final Patience SETTLING = new Patience(Duration.ofMinutes(4));
    private static final Person TREASURER = Person.of("treasurer", 1);
    private static final Person AUDITOR = Person.of("auditor", 1);

    private static final Map<Service, Set<String>> LISTENS_TO = Map.of(
            FUNDRAISING, Set.of("beneficiary-events", "program-events"),
            PROGRAM, Set.of("beneficiary-events", "fundraising-events"),
            MONITORING, Set.of("beneficiary-events", "fundraising-events", "program-events"));

    private static final Map<String, String> OWNERS = Map.of(
            "nominations", "beneficiary",
            "permits", "fundraising",
            "campaigns", "fundraising",
            "donations", "fundraising",
            "programs", "program",
            "deliveries", "program",
            "visits", "monitoring");

    private static final Map<String, String> TABLES = Map.of(
            "nominations", "nomination",
            "permits", "permit",
            "campaigns", "campaign",
            "donations", "donation",
            "programs", "program",
            "deliveries", "delivery",
            "visits", "visit");

    /** Waits until everything that is on its way has arrived, and looks. */
    static Verdict on(LocalSuite processes, Suite suite, Collection<StoryA.Ending> endings) {
        return new Judge(processes, suite, endings).judge();
    }

    boolean isClean() {
        return checks.stream().allMatch(Check::holds);
    }

    private record Judge(
            LocalSuite processes,
            Suite suite,
            Databases databases,
            Collection<StoryA.Ending> endings,
            List<TopicRecords.Told> told,
            List<Check> checks) {

        Judge(LocalSuite processes, Suite suite, Collection<StoryA.Ending> endings) {
            this(processes, suite, new Databases(processes), endings, new ArrayList<>(), new ArrayList<>());
        }

        Verdict judge() {
            told.addAll(awaitQuiet());
            acceptedThingsAreThere();
            promisedEventsWereToldOnce();
            eventsAreInOrder();
            eventsWereHandledOnce();
            nothingIsLeftOver();
            booksAreRight();
            copiesAreEqual();
            journeysAreWhole();
            auditChainsVerify();
            return new Verdict(List.copyOf(checks));
        }

        /** Nothing waits any more to be told, or to be handled; what stays is a breach and shown as such. */
        private List<TopicRecords.Told> awaitQuiet() {
            var before = new AtomicInteger(-1);
            try {
                return SETTLING.until("every outbox is empty and every event handled", () -> {
                    var now = TopicRecords.read(processes.bootstrapServers());
                    var isQuiet = outboxesAreEmpty()
                            && now.size() == before.getAndSet(now.size())
                            && LISTENS_TO.keySet().stream().allMatch(service -> handledAll(service, now));
                    return isQuiet ? Optional.of(now) : Optional.empty();
                });
            } catch (StoryFailure notQuiet) {
                add("everything came to rest", 1, List.of(String.valueOf(notQuiet.getMessage())));
                return TopicRecords.read(processes.bootstrapServers());
            }
        }

        private boolean outboxesAreEmpty() {
            return Stream.of(Service.values())
                    .allMatch(service -> databases.count(service, "select count(*) from outbox") == 0);
        }

        private boolean handledAll(Service service, List<TopicRecords.Told> events) {
            var handled = databases.rows(service, "select event_id from inbox");
            var topics = LISTENS_TO.getOrDefault(service, Set.of());
            return events.stream()
                    .filter(each -> topics.contains(each.topic()))
                    .allMatch(each -> handled.contains(each.identity()));
        }

        private void acceptedThingsAreThere() {
            var made = suite.traffic().made();
            var missing = new ArrayList<String>();
            made.stream()
                    .collect(Collectors.groupingBy(Traffic.Made::collection))
                    .forEach((collection, things) -> {
                        var owner = Service.named(OWNERS.getOrDefault(collection, ""));
                        var known = databases.rows(owner, "select id from " + TABLES.get(collection));
                        things.stream()
                                .filter(thing -> !known.contains(thing.id()))
                                .forEach(thing -> missing.add(collection + "/" + thing.id()));
                    });
            add("what a request was told to have made is there", made.size(), missing);
        }

        private void promisedEventsWereToldOnce() {
            var ids = new HashMap<Traffic.Promise, Set<String>>();
            for (var each : told) {
                var about = Stream.of(each.key(), each.deliveryId()).filter(id -> !id.isEmpty());
                about.forEach(id -> ids.computeIfAbsent(new Traffic.Promise(each.type(), id), _ -> new HashSet<>())
                        .add(each.identity()));
            }
            var promises = new HashSet<>(suite.traffic().promises());
            endings.forEach(ending -> promises.addAll(promises(ending)));
            var broken = promises.stream()
                    .filter(promise -> ids.getOrDefault(promise, Set.of()).size() != 1)
                    .map(promise -> promise + " told "
                            + ids.getOrDefault(promise, Set.of()).size() + " times")
                    .toList();
            add("what was accepted was told, and once", promises.size(), broken);
        }

        private static List<Traffic.Promise> promises(StoryA.Ending ending) {
            var promises = new ArrayList<Traffic.Promise>();
            for (var type : List.of(
                    "beneficiary-nominated",
                    "beneficiary-pre-surveyed",
                    "beneficiary-surveyed",
                    "beneficiary-approved")) {
                promises.add(new Traffic.Promise(type, ending.nominationId()));
            }
            for (var type : List.of(
                    "program-proposed",
                    "funding-requested",
                    "funds-mobilised",
                    "program-completed",
                    "funds-returned")) {
                promises.add(new Traffic.Promise(type, ending.programId()));
            }
            promises.add(new Traffic.Promise("campaign-published", ending.campaignId()));
            promises.add(new Traffic.Promise("visit-recorded", ending.visitId()));
            ending.gifts().forEach(gift -> promises.add(new Traffic.Promise("donation-received", gift.id())));
            for (var delivery : ending.deliveryIds()) {
                promises.add(new Traffic.Promise("delivery-completed", delivery));
                promises.add(new Traffic.Promise("delivery-acknowledged", delivery));
            }
            return promises;
        }

        private void eventsAreInOrder() {
            var last = new HashMap<String, String>();
            var contents = new HashMap<String, String>();
            var disorder = new ArrayList<String>();
            var contradictions = new ArrayList<String>();
            for (var each : told) {
                var content = each.key() + each.type() + each.sequence() + each.value();
                var before = contents.putIfAbsent(each.topic() + each.identity(), content);
                if (before == null) {
                    var newest = last.put(each.topic() + each.key(), each.sequence());
                    if (newest != null && newest.compareTo(each.sequence()) >= 0) {
                        disorder.add(each.type() + " " + each.sequence() + " after " + newest);
                    }
                } else if (!before.equals(content)) {
                    contradictions.add(each.type() + " " + each.identity());
                }
            }
            add("the events of one subject are in order", told.size(), disorder);
            add("an event that is told twice says the same", told.size() - contents.size(), contradictions);
        }

        private void eventsWereHandledOnce() {
            LISTENS_TO.keySet().stream().sorted().forEach(service -> {
                var claimed = databases.rows(service, "select event_id from inbox");
                var topics = LISTENS_TO.getOrDefault(service, Set.of());
                var events = identities(each -> topics.contains(each.topic()));
                add("the " + service.id() + " service handled every event", events.size(), difference(events, claimed));
            });
        }

        private void nothingIsLeftOver() {
            var left = new ArrayList<String>();
            for (var service : Service.values()) {
                for (var table : List.of("outbox", "parked_event")) {
                    var rows = databases.count(service, "select count(*) from " + table);
                    if (rows > 0) {
                        left.add(rows + " in " + table + " of " + service.id());
                    }
                }
            }
            told.stream()
                    .filter(TopicRecords.Told::isParked)
                    .forEach(each -> left.add(each.type() + " is on " + each.topic()));
            add("nothing waits in an outbox and nothing is parked", Service.values().length, left);
        }

        private void booksAreRight() {
            var totals = suite.get(FUNDRAISING, "/api/v1/ledger/trial-balance", TREASURER)
                    .require(200)
                    .path("totals");
            var isBalanced = StoryA.amount(totals.path("debit")).compareTo(StoryA.amount(totals.path("credit"))) == 0;
            add("the trial balance balances", 1, isBalanced ? List.of() : List.of(totals.toString()));
            add(
                    "every journal balances",
                    databases.count(FUNDRAISING, "select count(*) from journal"),
                    databases.rows(
                            FUNDRAISING,
                            "select journal_id from ledger_entry group by journal_id having sum(debit) <> sum(credit)"));
            same(
                    "the accounts hold what the lots say",
                    databases.rows(FUNDRAISING, """
                            select account_code, sum(case account_code when '1100' then debit - credit else credit - debit end)
                            from ledger_entry group by account_code"""),
                    databases.rows(FUNDRAISING, """
                            with lot as (select case when beneficiary_id is not null then '2100'
                                    when program_type is not null then '2200' else '2300' end as code, held from fund_lot)
                            select code, sum(held) from lot group by code
                            union select '2900', sum(reserved) from fund_allocation
                            union select '1100', (select sum(amount - returned) from fund_lot) - (select sum(amount) from fund_spending)"""));
            same(
                    "each paid donation is one lot",
                    databases.rows(FUNDRAISING, "select id, amount from donation where status = 'PAID'"),
                    databases.rows(FUNDRAISING, "select donation_id, amount from fund_lot"));
            same(
                    "each donation was booked once",
                    databases.rows(FUNDRAISING, "select id || ' 1' from donation where status = 'PAID'"),
                    databases.rows(FUNDRAISING, """
                            select j.reference || ' ' || count(*) from journal j
                            where exists (select from fund_lot l where l.donation_id = j.reference) group by j.reference"""));
        }

        private void copiesAreEqual() {
            var beneficiaries = databases.rows(
                    BENEFICIARY, "select case_id, id, assistance_consent, exited_on is not null from beneficiary");
            same("program knows every beneficiary as it is", beneficiaries, databases.rows(PROGRAM, """
                            select case_id, beneficiary_id, assistance_consent, exited_on is not null
                            from beneficiary where beneficiary_id is not null"""));
            same(
                    "fundraising knows every beneficiary as it is",
                    databases.rows(BENEFICIARY, """
                            select case_id, id, assistance_consent, exited_on is not null, publication_consent
                            from beneficiary"""),
                    databases.rows(FUNDRAISING, """
                            select case_id, beneficiary_id, assistance_consent, exited, publication_consent
                            from known_beneficiary"""));
            same(
                    "monitoring knows every beneficiary",
                    databases.rows(BENEFICIARY, "select case_id, id from beneficiary"),
                    databases.rows(MONITORING, "select case_id, id from beneficiary"));
            same(
                    "monitoring knows every programme",
                    databases.rows(PROGRAM, "select id, beneficiary_id from program"),
                    databases.rows(MONITORING, "select id, beneficiary_id from program"));
            same(
                    "fundraising paid for each programme what it received, spent and gave back",
                    databases.rows(PROGRAM, """
                            select id, mobilised, spent, returned from program where status = 'COMPLETED'"""),
                    databases.rows(FUNDRAISING, """
                            select r.program_id, a.amount, coalesce(s.amount, 0.00), a.amount - coalesce(s.amount, 0)
                            from funding_request r
                            join (select program_id, sum(amount) as amount from fund_allocation group by program_id) a
                                on a.program_id = r.program_id
                            left join (select program_id, sum(amount) as amount from fund_spending group by program_id) s
                                on s.program_id = r.program_id
                            where r.status = 'COMPLETED'"""));
            same(
                    "each delivery was settled at its cost",
                    databases.rows(PROGRAM, "select id, actual_cost from delivery"),
                    databases.rows(
                            FUNDRAISING, "select delivery_id, sum(amount) from fund_spending group by delivery_id"));
        }

        private void journeysAreWhole() {
            var topics = LISTENS_TO.getOrDefault(MONITORING, Set.of());
            same(
                    "each event stands in its journey once",
                    identities(each ->
                            topics.contains(each.topic()) && !each.type().equals("program-proposed")),
                    databases.rows(
                            MONITORING,
                            "select event_id from journey_item where event_id not like '/monitoring-service#%'"));
        }

        private void auditChainsVerify() {
            for (var service : Service.values()) {
                var result = SETTLING.until("the " + service.id() + " service seals", () -> {
                    var answer = suite.get(service, "/api/v1/audit/verification", AUDITOR)
                            .require(200);
                    var unsealed = databases.count(
                            service, "select (select count(*) from audit_entry) - (select count(*) from audit_seal)");
                    return unsealed == 0 || !answer.path("intact").asBoolean() ? Optional.of(answer) : Optional.empty();
                });
                add(
                        "the " + service.id() + " service's audit chain verifies",
                        result.path("verified").asLong(),
                        result.path("intact").asBoolean() ? List.of() : List.of(result.toString()));
            }
        }

        private TreeSet<String> identities(Predicate<TopicRecords.Told> which) {
            return told.stream()
                    .filter(which)
                    .map(TopicRecords.Told::identity)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private void same(String promise, Set<String> owned, Set<String> copied) {
            add(promise, owned.size(), difference(owned, copied));
        }

        private static List<String> difference(Set<String> expected, Set<String> found) {
            var missing =
                    expected.stream().filter(each -> !found.contains(each)).map(each -> "missing " + each);
            var surplus =
                    found.stream().filter(each -> !expected.contains(each)).map(each -> "too many " + each);
            return Stream.concat(missing, surplus).toList();
        }

        private void add(String promise, long seen, Collection<String> breaches) {
            var shown = Stream.concat(
                            breaches.stream().limit(SHOWN),
                            breaches.size() > SHOWN
                                    ? Stream.of("and " + (breaches.size() - SHOWN) + " more")
                                    : Stream.empty())
                    .toList();
            checks.add(new Check(promise, seen, shown));
        }
    }
}
