package be.digicatalogue.operation;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/** Keeps secret paths out of traces: masks them in each span as it starts, before anything can export it. */
@Singleton
public class SecretsInSpans implements SpanProcessor {

    private static final List<AttributeKey<String>> PATHS =
            List.of(AttributeKey.stringKey("url.path"), AttributeKey.stringKey("http.target"));

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        for (var attribute : PATHS) {
            var path = span.getAttribute(attribute);
            if (path != null && SecretPath.isSecret(path)) {
                span.setAttribute(attribute, SecretPath.masked(path));
            }
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
