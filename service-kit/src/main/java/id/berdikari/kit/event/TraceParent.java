package id.berdikari.kit.event;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries a trace in an event's header {@code traceparent} (W3C Trace Context, section 3.2). The header
 * {@code tracestate} is left behind: strangers may write into it what they like.
 */
public final class TraceParent {

    private static final String HEADER = "traceparent";

    private static final TextMapGetter<Map<String, String>> ONLY_THE_PARENT = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> headers) {
            return headers.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> headers, String name) {
            return headers == null || !name.equals(HEADER) ? null : headers.get(HEADER);
        }
    };

    private TraceParent() {}

    /**
     * Writes where an event comes from into its headers; without a trace they stay as they are.
     *
     * @param origin the span that tells the event
     * @param headers the event's headers
     */
    public static void write(SpanContext origin, Map<String, String> headers) {
        if (origin.isValid()) {
            headers.put(
                    HEADER,
                    "00-" + origin.getTraceId() + "-" + origin.getSpanId() + "-"
                            + origin.getTraceFlags().asHex());
        }
    }

    /**
     * Reads where an event comes from.
     *
     * @param headers the event's headers
     * @return a context whose span is the event's origin; an empty one where the header is missing or malformed
     */
    public static Context read(Map<String, String> headers) {
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), headers, ONLY_THE_PARENT);
    }

    /**
     * Reads where an event comes from, without its surroundings.
     *
     * @param headers the event's headers
     * @return the origin; an invalid one where the header is missing or malformed
     */
    public static SpanContext origin(Map<String, String> headers) {
        return Span.fromContext(read(headers)).getSpanContext();
    }
}
