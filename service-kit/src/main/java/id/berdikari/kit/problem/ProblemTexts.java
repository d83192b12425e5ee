package id.berdikari.kit.problem;

import jakarta.validation.ConstraintViolation;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * The words of refusals in one language, from the service's {@code problems} bundle and the kit's {@code kit-problems}.
 * Keys: {@code title.CODE}, {@code detail.CODE} (may be missing), {@code rule.RULE}.
 */
record ProblemTexts(Locale locale, List<ResourceBundle> bundles) {

    static ProblemTexts in(Locale locale) {
        return new ProblemTexts(
                locale,
                Stream.of("problems", "kit-problems")
                        .flatMap(name -> bundle(name, locale).stream())
                        .toList());
    }

    private static Optional<ResourceBundle> bundle(String name, Locale locale) {
        try {
            return Optional.of(ResourceBundle.getBundle(
                    name,
                    locale,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        } catch (MissingResourceException none) {
            return Optional.empty();
        }
    }

    String title(ProblemType type) {
        return text("title." + type.code()).orElse(type.code());
    }

    Optional<String> detail(ProblemType type, Object... arguments) {
        return text("detail." + type.code(), arguments);
    }

    String rule(String rule, Object... arguments) {
        return text("rule." + rule, arguments).orElse(rule);
    }

    String ruleOr(String rule, String fallback, Object... arguments) {
        return text("rule." + rule, arguments).orElseGet(() -> rule(fallback, arguments));
    }

    String constraint(String rule, ConstraintViolation<?> violation) {
        var attributes = violation.getConstraintDescriptor().getAttributes();
        var value = attributes.getOrDefault("value", "");
        return text("rule." + rule, attributes.getOrDefault("min", value), attributes.getOrDefault("max", value))
                .orElse(violation.getMessage());
    }

    private Optional<String> text(String key, Object... arguments) {
        return bundles.stream()
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .map(bundle -> new MessageFormat(bundle.getString(key), locale).format(arguments));
    }
}
