package be.digicatalogue.http;

import be.digicatalogue.fact.Message;
import be.digicatalogue.question.Issue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.regex.Pattern;

/** Explains errors in a request body that should be JSON, with their position. */
public final class MalformedJson {

    private static final Pattern UNEXPECTED = Pattern.compile("Unexpected character \\('(.)'");

    private static final Pattern DUPLICATE = Pattern.compile("(?s)Duplicate field '(.*)'");
    private static final String TRAILING = "Trailing token";

    private MalformedJson() {}

    /** The explanation of a parser exception, without names of classes. */
    public static Message explanation(JsonProcessingException fault) {
        var place = fault.getLocation();
        if (place == null || fault instanceof JsonEOFException) {
            return Message.of("json.endsEarly");
        }
        var duplicate = DUPLICATE.matcher(fault.getOriginalMessage());
        if (duplicate.find()) {
            return Message.of(
                    "json.duplicate", Issue.shown(duplicate.group(1)), place.getLineNr(), place.getColumnNr());
        }
        if (fault.getOriginalMessage().startsWith(TRAILING)) {
            return Message.of("json.trailing", place.getLineNr(), place.getColumnNr());
        }
        var unexpected = UNEXPECTED.matcher(fault.getOriginalMessage());
        return unexpected.find()
                ? Message.of("json.unexpected", unexpected.group(1), place.getLineNr(), place.getColumnNr())
                : Message.of("json.malformed", place.getLineNr(), place.getColumnNr());
    }
}
