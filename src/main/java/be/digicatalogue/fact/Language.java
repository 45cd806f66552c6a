package be.digicatalogue.fact;

import java.util.List;
import java.util.Locale;

/** The languages of answers, Dutch first. Tags are those of BCP 47. */
public enum Language {
    NL,
    FR,
    DE,
    EN;

    private static final List<String> TAGS = List.of("nl", "fr", "de", "en");

    public String tag() {
        return TAGS.get(ordinal());
    }

    public static List<String> tags() {
        return TAGS;
    }

    /**
     * The best match of an {@code Accept-Language} header by the lookup of RFC 4647; Dutch when the header is absent,
     * cannot be read or names none of the four.
     */
    public static Language accepted(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return NL;
        }
        try {
            var tag = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), TAGS);
            return tag == null ? NL : values()[TAGS.indexOf(tag)];
        } catch (IllegalArgumentException malformed) {
            return NL;
        }
    }
}
