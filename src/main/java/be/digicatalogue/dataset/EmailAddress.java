package be.digicatalogue.dataset;

import be.digicatalogue.fact.Message;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.EmailValidator;

/**
 * The rule of e-mail addresses: one address that people can write to (Commons Validator), without a name, brackets, quotes or
 * {@code mailto:}, at a domain under an existing top-level domain.
 */
public final class EmailAddress {

    private static final Pattern DECORATED = Pattern.compile("[<>()\\[\\]\"`\u2018-\u201F«»]|^'|'$");
    private static final Pattern SEVERAL = Pattern.compile("@.*@|[,;/|]|@\\S*\\s");

    private EmailAddress() {}

    /** What is expected instead of a text that is no such address; {@code null} for an address. */
    public static Message problem(String text) {
        if (text.regionMatches(true, 0, "mailto:", 0, "mailto:".length())) {
            return Message.of("expected.emailWithoutMailto");
        }
        if (SEVERAL.matcher(text).find()) {
            return Message.of("expected.oneEmail");
        }
        if (DECORATED.matcher(text).find()) {
            return Message.of("expected.plainEmail");
        }
        if (EmailValidator.getInstance(false).isValid(text)) {
            return null;
        }
        var domain = text.substring(text.lastIndexOf('@') + 1);
        return text.indexOf('@') > 0 && !domain.isEmpty() && !WebAddress.isDomain(domain)
                ? Message.of("expected.publicDomain", domain)
                : Message.of("expected.email");
    }
}
