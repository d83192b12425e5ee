package id.berdikari.beneficiary.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what KoBo and ODK Central deliver. Both add fields of their own, and name keys, dates and people in their own way. */
final class Deliveries {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final int DAY_LENGTH = "2026-01-31".length();

    /** Fields that phones fill in by themselves where a form asks for it. */
    private static final Set<String> OF_THE_DEVICE = Set.of(
            "start",
            "end",
            "today",
            "deviceid",
            "username",
            "phonenumber",
            "subscriberid",
            "simserial",
            "email",
            "audit",
            "instanceID",
            "instanceName",
            "formhub/uuid",
            "__version__",
            "meta",
            "__id",
            "__system");

    private static final Set<String> OF_CENTRAL = Set.of(
            "SubmissionDate",
            "KEY",
            "SubmitterID",
            "SubmitterName",
            "AttachmentsPresent",
            "AttachmentsExpected",
            "Status",
            "ReviewState",
            "DeviceID",
            "Edits",
            "FormVersion",
            "UpdatedAt");

    private Deliveries() {}

    static Delivery kobo(JsonNode row) {
        var instance = id(text(row, "_uuid").or(() -> text(row, "meta/instanceID")));
        var replaces = id(text(row, "meta/deprecatedID"));
        var root = id(text(row, "meta/rootUuid"));
        var key = Stream.of(Optional.ofNullable(root), Optional.ofNullable(replaces), Optional.ofNullable(instance))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
        var fields = new LinkedHashMap<String, JsonNode>();
        row.properties().forEach(field -> {
            if (!isOfThePlatform(field.getKey())) {
                fields.put(field.getKey(), field.getValue());
            }
        });
        return new Delivery(
                new Provenance(Provenance.Source.KOBO, key, instance, null, null),
                replaces,
                surveyedOn(row, text(row, "_submission_time")),
                text(row, "_submitted_by").orElse(null),
                "validation_status_not_approved"
                        .equals(row.path("_validation_status").path("uid").asText()),
                fields);
    }

    static Delivery odk(JsonNode row) {
        var system = row.path("__system");
        var key = id(text(row, "__id"));
        var instance = id(text(row.path("meta"), "instanceID"));
        var fields = new LinkedHashMap<String, JsonNode>();
        flatten("", row, fields);
        return new Delivery(
                new Provenance(
                        Provenance.Source.ODK,
                        key,
                        instance == null ? key : instance,
                        system.path("edits").isInt() ? system.path("edits").intValue() : null,
                        text(system, "updatedAt").flatMap(Deliveries::instant).orElse(null)),
                null,
                surveyedOn(row, text(system, "submissionDate")),
                text(system, "submitterName")
                        .or(() -> text(system, "submitterId"))
                        .orElse(null),
                "rejected".equals(system.path("reviewState").asText()),
                fields);
    }

    /** A row of Central's CSV export, by the names of its columns, where hyphens join groups. */
    static Delivery odkCsv(Map<String, String> row) {
        var key = id(cell(row, "KEY"));
        var instance = id(cell(row, "meta-instanceID"));
        var fields = new LinkedHashMap<String, JsonNode>();
        row.forEach((column, cell) -> {
            var path = column.replace('-', '/');
            if (!OF_CENTRAL.contains(column) && !isOfThePlatform(path)) {
                fields.put(path, TextNode.valueOf(cell));
            }
        });
        return new Delivery(
                new Provenance(
                        Provenance.Source.ODK,
                        key,
                        instance == null ? key : instance,
                        cell(row, "Edits")
                                .filter(edits -> edits.matches("[0-9]{1,6}"))
                                .map(Integer::valueOf)
                                .orElse(null),
                        cell(row, "UpdatedAt").flatMap(Deliveries::instant).orElse(null)),
                null,
                cell(row, "today")
                        .or(() -> cell(row, "start"))
                        .flatMap(Deliveries::day)
                        .or(() -> cell(row, "SubmissionDate")
                                .flatMap(Deliveries::instant)
                                .map(Deliveries::dayIn))
                        .orElse(null),
                cell(row, "SubmitterName").or(() -> cell(row, "SubmitterID")).orElse(null),
                "rejected".equals(row.get("ReviewState")),
                fields);
    }

    private static void flatten(String prefix, JsonNode node, Map<String, JsonNode> fields) {
        node.properties().forEach(field -> {
            var path = prefix + field.getKey();
            if (isOfThePlatform(path) || path.contains("@odata.")) {
                return;
            }
            if (field.getValue().isObject() && !field.getValue().has("coordinates")) {
                flatten(path + "/", field.getValue(), fields);
            } else {
                fields.put(path, field.getValue());
            }
        });
    }

    private static boolean isOfThePlatform(String path) {
        return path.startsWith("_") || path.startsWith("meta/") || OF_THE_DEVICE.contains(path);
    }

    /** The day on the phone, else that on which it came in, by Jakarta's clock. */
    private static @Nullable LocalDate surveyedOn(JsonNode row, Optional<String> cameIn) {
        return text(row, "today")
                .or(() -> text(row, "start"))
                .flatMap(Deliveries::day)
                .or(() -> cameIn.flatMap(Deliveries::instant).map(Deliveries::dayIn))
                .orElse(null);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.substring(0, Math.min(text.length(), DAY_LENGTH))));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static LocalDate dayIn(Instant instant) {
        return instant.atZone(JAKARTA).toLocalDate();
    }

    /** KoBo writes UTC without saying so. */
    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException withoutZone) {
            try {
                return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException none) {
                return Optional.empty();
            }
        }
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field).asText()).filter(text -> !text.isBlank());
    }

    private static Optional<String> cell(Map<String, String> row, String column) {
        return Optional.ofNullable(row.get(column)).filter(text -> !text.isBlank());
    }

    private static @Nullable String id(Optional<String> given) {
        return given.map(text -> text.startsWith("uuid:") ? text.substring("uuid:".length()) : text)
                .filter(text -> text.matches("[A-Za-z0-9:._-]{8,100}"))
                .orElse(null);
    }
}
