package id.berdikari.beneficiary.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import id.berdikari.beneficiary.expression.ValueType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an answer can be, in XLSForm's terms. */
public enum QuestionType {
    INTEGER(ValueType.INTEGER),
    DECIMAL(ValueType.DECIMAL),
    TEXT(ValueType.TEXT),
    DATE(ValueType.DATE),
    SELECT_ONE(ValueType.TEXT),
    SELECT_MANY(ValueType.TEXTS),
    ACKNOWLEDGE(ValueType.BOOLEAN);

    private static final int LONGEST_TEXT = 2_000;
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,15}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}([.][0-9]{1,10})?");
    private static final Pattern DAY = Pattern.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}");
    private static final Set<String> TICKED = Set.of("OK", "ok", "true", "True", "TRUE", "1");

    private final ValueType valueType;

    QuestionType(ValueType valueType) {
        this.valueType = valueType;
    }

    ValueType valueType() {
        return valueType;
    }

    boolean isSelect() {
        return this == SELECT_ONE || this == SELECT_MANY;
    }

    boolean isNumber() {
        return this == INTEGER || this == DECIMAL;
    }

    /** Whether nothing was answered: null, blank text, nothing selected. */
    static boolean isEmpty(@Nullable JsonNode answer) {
        return answer == null
                || answer.isNull()
                || (answer.isTextual() && answer.textValue().isBlank())
                || (answer.isArray() && answer.isEmpty());
    }

    /** The answer as a value that conditions can read; null if it is of another type. */
    @Nullable
    Object read(JsonNode answer) {
        return switch (this) {
            case INTEGER ->
                answer.isIntegralNumber() && WHOLE.matcher(answer.asText()).matches() ? answer.longValue() : null;
            case DECIMAL ->
                (answer.isNumber() || answer.isTextual())
                                && NUMBER.matcher(answer.asText()).matches()
                        ? new BigDecimal(answer.asText())
                        : null;
            case TEXT -> answer.isTextual() && isPlain(answer.textValue()) ? answer.textValue() : null;
            case SELECT_ONE -> answer.isTextual() ? answer.textValue() : null;
            case SELECT_MANY -> texts(answer);
            case DATE -> answer.isTextual() ? day(answer.textValue()) : null;
            case ACKNOWLEDGE -> answer.isBoolean() ? answer.booleanValue() : null;
        };
    }

    /** The answer that a cell of a CSV file or a text of KoBo's JSON stands for; left as it is where it is none. */
    JsonNode parse(String text) {
        var given = text.strip();
        return switch (this) {
            case INTEGER ->
                WHOLE.matcher(given).matches()
                        ? JsonNodeFactory.instance.numberNode(Long.parseLong(given))
                        : TextNode.valueOf(given);
            case SELECT_MANY -> {
                var selected = JsonNodeFactory.instance.arrayNode();
                Stream.of(given.split("\\s+", -1))
                        .filter(each -> !each.isEmpty())
                        .forEach(selected::add);
                yield selected;
            }
            case ACKNOWLEDGE -> TICKED.contains(given) ? BooleanNode.TRUE : acknowledged(given);
            case DECIMAL, TEXT, DATE, SELECT_ONE -> TextNode.valueOf(given);
        };
    }

    /** The value of an answer that is kept as {@link Answers} says. */
    Object ofCoded(Object answer) {
        return switch (this) {
            case DECIMAL -> new BigDecimal(answer.toString());
            case DATE -> LocalDate.parse(answer.toString());
            case INTEGER, TEXT, SELECT_ONE, SELECT_MANY, ACKNOWLEDGE -> answer;
        };
    }

    private static JsonNode acknowledged(String given) {
        return Set.of("false", "False", "FALSE", "0").contains(given) ? BooleanNode.FALSE : TextNode.valueOf(given);
    }

    private static boolean isPlain(String text) {
        return text.length() <= LONGEST_TEXT
                && text.chars()
                        .noneMatch(
                                character -> Character.isISOControl(character) && !Character.isWhitespace(character));
    }

    private static @Nullable List<String> texts(JsonNode answer) {
        if (!answer.isArray()) {
            return null;
        }
        var selected = new ArrayList<String>();
        for (var each : answer) {
            if (!each.isTextual()) {
                return null;
            }
            selected.add(each.textValue());
        }
        return new HashSet<>(selected).size() == selected.size() ? List.copyOf(selected) : null;
    }

    private static @Nullable LocalDate day(String text) {
        if (!DAY.matcher(text).matches()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException impossible) {
            return null;
        }
    }
}
