package be.digicatalogue.fact;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.List;
import java.util.Locale;

/** The languages of answers, Dutch first. Tags are those of BCP 47. */
public enum Language {
    NL,
    FR,
    DE,
    EN;

    private static final List<String> TAGS = List.of("nl", "fr", "de", "en");

    /** A browser sends the same header with every request, and there are few of them. */
    private static final LoadingCache<String, Language> ACCEPTED =
            Caffeine.newBuilder().executor(Runnable::run).maximumSize(1_000).build(Language::best);

    /** What follows is not read: nobody speaks that many languages, and reading them all takes long. */
    private static final int LONGEST = 100;

    public String tag() {
        return TAGS.get(ordinal());
    }

    /** How numbers and dates are written: as in Belgium, English as in Britain. */
    public Locale locale() {
        return this == EN ? Locale.UK : new Locale(tag(), "BE");
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
        return ACCEPTED.get(
                acceptLanguage.length() <= LONGEST
                        ? acceptLanguage
                        : acceptLanguage.substring(0, Math.max(0, acceptLanguage.lastIndexOf(',', LONGEST))));
    }

    private static Language best(String acceptLanguage) {
        try {
            var tag = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), TAGS);
            return tag == null ? NL : values()[TAGS.indexOf(tag)];
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            return NL;
        }
    }
}
