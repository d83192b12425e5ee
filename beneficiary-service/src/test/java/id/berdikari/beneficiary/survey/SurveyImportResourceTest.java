package id.berdikari.beneficiary.survey;

import static id.berdikari.beneficiary.CaseFixtures.SURVEYOR;
import static id.berdikari.beneficiary.CaseFixtures.VERIFIER;
import static id.berdikari.beneficiary.CaseFixtures.get;
import static id.berdikari.beneficiary.CaseFixtures.nominated;
import static id.berdikari.beneficiary.instrument.InstrumentFixtures.aDefinition;
import static id.berdikari.beneficiary.instrument.InstrumentFixtures.published;
import static id.berdikari.beneficiary.instrument.InstrumentFixtures.someAnswers;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.berdikari.beneficiary.Body;
import id.berdikari.local.test.LocalPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class SurveyImportResourceTest {
    private static final String SURVEYS = "/api/v1/surveys";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String key = UUID.randomUUID().toString();
    private String instrument = "";
    private String caseId = "";

    @BeforeEach
    void prepareAnInstrumentAndACase() {
        instrument = published();
        caseId = nominated();
    }

    @Test
    void takesKobosFileOnceHoweverOftenItComes() {
        var file = results(kobo(key));

        imported("KOBO_JSON", file).body("imported", equalTo(1)).body("refused", equalTo(0));
        imported("KOBO_JSON", file).body("imported", equalTo(0)).body("unchanged", equalTo(1));

        get(SURVEYOR, SURVEYS + "/" + onlySurvey())
                .then()
                .body("source", equalTo("KOBO"))
                .body("sourceKey", equalTo(key))
                .body("surveyor", equalTo("enumerator1"))
                .body("surveyedOn", equalTo("2026-01-31"))
                .body("answers.aset", equalTo(List.of("sepeda", "hp")))
                .body("answers.jumlah_anggota", equalTo(5))
                .body("answers.persetujuan", equalTo(true))
                .body("scores[0].total", equalTo(18));
    }

    @Test
    void takesFilesOfManySurveysWholly() {
        var file = results(Stream.generate(() -> kobo(UUID.randomUUID().toString()))
                .limit(45)
                .toArray(Body[]::new));

        imported("KOBO_JSON", file).body("imported", equalTo(45)).body("refused", equalTo(0));
        imported("KOBO_JSON", file).body("unchanged", equalTo(45));
    }

    @Test
    void takesKobosEditsInTheirOrder() {
        var edit = UUID.randomUUID().toString();
        var original = results(kobo(key));
        var edited = results(kobo(edit)
                .with("/meta~1deprecatedID", "uuid:" + key)
                .with("/meta~1rootUuid", "uuid:" + key)
                .with("/rumah~1lantai", "keramik"));

        imported("KOBO_JSON", original).body("imported", equalTo(1));
        imported("KOBO_JSON", edited).body("changed", equalTo(1));
        imported("KOBO_JSON", edited).body("unchanged", equalTo(1));
        imported("KOBO_JSON", original).body("superseded", equalTo(1));
        imported("KOBO_JSON", results(kobo(key).with("/rumah~1lantai", "papan")))
                .body("superseded", equalTo(1));

        get(SURVEYOR, SURVEYS + "/" + onlySurvey()).then().body("answers.lantai", equalTo("keramik"));
    }

    @Test
    void refusesRowsByNameAndKeepsTheOthers() {
        var file = results(
                kobo(UUID.randomUUID().toString()).with("/rumah~1lantai", "marmer"),
                kobo(UUID.randomUUID().toString()).with("/rumah~1kolam", "ya"),
                kobo(UUID.randomUUID().toString()).with("/lokasi~1kasus", UUID.randomUUID()),
                kobo(UUID.randomUUID().toString()).with("/lokasi~1kasus", "budi PLANTED-ROW"),
                kobo(UUID.randomUUID().toString())
                        .with("/_validation_status", Map.of("uid", "validation_status_not_approved")),
                kobo(UUID.randomUUID().toString()).with("/_uuid", null).with("/meta~1instanceID", null),
                kobo(key),
                kobo(key).with("/rumah~1lantai", "papan"));

        imported("KOBO_JSON", file)
                .body("imported", equalTo(1))
                .body("refused", equalTo(7))
                .body("rows[0].errors[0].pointer", equalTo("/answers/lantai"))
                .body("rows[0].errors[0].rule", equalTo("choice-unknown"))
                .body("rows[0].errors[0].detail", equalTo("Is not among the choices of this question"))
                .body("rows[1].errors[0].pointer", equalTo("/answers/rumah~1kolam"))
                .body("rows[1].errors[0].rule", equalTo("question-unknown"))
                .body("rows[2].errors[0].rule", equalTo("subject-unknown"))
                .body("rows[3].errors[0].rule", equalTo("not-a-uuid"))
                .body("rows[4].errors[0].rule", equalTo("rejected-at-source"))
                .body("rows[5].errors[0].pointer", equalTo("/key"))
                .body("rows[6].outcome", equalTo("IMPORTED"))
                .body("rows[7].errors[0].rule", equalTo("changed-without-edit"))
                .body(not(containsString("PLANTED-ROW")));
        onlySurvey();
    }

    @Test
    void leavesOutWhatIsToBeIgnoredAndRehearses() {
        var file = results(kobo(key).with("/lokasi~1titik", "-7.07 110.91 35.0 4.9"));

        imported("KOBO_JSON", file).body("rows[0].errors[0].rule", equalTo("question-unknown"));
        imported("KOBO_JSON", file, "ignore", "lokasi/titik", "dryRun", "true")
                .body("dryRun", equalTo(true))
                .body("imported", equalTo(1));
        get(SURVEYOR, SURVEYS + "?subjectId=" + caseId).then().body("items", hasSize(0));
        imported("KOBO_JSON", file, "ignore", "lokasi/titik").body("imported", equalTo(1));
    }

    @Test
    void takesOdksEditsByTheirNumberFromJsonAndCsvAlike() {
        var first = value(odk(0, "2026-01-31T02:30:00.000Z", "tanah"));
        var second = value(odk(1, "2026-02-01T04:22:00.000Z", "keramik"));

        imported("ODK_JSON", first).body("imported", equalTo(1)).body("rows[0].key", equalTo(key));
        imported("ODK_JSON", second).body("changed", equalTo(1));
        imported("ODK_JSON", first).body("superseded", equalTo(1));
        imported("ODK_CSV", csv(1, "keramik", ",")).body("unchanged", equalTo(1));
        imported("ODK_CSV", csv(2, "papan", ",")).body("changed", equalTo(1));
        imported("ODK_CSV", csv(2, "tanah", ",")).body("rows[0].errors[0].rule", equalTo("changed-without-edit"));

        get(SURVEYOR, SURVEYS + "/" + onlySurvey())
                .then()
                .body("source", equalTo("ODK"))
                .body("answers.lantai", equalTo("papan"));
    }

    @Test
    void readsCsvWithByteOrderMarkAndSemicolons() {
        imported("ODK_CSV", '\uFEFF' + csv(0, "tanah", ";"))
                .body("imported", equalTo(1))
                .body("rows[0].errors", hasSize(0));
        get(SURVEYOR, SURVEYS + "/" + onlySurvey())
                .then()
                .body("answers.catatan", equalTo("Dua baris,\ndan \"kutipan\"; PLANTED-REMARK"));
    }

    @Test
    void refusesAFileThatIsNone() {
        refused("KOBO_JSON", "{\"results\": [").body("type", equalTo("/problems/malformed-body"));
        refused("KOBO_JSON", "{\"hasil\": []}").body("errors[0].rule", equalTo("not-a-submission"));
        refused("ODK_JSON", "{\"value\": [1]}").body("errors[0].rule", equalTo("not-a-submission"));
        refused("ODK_CSV", "a,b\n1,2\n").body("errors[0].rule", equalTo("column-missing"));
        refused("ODK_CSV", "KEY,b\n1,2,3\n").body("errors[0].rule", equalTo("columns-differ"));
        refused("ODK_CSV", "KEY,KEY\n1,2\n").body("errors[0].rule", equalTo("not-a-csv"));
        refused("XLSX", "KEY").body("errors[0].pointer", equalTo("format"));
        upload("ODK_CSV", new byte[] {(byte) 0xff, (byte) 0xfe, 0x4b, 0x00})
                .statusCode(400)
                .body("errors[0].rule", equalTo("not-utf-8"));
    }

    private Body kobo(String uuid) {
        var row = JSON.createObjectNode();
        row.put("_id", 28534);
        row.put("_uuid", uuid);
        row.put("meta/instanceID", "uuid:" + uuid);
        row.put("formhub/uuid", "867ac75ff99f409d9b558f1792b62a14");
        row.put("start", "2026-01-31T09:00:00.000+07:00");
        row.put("_submission_time", "2026-02-01T02:26:10");
        row.put("_submitted_by", "enumerator1");
        row.putArray("_attachments");
        row.put("lokasi/kasus", caseId);
        cells("/").forEach(row::put);
        return new Body(row);
    }

    private ObjectNode odk(int edits, String updatedAt, String floor) {
        var row = JSON.createObjectNode();
        row.put("__id", "uuid:" + key);
        row.putObject("__system")
                .put("submissionDate", "2026-01-30T20:30:00.000Z")
                .put("updatedAt", updatedAt)
                .put("edits", edits)
                .put("submitterName", "Enumerator Satu");
        row.putObject("meta").put("instanceID", edits == 0 ? "uuid:" + key : "uuid:edit-" + edits + key);
        row.putObject("lokasi").put("kasus", caseId);
        row.put("anggota@odata.navigationLink", "Submissions('x')/anggota");
        answersAt(row, floor);
        return row;
    }

    private void answersAt(ObjectNode row, String floor) {
        groups().forEach((name, group) -> {
            var value = someAnswers().json().get(name);
            JsonNode written = value.isArray() ? JSON.getNodeFactory().textNode(joined(value)) : value;
            var target = group.isEmpty() ? row : row.withObject("/" + group);
            target.set(name, name.equals("lantai") ? JSON.getNodeFactory().textNode(floor) : written);
        });
    }

    private String csv(int edits, String floor, String delimiter) {
        var row = new LinkedHashMap<String, String>();
        row.put("SubmissionDate", "2026-01-30T20:30:00.000Z");
        row.put("meta-instanceID", edits == 0 ? "uuid:" + key : "uuid:edit-" + edits + key);
        row.put("lokasi-kasus", caseId);
        row.putAll(cells("-"));
        row.put("rumah-lantai", floor);
        if (delimiter.equals(";")) {
            row.put("catatan", "Dua baris,\ndan \"kutipan\"; PLANTED-REMARK");
        }
        row.put("KEY", "uuid:" + key);
        row.put("Edits", String.valueOf(edits));
        return row.keySet().stream().map(SurveyImportResourceTest::quoted).collect(Collectors.joining(delimiter))
                + "\r\n"
                + row.values().stream().map(SurveyImportResourceTest::quoted).collect(Collectors.joining(delimiter))
                + "\r\n";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** All answers as text, by their paths. */
    private static Map<String, String> cells(String joint) {
        var cells = new LinkedHashMap<String, String>();
        groups().forEach((name, group) -> {
            var value = someAnswers().json().get(name);
            var text = value.isArray() ? joined(value) : value.isBoolean() ? "OK" : value.asText();
            cells.put(group.isEmpty() ? name : group + joint + name, text);
        });
        return cells;
    }

    private static Map<String, String> groups() {
        var groups = new LinkedHashMap<String, String>();
        for (var question : aDefinition().json().get("questions")) {
            if (someAnswers().json().has(question.get("name").asText())) {
                groups.put(question.get("name").asText(), question.path("group").asText());
            }
        }
        return groups;
    }

    private static String joined(JsonNode selected) {
        var names = new java.util.ArrayList<String>();
        selected.forEach(each -> names.add(each.asText()));
        return String.join(" ", names);
    }

    private static String results(Body... rows) {
        return List.of(rows).stream().map(Body::toString).collect(Collectors.joining(",", "{\"results\":[", "]}"));
    }

    private static String value(ObjectNode row) {
        return "{\"value\":[" + row + "]}";
    }

    private String onlySurvey() {
        return get(SURVEYOR, SURVEYS + "?subjectId=" + caseId)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next", nullValue())
                .extract()
                .path("items[0].id");
    }

    private ValidatableResponse imported(String format, String file, String... more) {
        return upload(format, file.getBytes(StandardCharsets.UTF_8), more).statusCode(200);
    }

    private ValidatableResponse refused(String format, String file) {
        return upload(format, file.getBytes(StandardCharsets.UTF_8)).statusCode(400);
    }

    private ValidatableResponse upload(String format, byte[] file, String... more) {
        var request = given().auth()
                .oauth2(VERIFIER)
                .header("Accept-Language", "en")
                .contentType(format.endsWith("CSV") ? "text/csv" : "application/json")
                .queryParam("instrumentId", instrument)
                .queryParam("format", format)
                .queryParam("subjectType", "NOMINATION")
                .queryParam("subjectField", "lokasi/kasus");
        for (var index = 0; index < more.length; index += 2) {
            request = request.queryParam(more[index], more[index + 1]);
        }
        return request.body(file).post(SURVEYS + "/imports").then();
    }
}
