package id.berdikari.kit.inbox;

import id.berdikari.kit.event.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * One span for each event that is handled, under the span that sent it, although events come in batches (OpenTelemetry
 * semantic conventions for messaging: {@code process}). What the handler tells and logs belongs to it.
 */
@ApplicationScoped
class HandleSpans {

    private final Tracer tracer;
    private final String service;

    HandleSpans(Tracer tracer, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.tracer = tracer;
        this.service = service;
    }

    /** Handles an event in a span of its own. */
    void around(Message message, Runnable handling) {
        var span = start(message);
        try (var _ = span.makeCurrent();
                var _ = LogContext.of(message)) {
            handling.run();
        } catch (RuntimeException failed) {
            // Not the exception itself: its message may quote what people wrote.
            span.setStatus(StatusCode.ERROR)
                    .setAttribute("error.type", failed.getClass().getSimpleName());
            throw failed;
        } finally {
            span.end();
        }
    }

    /** Waits for, or parks, an event within its trace, so that the log lines about it carry its id. */
    <T> T within(Message message, Supplier<T> work) {
        try (var _ = TraceParent.read(message.headers()).makeCurrent();
                var _ = LogContext.of(message)) {
            return work.get();
        }
    }

    private Span start(Message message) {
        var builder = tracer.spanBuilder("process " + message.topic())
                .setParent(TraceParent.read(message.headers()))
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.name", "process")
                .setAttribute("messaging.operation.type", "process")
                .setAttribute("messaging.destination.name", message.topic())
                .setAttribute("messaging.destination.partition.id", Integer.toString(message.partition()))
                .setAttribute("messaging.kafka.offset", message.offset())
                .setAttribute("messaging.consumer.group.name", service)
                .setAttribute("cloudevents.event_id", message.header("ce_id"))
                .setAttribute("cloudevents.event_type", message.header("ce_type"));
        var request = Span.current().getSpanContext();
        if (request.isValid()
                && !request.getTraceId()
                        .equals(TraceParent.origin(message.headers()).getTraceId())) {
            // A re-drive: the operator's request is another trace, which led to this.
            builder.addLink(request);
        }
        return builder.startSpan();
    }

    /** What log lines about an event carry; JSON logs show it under {@code mdc}. */
    private record LogContext(
            @Nullable Object idBefore, @Nullable Object typeBefore) implements AutoCloseable {

        private static final String ID = "eventId";
        private static final String TYPE = "eventType";

        static LogContext of(Message message) {
            var before = new LogContext(MDC.get(ID), MDC.get(TYPE));
            MDC.put(ID, message.header("ce_id"));
            MDC.put(TYPE, message.header("ce_type"));
            return before;
        }

        @Override
        public void close() {
            restore(ID, idBefore);
            restore(TYPE, typeBefore);
        }

        private static void restore(String name, @Nullable Object before) {
            if (before == null) {
                MDC.remove(name);
            } else {
                MDC.put(name, before);
            }
        }
    }
}
