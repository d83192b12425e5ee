package id.berdikari.kit.problem;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads query parameters so that a wrong one is a named 400; the framework alone would answer 404. */
@Provider
public class ParameterConverters implements ParamConverterProvider {

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        var name = Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(each -> ((QueryParam) each).value())
                .findFirst();
        if (name.isEmpty()) {
            return null;
        }
        if (type == UUID.class) {
            return converter(name.get(), "not-a-uuid", "", UUID::fromString);
        }
        if (type == LocalDate.class) {
            return converter(name.get(), "not-a-local-date", "", LocalDate::parse);
        }
        if (type == Instant.class) {
            return converter(name.get(), "not-a-instant", "", Instant::parse);
        }
        if (type == int.class || type == Integer.class) {
            return converter(name.get(), "not-a-int", "", Integer::valueOf);
        }
        if (type.isEnum()) {
            var constants = type.getEnumConstants();
            return converter(
                    name.get(),
                    "not-one-of",
                    Arrays.toString(constants),
                    text -> Arrays.stream(constants)
                            .filter(each -> ((Enum<?>) each).name().equals(text))
                            .findFirst()
                            .orElseThrow(IllegalArgumentException::new));
        }
        return null;
    }

    private static <T> ParamConverter<T> converter(
            String name, String rule, String argument, Function<String, ?> parse) {
        return new ParamConverter<>() {
            // Unchecked, but safe: the parser was chosen by the type.
            @Override
            @SuppressWarnings("unchecked")
            public @Nullable T fromString(@Nullable String text) {
                if (text == null || text.isEmpty()) {
                    return null;
                }
                try {
                    return (T) parse.apply(text);
                } catch (RuntimeException malformed) {
                    throw FieldProblem.at(name, rule, argument);
                }
            }

            @Override
            public String toString(T value) {
                return value.toString();
            }
        };
    }
}
