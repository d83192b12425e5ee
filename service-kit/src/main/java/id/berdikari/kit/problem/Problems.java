package id.berdikari.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/**
 * Turns whatever went wrong into one problem answer: stable type, localised title, status, and the broken rules with
 * their fields. The extension finds the exception and writes the answer; only this class decides what it says.
 */
@ApplicationScoped
class Problems implements ProblemPostProcessor {

    private static final int RETRY_AFTER_SECONDS = 2;

    private final RequestLanguage language;
    private final MeterRegistry metrics;
    private final Map<String, ProblemType> byConstraint = new HashMap<>();

    Problems(RequestLanguage language, MeterRegistry metrics, @All List<ConstraintProblems> constraints) {
        this.language = language;
        this.metrics = metrics;
        constraints.forEach(each -> byConstraint.putAll(each.byConstraint()));
        Arrays.stream(KitProblem.values()).forEach(each -> answered(each.code()));
    }

    /** Before the extension's logger, so that a refusal is not logged as a failure. */
    @Override
    public int priority() {
        return 200;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        var texts = ProblemTexts.in(language.preferred());
        return counted(explain(context.cause, texts).orElseGet(() -> byStatus(problem, texts)));
    }

    HttpProblem explain(Throwable failed) {
        var texts = ProblemTexts.in(language.preferred());
        return counted(explain(failed, texts).orElseGet(() -> problem(KitProblem.INTERNAL_ERROR, texts)));
    }

    /** What would be answered in that language, without counting it as an answer. */
    Optional<HttpProblem> explain(Throwable failed, Locale locale) {
        return explain(failed, ProblemTexts.in(locale));
    }

    private HttpProblem counted(HttpProblem problem) {
        var type = problem.getType() == null
                ? "other"
                : problem.getType().getPath().replaceFirst("^/problems/", "");
        answered(type).increment();
        return problem;
    }

    private Counter answered(String type) {
        return Counter.builder("berdikari.problems")
                .description("Requests that were refused or failed")
                .tag("type", type)
                .register(metrics);
    }

    private Optional<HttpProblem> explain(@Nullable Throwable failed, ProblemTexts texts) {
        var refusal = Causes.of(failed)
                .flatMap(cause -> refusal(cause, texts).stream())
                .findFirst();
        return failed != null && refusal.isEmpty() && Outage.isBehind(failed)
                ? Optional.of(unavailable(texts))
                : refusal;
    }

    private static HttpProblem unavailable(ProblemTexts texts) {
        return builder(KitProblem.UNAVAILABLE, texts)
                .withHeader("Retry-After", RETRY_AFTER_SECONDS)
                .build();
    }

    private Optional<HttpProblem> refusal(Throwable cause, ProblemTexts texts) {
        return Optional.ofNullable(
                switch (cause) {
                    case ProblemException refused -> problem(refused.type(), texts, refused.arguments());
                    case FieldProblem field -> invalid(texts, List.of(FieldErrors.explain(field, texts)));
                    case FieldProblems fields ->
                        invalid(
                                texts,
                                fields.problems().stream()
                                        .map(field -> FieldErrors.explain(field, texts))
                                        .toList());
                    case ConstraintViolationException invalid -> violations(invalid, texts);
                    case JacksonException malformed -> malformed(malformed, texts);
                    case OptimisticLockException _, StaleStateException _ ->
                        problem(KitProblem.CHANGED_MEANWHILE, texts);
                    case LockTimeoutException _ -> problem(KitProblem.REQUEST_IN_PROGRESS, texts);
                    case org.hibernate.exception.ConstraintViolationException violated -> constraint(violated, texts);
                    default -> null;
                });
    }

    private HttpProblem constraint(org.hibernate.exception.ConstraintViolationException violated, ProblemTexts texts) {
        var type = Optional.ofNullable(violated.getConstraintName()).map(byConstraint::get);
        return problem(type.orElse(KitProblem.INTERNAL_ERROR), texts);
    }

    private static HttpProblem violations(ConstraintViolationException invalid, ProblemTexts texts) {
        var errors = invalid.getConstraintViolations().stream()
                .map(violation -> {
                    var rule = kebab(violation
                            .getConstraintDescriptor()
                            .getAnnotation()
                            .annotationType()
                            .getSimpleName());
                    return new FieldError(pointer(violation), rule, texts.constraint(rule, violation));
                })
                .sorted(java.util.Comparator.comparing(FieldError::pointer))
                .toList();
        return invalid(texts, errors);
    }

    private static String pointer(ConstraintViolation<?> violation) {
        var nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .filter(node -> node.getKind() != ElementKind.METHOD)
                .toList();
        var fields = nodes.stream()
                .filter(node ->
                        node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT)
                .toList();
        if (fields.isEmpty()) {
            var parameter = nodes.isEmpty() ? "" : nodes.getLast().getName();
            return "request".equals(parameter) ? "" : parameter;
        }
        var pointer = new StringBuilder();
        for (Path.Node node : fields) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(node.getKey());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    private static HttpProblem malformed(JacksonException malformed, ProblemTexts texts) {
        if (!(malformed instanceof JsonMappingException mapping)) {
            return problem(KitProblem.MALFORMED_BODY, texts);
        }
        var pointer = new StringBuilder();
        for (var reference : mapping.getPath()) {
            pointer.append('/')
                    .append(reference.getFieldName() == null ? reference.getIndex() : reference.getFieldName());
        }
        var rule = switch (mapping) {
            case UnrecognizedPropertyException _ -> "unknown-field";
            case InvalidFormatException format when format.getTargetType().isEnum() -> "not-one-of";
            case InvalidFormatException format ->
                "not-a-" + kebab(format.getTargetType().getSimpleName());
            default -> "wrong-type";
        };
        var arguments = mapping instanceof InvalidFormatException format
                        && format.getTargetType().isEnum()
                ? Arrays.toString(format.getTargetType().getEnumConstants())
                : "";
        return invalid(
                texts, List.of(new FieldError(pointer.toString(), rule, texts.ruleOr(rule, "wrong-type", arguments))));
    }

    private static HttpProblem byStatus(HttpProblem problem, ProblemTexts texts) {
        var type = Arrays.stream(KitProblem.values())
                .filter(each -> each.status() == problem.getStatusCode())
                .findFirst();
        if (type.isEmpty()) {
            return problem;
        }
        var answer = builder(type.get(), texts);
        problem.getHeaders().forEach(answer::withHeader);
        return answer.build();
    }

    private static HttpProblem invalid(ProblemTexts texts, List<FieldError> errors) {
        return builder(KitProblem.INVALID_REQUEST, texts)
                .with("errors", new ArrayList<>(errors))
                .build();
    }

    private static HttpProblem problem(ProblemType type, ProblemTexts texts, Object... arguments) {
        return builder(type, texts, arguments).build();
    }

    private static HttpProblem.Builder builder(ProblemType type, ProblemTexts texts, Object... arguments) {
        var builder = HttpProblem.builder()
                .withType(URI.create("/problems/" + type.code()))
                .withTitle(texts.title(type))
                .withStatus(type.status());
        texts.detail(type, arguments).ifPresent(builder::withDetail);
        var trace = Span.current().getSpanContext();
        if (trace.isValid()) {
            builder.with("traceId", trace.getTraceId());
        }
        return builder;
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
