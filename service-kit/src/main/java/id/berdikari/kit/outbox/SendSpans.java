package id.berdikari.kit.outbox;

import id.berdikari.kit.event.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One span for each recorded event of a batch, from its sending to the batch's end, under the span that appended the
 * event (OpenTelemetry semantic conventions for messaging: {@code send}). An event whose trace is not recorded costs
 * nothing and keeps its parent.
 */
class SendSpans implements AutoCloseable {

    private final Tracer tracer;
    private final List<Span> open = new ArrayList<>();
    private boolean arrived;

    SendSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** The headers with which the event leaves: whoever receives it continues from this span. */
    Map<String, String> leaving(String topic, Map<String, String> headers) {
        if (!TraceParent.origin(headers).isSampled()) {
            return headers;
        }
        var span = tracer.spanBuilder("send " + topic)
                .setParent(TraceParent.read(headers))
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.name", "send")
                .setAttribute("messaging.operation.type", "send")
                .setAttribute("messaging.destination.name", topic)
                .setAttribute("cloudevents.event_id", headers.getOrDefault("ce_id", ""))
                .setAttribute("cloudevents.event_type", headers.getOrDefault("ce_type", ""))
                .startSpan();
        open.add(span);
        var leaving = new HashMap<>(headers);
        TraceParent.write(span.getSpanContext(), leaving);
        return leaving;
    }

    void arrived() {
        arrived = true;
    }

    @Override
    public void close() {
        for (var span : open) {
            if (!arrived) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }
}
