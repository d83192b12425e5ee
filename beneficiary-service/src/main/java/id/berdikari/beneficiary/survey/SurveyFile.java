package id.berdikari.beneficiary.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.problem.KitProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Splits a file into its surveys. */
@ApplicationScoped
class SurveyFile {

    private static final int MOST_ROWS = 5_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Schema(name = "SurveyFileFormat")
    enum Format {
        /** What KoBo's API v2 answers: {@code results}, a list, or a single submission. */
        KOBO_JSON,
        /** What ODK Central's OData answers: {@code value}. */
        ODK_JSON,
        /** What ODK Central exports as CSV. */
        ODK_CSV
    }

    private final ObjectMapper json;

    SurveyFile(ObjectMapper json) {
        this.json = json;
    }

    List<Delivery> read(Format format, byte[] file) {
        var text = text(file);
        var deliveries = switch (format) {
            case KOBO_JSON -> json(text, "results", Deliveries::kobo);
            case ODK_JSON -> json(text, "value", Deliveries::odk);
            case ODK_CSV -> csv(text);
        };
        if (deliveries.size() > MOST_ROWS) {
            throw FieldProblem.at("", "too-many-rows", MOST_ROWS);
        }
        return deliveries;
    }

    private static String text(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw FieldProblem.at("", "not-utf-8");
        }
    }

    private List<Delivery> json(String text, String list, Function<JsonNode, Delivery> read) {
        var rows = rows(text, list);
        var deliveries = new ArrayList<Delivery>();
        for (var row : rows) {
            if (!row.isObject()) {
                throw FieldProblem.at("/" + list, "not-a-submission");
            }
            deliveries.add(read.apply(row));
        }
        return deliveries;
    }

    private Iterable<JsonNode> rows(String text, String list) {
        try {
            var document = json.readTree(text);
            if (document.isArray()) {
                return document;
            }
            if (document.path(list).isArray()) {
                return document.path(list);
            }
            if (document.has("_uuid") || document.has("__id")) {
                return List.of(document);
            }
            throw FieldProblem.at("/" + list, "not-a-submission");
        } catch (JsonProcessingException malformed) {
            throw KitProblem.MALFORMED_BODY.refused();
        }
    }

    private static List<Delivery> csv(String text) {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setHeader()
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (var parser = format.parse(new StringReader(text))) {
            if (!parser.getHeaderNames().contains("KEY")) {
                throw FieldProblem.at("KEY", "column-missing");
            }
            var deliveries = new ArrayList<Delivery>();
            for (var row : parser) {
                if (!row.isConsistent()) {
                    throw FieldProblem.at("/" + (deliveries.size() + 1), "columns-differ");
                }
                deliveries.add(Deliveries.odkCsv(row.toMap()));
            }
            return deliveries;
        } catch (UncheckedIOException | IOException | IllegalArgumentException malformed) {
            throw FieldProblem.at("", "not-a-csv");
        }
    }

    /** Spreadsheets of Indonesian settings write semicolons. */
    private static char delimiter(String text) {
        var header = text.lines().findFirst().orElse("");
        return header.chars().filter(each -> each == ';').count()
                        > header.chars().filter(each -> each == ',').count()
                ? ';'
                : ',';
    }
}
