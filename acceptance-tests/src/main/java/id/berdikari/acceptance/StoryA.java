package id.berdikari.acceptance;

import static id.berdikari.acceptance.Telling.items;
import static id.berdikari.acceptance.Telling.requireThat;
import static id.berdikari.local.Service.BENEFICIARY;
import static id.berdikari.local.Service.FUNDRAISING;
import static id.berdikari.local.Service.MONITORING;
import static id.berdikari.local.Service.PROGRAM;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Ketimbang Ngemis Purwokerto: from a nomination in Banyumas to help handed over, and from each donated rupiah to that
 * help and back. Every step requires the outcome that it should have, so a story that ends was right all the way.
 */
final class StoryA {
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final String BANYUMAS = "33.02";

    private static final Person NOMINATOR = Person.of("surveyor", 9);
    private static final Person DESK = Person.of("verifier", 1);
    private static final Person WITNESS = Person.of("verifier", 2);
    private static final List<Person> SURVEYORS = people("surveyor", 2);
    private static final List<Person> DECIDERS = people("decider", 3);
    private static final Person ADMIN = Person.of("admin", 1);
    private static final Person AUTHOR = Person.of("fundraiser", 1);
    private static final Person PUBLISHER = Person.of("fundraiser", 2);
    private static final Person TREASURER = Person.of("treasurer", 1);
    private static final Person OFFICER = Person.of("program-officer", 1);
    private static final Person MONITOR = Person.of("monitor", 1);

    private static final Set<String> WHOLE_JOURNEY = Set.of(
            "nominated",
            "pre-surveyed",
            "surveyed",
            "approved",
            "published",
            "donated",
            "requested",
            "mobilised",
            "delivered",
            "acknowledged",
            "completed",
            "visited");

    /** A donation as its donor knows it. */
    record Gift(String id, String secret, BigDecimal amount) {}

    /** Where everything stands at the end. */
    record Ending(
            Help help,
            String nominationId,
            String beneficiaryId,
            String permitId,
            String campaignId,
            List<Gift> gifts,
            String programId,
            List<String> deliveryIds,
            String visitId,
            List<JsonNode> journey,
            List<JsonNode> traces,
            JsonNode trialBalance) {}

    private final Suite suite;
    private final Wording wording;
    private final Telling telling;
    private final Help help;
    private final LocalDate today = LocalDate.now(JAKARTA);
    private final LocalDate nominatedOn = today.minusDays(75);
    private final LocalDate visitedOn = today.minusDays(61);
    private final LocalDate decidedOn = today.minusDays(54);

    StoryA(Suite suite, Wording wording, StoryListener listener, Help help) {
        this.suite = suite;
        this.wording = wording;
        this.telling = new Telling(suite, listener);
        this.help = help;
    }

    /** Lives the whole story. */
    Ending live() {
        var village = findVillage();
        var nominationId = nominate(village);
        checkAtTheDesk(nominationId);
        visitAtHome(nominationId);
        var beneficiaryId = decide(nominationId);
        var permitId = recordPermit();
        var campaignId = publishCampaign(beneficiaryId, permitId);
        var gifts = List.of(give(campaignId, "first donor", false), give(campaignId, "second donor", true));
        var programId = planAndFund(beneficiaryId);
        var deliveryIds = handOver(programId);
        var visitId = visit(beneficiaryId, programId);
        var journey = follow(beneficiaryId);
        var traces = gifts.stream().map(gift -> trace(gift, deliveryIds)).toList();
        return new Ending(
                help,
                nominationId,
                beneficiaryId,
                permitId,
                campaignId,
                gifts,
                programId,
                deliveryIds,
                visitId,
                journey,
                traces,
                readBooks());
    }

    private JsonNode findVillage() {
        var path = "/api/v1/areas?level=DISTRICT&limit=200&parent=" + BANYUMAS;
        var districts = suite.get(BENEFICIARY, path, null).require(200).path("items");
        var district = districts.get(Help.all().indexOf(help) % districts.size());
        var villagesPath = "/api/v1/areas?parent=" + district.path("code").asText();
        var village = suite.get(BENEFICIARY, villagesPath, null)
                .require(200)
                .path("items")
                .path(0);
        requireThat(village.path("code").asText().startsWith(BANYUMAS), "a village of Banyumas is found");
        telling.tell(
                "the public",
                "looks up where in Banyumas the person lives",
                "%s, kecamatan %s (%s)"
                        .formatted(
                                village.path("name").asText(),
                                district.path("name").asText(),
                                village.path("code").asText()),
                suite.url(BENEFICIARY, villagesPath));
        return village;
    }

    /** Rice for neighbours is asked for by a neighbour without an account; who has none may not send a NIK. */
    private String nominate(JsonNode village) {
        var isPublic = help.programType().equals("RICE_SHARING");
        var who = help.candidate();
        var candidate = new HashMap<String, Object>(Map.of(
                "fullName", wording.text(who.name()),
                "birthDate", who.birthDate(),
                "sex", who.sex(),
                "phone", wording.secret("0812" + wording.digits(8)),
                "areaCode", village.path("code").asText(),
                "address", wording.text("Gang Wijaya 5 RT 02 RW 03")));
        var nik = wording.secret(nik(village.path("code").asText(), who));
        if (!isPublic) {
            candidate.put("nik", nik);
        }
        var nominator = isPublic ? null : NOMINATOR;
        var id = telling.again(() -> suite.post(
                        BENEFICIARY,
                        "/api/v1/nominations",
                        nominator,
                        Map.of(
                                "nominatedOn", nominatedOn.toString(),
                                "candidate", candidate,
                                "livelihood", wording.text(who.livelihood()),
                                "reason", wording.text(help.reason()),
                                "nominator",
                                        Map.of(
                                                "fullName", wording.text("Bambang"),
                                                "phone", wording.secret("0813" + wording.digits(8))))))
                .require(201, "NOMINATED")
                .path("id")
                .asText();
        var path = "/api/v1/nominations/" + id;
        var seen = suite.get(BENEFICIARY, path, DESK).require(200, "NOMINATED");
        requireThat(!seen.toString().contains(nik), "the NIK is masked");
        telling.tell(
                nominator == null ? "a neighbour without an account" : nominator.name(),
                "nominates somebody who works rather than begs",
                "NOMINATED on " + nominatedOn,
                suite.url(BENEFICIARY, path) + "  (verifier)");
        return id;
    }

    private void checkAtTheDesk(String nominationId) {
        var path = "/api/v1/nominations/" + nominationId;
        var criteria = List.of("WORKS_NOT_BEGS", "DISABLED_ELDERLY_OR_POOR", "NOT_YET_HELPED", "WANTS_HELP").stream()
                .map(code -> Map.of("code", code, "met", true, "note", wording.text("Known to the neighbours")))
                .toList();
        telling.change(
                BENEFICIARY,
                path + "/pre-survey",
                DESK,
                Map.of("outcome", "PROCEED", "criteria", criteria, "reason", wording.text("Meets all four criteria")),
                path,
                "PRE_SURVEYED");
        telling.tell(
                DESK.name(),
                "checks the nomination at the desk against the community's four criteria",
                "PRE_SURVEYED",
                suite.url(BENEFICIARY, path) + "  (verifier)");
    }

    private void visitAtHome(String nominationId) {
        var path = "/api/v1/nominations/" + nominationId;
        var need = Map.of(
                "programType", help.programType(),
                "description", wording.text(help.items().getFirst().description()),
                "estimate", rupiah(help.need() + 100_000));
        var consents = List.of("ASSISTANCE", "PUBLICATION").stream()
                .map(purpose -> Map.of("purpose", purpose, "given", true, "witness", wording.text("Head of RT 02")))
                .toList();
        telling.change(
                BENEFICIARY,
                path + "/survey",
                SURVEYORS.getFirst(),
                Map.of(
                        "visitedOn", visitedOn.toString(),
                        "surveyors", SURVEYORS.stream().map(suite::subject).toList(),
                        "income", rupiah(600_000),
                        "dependants", 2,
                        "housing", wording.text("Wooden house, earth floor, one room"),
                        "disability", Map.of("SEE", 2, "HEAR", 1, "WALK", 3, "REM", 1, "CARE", 2, "COMM", 1),
                        "needs", List.of(need),
                        "location", Map.of("latitude", -7.4245, "longitude", 109.2302),
                        "consents", consents),
                path,
                "SURVEYED");
        telling.tell(
                String.join(" and ", names(SURVEYORS)),
                "visit at home: income, disability, needs, consent to help and to a redacted story",
                "SURVEYED on " + visitedOn,
                suite.url(BENEFICIARY, path) + "  (surveyor)");
    }

    private String decide(String nominationId) {
        var path = "/api/v1/nominations/" + nominationId;
        var need = Map.of(
                "programType", help.programType(),
                "description", wording.text(help.items().getFirst().description()),
                "amount", rupiah(help.need()));
        telling.change(
                BENEFICIARY,
                path + "/decision",
                DECIDERS.getFirst(),
                Map.of(
                        "outcome", "APPROVE",
                        "heldOn", decidedOn.toString(),
                        "deciders", DECIDERS.stream().map(suite::subject).toList(),
                        "votes", Map.of("for", 3, "against", 0),
                        "needs", List.of(need),
                        "alias", wording.published(help.alias()),
                        "publicStory", wording.published(help.publicStory()),
                        "reason", wording.text("Urgent, and within the community's means")),
                path,
                "DECISION_PROPOSED");
        telling.tell(
                DECIDERS.getFirst().name(),
                "writes down the meeting's decision: approved, up to " + inWords(help.need()),
                "DECISION_PROPOSED, nothing binds yet",
                suite.url(BENEFICIARY, path) + "  (decider)");
        var approved = telling.change(
                BENEFICIARY, path + "/decision/confirmation", DECIDERS.get(1), Map.of(), path, "APPROVED");
        var beneficiaryId = approved.path("beneficiaryId").asText();
        telling.tell(
                DECIDERS.get(1).name(),
                "confirms it with an own token",
                "APPROVED",
                suite.url(BENEFICIARY, "/api/v1/beneficiaries/" + beneficiaryId) + "  (verifier)");
        return beneficiaryId;
    }

    private String recordPermit() {
        var from = today.minusDays(20);
        var permit = telling.again(() -> suite.post(
                        FUNDRAISING,
                        "/api/v1/permits",
                        ADMIN,
                        Map.of(
                                "number", wording.text("PUB/" + UUID.randomUUID()),
                                "authority", wording.text("Bupati Banyumas"),
                                "scopeAreaCodes", List.of(BANYUMAS),
                                "validFrom", from.toString(),
                                "validTo", from.plusMonths(3).toString(),
                                "kind", "GENERAL")))
                .require(201);
        var id = permit.path("id").asText();
        telling.tell(
                ADMIN.name(),
                "records the permit to raise funds in Banyumas",
                "valid until " + from.plusMonths(3),
                suite.url(FUNDRAISING, "/api/v1/permits/" + id) + "  (fundraiser)");
        return id;
    }

    private String publishCampaign(String beneficiaryId, String permitId) {
        var draft = telling.create(
                FUNDRAISING,
                "/api/v1/campaigns",
                AUTHOR,
                Map.of(
                        "title", wording.text("A way back to work"),
                        "beneficiaryId", beneficiaryId,
                        "target", rupiah(help.need()),
                        "permitId", permitId,
                        "endsOn", today.plusDays(45).toString()),
                "beneficiaryId=" + beneficiaryId);
        requireThat(draft.path("status").asText().equals("DRAFT"), "a new campaign is a draft");
        var path = "/api/v1/campaigns/" + draft.path("id").asText();
        requireThat(suite.get(FUNDRAISING, path, null).status() == 404, "the public does not see a draft");
        telling.tell(
                AUTHOR.name(),
                "drafts a campaign; alias and story come from the approved case",
                "DRAFT",
                suite.url(FUNDRAISING, path) + "  (fundraiser)");
        telling.change(FUNDRAISING, path + "/publication", PUBLISHER, Map.of(), path, "PUBLISHED");
        var seen = suite.get(FUNDRAISING, path, null).require(200, "PUBLISHED");
        requireThat(seen.path("alias").asText().startsWith(help.alias()), "the public sees the alias");
        requireThat(
                wording.secrets().stream().noneMatch(secret -> showsBesideTitle(seen, secret)),
                "the public page shows nothing personal");
        telling.tell(
                PUBLISHER.name(),
                "publishes what another wrote; the public sees alias, kecamatan and age band only",
                "PUBLISHED as " + help.alias(),
                suite.url(FUNDRAISING, path));
        return draft.path("id").asText();
    }

    private Gift give(String campaignId, String who, boolean isAnonymous) {
        var amount = help.need() / 2 + 50_000;
        var donor = isAnonymous
                ? Map.of("anonymous", true)
                : Map.of(
                        "name", wording.text("Sari Wulandari"),
                        "email", wording.mail(),
                        "anonymous", false);
        var body = Map.of("amount", rupiah(amount), "donor", donor, "method", "MIDTRANS");
        var key = UUID.randomUUID().toString();
        var path = "/api/v1/campaigns/" + campaignId + "/donations";
        var promised = suite.post(FUNDRAISING, path, null, body, "Idempotency-Key", key)
                .require(201, "PENDING");
        var again = suite.post(FUNDRAISING, path, null, body, "Idempotency-Key", key)
                .require(201);
        requireThat(promised.equals(again), "a repeated promise is the same donation");
        var gift = new Gift(
                promised.path("id").asText(),
                wording.secret(promised.path("donorSecret").asText()),
                BigDecimal.valueOf(amount));
        notifyPaid(promised.at("/payment/orderId").asText(), amount);
        var donationPath = "/api/v1/donations/" + gift.id();
        suite.get(FUNDRAISING, donationPath, TREASURER).require(200, "PAID");
        telling.tell(
                "the " + who + (isAnonymous ? ", anonymous," : ""),
                "gives " + inWords(amount) + ", and Midtrans tells that it was paid",
                "PAID and booked",
                suite.url(FUNDRAISING, donationPath) + "  (treasurer)");
        return gift;
    }

    /** As Midtrans does: the signature covers order, status code, amount as text, and the server key. */
    private void notifyPaid(String orderId, long amount) {
        var gross = amount + ".00";
        var transactionId = UUID.randomUUID().toString();
        telling.again(() -> suite.post(
                        FUNDRAISING,
                        "/api/v1/payment-notifications/midtrans",
                        null,
                        Map.ofEntries(
                                Map.entry("transaction_time", today + " 10:15:00"),
                                Map.entry("transaction_status", "settlement"),
                                Map.entry("transaction_id", transactionId),
                                Map.entry("status_message", "midtrans payment notification"),
                                Map.entry("status_code", "200"),
                                Map.entry("signature_key", sha512(orderId + "200" + gross + suite.midtransKey())),
                                Map.entry("payment_type", "qris"),
                                Map.entry("order_id", orderId),
                                Map.entry("merchant_id", "G141532850"),
                                Map.entry("gross_amount", gross),
                                Map.entry("fraud_status", "accept"),
                                Map.entry("currency", "IDR"))))
                .require(200);
    }

    private String planAndFund(String beneficiaryId) {
        var budget = help.items().stream()
                .map(item ->
                        Map.of("description", wording.text(item.description()), "amount", rupiah(item.cost() + 10_000)))
                .toList();
        var program = telling.create(
                PROGRAM,
                "/api/v1/programs",
                OFFICER,
                Map.of(
                        "beneficiaryId",
                        beneficiaryId,
                        "programType",
                        help.programType(),
                        "title",
                        wording.text("Help as the meeting approved it"),
                        "budget",
                        budget),
                "beneficiaryId=" + beneficiaryId);
        var id = program.path("id").asText();
        var path = "/api/v1/programs/" + id;
        suite.post(PROGRAM, path + "/funding-request", OFFICER, Map.of(), "Idempotency-Key", uuid())
                .require(200, "FUNDING_REQUESTED");
        telling.tell(
                OFFICER.name(),
                "plans the help and asks for its money",
                "FUNDING_REQUESTED",
                suite.url(PROGRAM, path) + "  (program-officer)");
        suite.patience()
                .until(
                        "programme " + id + " is FUNDED",
                        () -> Telling.reached(suite.get(PROGRAM, path, OFFICER), "FUNDED"));
        telling.tell(
                "the suite",
                "reserves donations in the order of their arrival and tells the programme",
                "FUNDED",
                suite.url(FUNDRAISING, "/api/v1/funding-requests/" + id) + "  (treasurer)");
        return id;
    }

    private List<String> handOver(String programId) {
        var path = "/api/v1/programs/" + programId;
        var deliveryIds = new ArrayList<String>();
        for (var items : help.handOvers()) {
            var id = deliver(path, items);
            deliveryIds.add(id);
            acknowledge(id);
        }
        suite.get(PROGRAM, path, OFFICER).require(200, "ACKNOWLEDGED");
        telling.change(PROGRAM, path + "/completion", OFFICER, Map.of(), path, "COMPLETED");
        telling.tell(
                OFFICER.name(),
                "closes the programme; what it did not spend is free for others",
                "COMPLETED",
                suite.url(PROGRAM, path) + "  (program-officer)");
        return deliveryIds;
    }

    private String deliver(String path, List<Help.Item> items) {
        var cost = items.stream().mapToLong(Help.Item::cost).sum();
        var delivered = suite.post(
                        PROGRAM,
                        path + "/deliveries",
                        OFFICER,
                        Map.of(
                                "deliveredOn", today.toString(),
                                "items",
                                        items.stream()
                                                .map(item -> Map.of(
                                                        "description", wording.text(item.description()), "quantity", 1))
                                                .toList(),
                                "actualCost", rupiah(cost),
                                "receipts",
                                        items.stream()
                                                .map(item -> Map.of(
                                                        "number", wording.text("INV"), "amount", rupiah(item.cost())))
                                                .toList(),
                                "proof", Map.of("note", wording.text("Handed over at home, fitted and tried"))),
                        "Idempotency-Key",
                        uuid())
                .require(201, "DELIVERED");
        var id = delivered.path("id").asText();
        suite.get(PROGRAM, path, OFFICER).require(200, "DELIVERED");
        telling.tell(
                OFFICER.name(),
                "hands over: "
                        + items.stream().map(Help.Item::description).collect(Collectors.joining(", ")) + ", for "
                        + inWords(cost) + " by receipt",
                "DELIVERED",
                suite.url(PROGRAM, "/api/v1/deliveries/" + id) + "  (program-officer)");
        return id;
    }

    private void acknowledge(String deliveryId) {
        var path = "/api/v1/deliveries/" + deliveryId;
        telling.change(
                PROGRAM,
                path + "/acknowledgement",
                WITNESS,
                Map.of(
                        "acknowledgedOn", today.toString(),
                        "by", wording.text("The person"),
                        "witness", wording.text("Head of RT 02")),
                path,
                "ACKNOWLEDGED");
        telling.tell(
                WITNESS.name(),
                "hears from the person, before a witness, that the help arrived",
                "ACKNOWLEDGED",
                suite.url(PROGRAM, path) + "  (verifier)");
    }

    private String visit(String beneficiaryId, String programId) {
        var finding = Map.of(
                "description", wording.text("One screw is loose"),
                "correctiveAction", wording.text("Have it tightened at the workshop"));
        var visit = telling.create(
                MONITORING,
                "/api/v1/visits",
                MONITOR,
                Map.of(
                        "beneficiaryId",
                        beneficiaryId,
                        "programId",
                        programId,
                        "visitedOn",
                        today.toString(),
                        "suits",
                        true,
                        "lasts",
                        true,
                        "notes",
                        wording.text("Used every day"),
                        "findings",
                        List.of(finding)),
                "programId=" + programId);
        var followUps = suite.get(MONITORING, "/api/v1/follow-ups?beneficiaryId=" + beneficiaryId, MONITOR)
                .require(200)
                .path("items");
        var dueOn = items(followUps).stream()
                .map(followUp -> followUp.path("dueOn").asText())
                .collect(Collectors.toSet());
        var expected = IntStream.of(1, 3, 6, 12)
                .mapToObj(months -> today.plusMonths(months).toString())
                .collect(Collectors.toSet());
        requireThat(dueOn.equals(expected), "follow-ups are due after 1, 3, 6 and 12 months, but are on " + dueOn);
        var id = visit.path("id").asText();
        telling.tell(
                MONITOR.name(),
                "visits: does the help fit, does it last, what needs mending",
                "recorded; follow-ups after 1, 3, 6 and 12 months",
                suite.url(MONITORING, "/api/v1/visits/" + id) + "  (monitor)");
        return id;
    }

    private List<JsonNode> follow(String beneficiaryId) {
        var path = "/api/v1/journeys/" + beneficiaryId;
        var journey = suite.patience().until("the journey of " + beneficiaryId + " is whole", () -> {
            var items = items(suite.get(MONITORING, path, MONITOR).require(200).path("items"));
            var types = items.stream().map(item -> item.path("type").asText()).collect(Collectors.toSet());
            return types.containsAll(WHOLE_JOURNEY) ? Optional.of(items) : Optional.empty();
        });
        var recorded = journey.stream()
                .map(item -> Instant.parse(item.path("recordedAt").asText()))
                .toList();
        requireThat(recorded.equals(recorded.stream().sorted().toList()), "the journey is in recorded order");
        telling.tell(
                MONITOR.name(),
                "follows the person's whole way through all four services",
                journey.size() + " entries from nominated to visited",
                suite.url(MONITORING, path) + "  (monitor)");
        return journey;
    }

    private JsonNode trace(Gift gift, List<String> deliveryIds) {
        var path = "/api/v1/donations/" + gift.id() + "/trace";
        requireThat(
                suite.get(FUNDRAISING, path, null, "X-Donor-Secret", "not-the-secret")
                                .status()
                        == 404,
                "a wrong secret opens nothing");
        var trace = suite.patience().until("donation " + gift.id() + " has no more reserved money", () -> {
            var body = suite.get(FUNDRAISING, path, null, "X-Donor-Secret", gift.secret())
                    .require(200);
            return states(body).contains("RESERVED") ? Optional.empty() : Optional.of(body);
        });
        var sum = items(trace.path("items")).stream()
                .map(item -> amount(item.path("amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        requireThat(sum.compareTo(gift.amount()) == 0, "the trace of " + gift.id() + " sums to the donation");
        requireThat(
                amount(trace.path("amount")).compareTo(gift.amount()) == 0, "the trace names the donation's amount");
        requireThat(
                items(trace.path("items")).stream()
                        .filter(item -> item.path("state").asText().equals("SPENT"))
                        .allMatch(item ->
                                deliveryIds.contains(item.path("deliveryId").asText())),
                "spent money leads to the hand-over");
        telling.tell(
                "a donor",
                "follows each rupiah with the secret of the donation",
                String.join(", ", states(trace)),
                suite.url(FUNDRAISING, path) + "  (X-Donor-Secret)");
        return trace;
    }

    private JsonNode readBooks() {
        var path = "/api/v1/ledger/trial-balance";
        var books = suite.get(FUNDRAISING, path, TREASURER).require(200);
        var debit = amount(books.at("/totals/debit"));
        requireThat(debit.signum() > 0, "the books are not empty");
        requireThat(debit.compareTo(amount(books.at("/totals/credit"))) == 0, "the books balance");
        telling.tell(
                TREASURER.name(),
                "reads the books",
                "balanced to the rupiah",
                suite.url(FUNDRAISING, path) + "  (treasurer)");
        return books;
    }

    /** The campaign's title is what its author wrote for the public. */
    private static boolean showsBesideTitle(JsonNode campaign, String secret) {
        return campaign.toString().contains(secret)
                && !campaign.path("title").asText().contains(secret);
    }

    private static Set<String> states(JsonNode trace) {
        return items(trace.path("items")).stream()
                .map(item -> item.path("state").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Person> people(String role, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> Person.of(role, number))
                .toList();
    }

    private static List<String> names(List<Person> people) {
        return people.stream().map(Person::name).toList();
    }

    private static Map<String, String> rupiah(long amount) {
        return Map.of("amount", amount + ".00", "currency", "IDR");
    }

    private static String inWords(long amount) {
        return "Rp %,d".formatted(amount);
    }

    static BigDecimal amount(JsonNode money) {
        return new BigDecimal(money.path("amount").asText("0"));
    }

    /** A NIK as a civil registry office gives it: district, birth date (women's day plus 40), serial. */
    private String nik(String areaCode, Help.Candidate who) {
        var birth = LocalDate.parse(who.birthDate());
        var day = birth.getDayOfMonth() + (who.sex().equals("FEMALE") ? 40 : 0);
        return areaCode.substring(0, 8).replace(".", "")
                + "%02d%02d%02d".formatted(day, birth.getMonthValue(), birth.getYear() % 100)
                + wording.serial();
    }

    private static String sha512(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-512").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
