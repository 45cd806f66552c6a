package be.digicatalogue.fact;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages of answers, Dutch first. Tags are those of BCP 47. */
public enum Language {
    NL,
    FR,
    DE,
    EN;

    private static final List<String> TAGS = List.of("nl", "fr", "de", "en");

    /** Caches parsed headers: a browser sends the same header with every request, and there are few different ones. */
    private static final LoadingCache<String, Optional<Language>> ACCEPTED =
            Caffeine.newBuilder().executor(Runnable::run).maximumSize(1_000).build(Language::best);

    /** The length after which a header is cut off: no reader lists so many languages, and parsing them all is slow. */
    private static final int LONGEST = 100;

    public String tag() {
        return TAGS.get(ordinal());
    }

    /** The format of numbers and dates: as in Belgium, for English as in Britain. */
    public Locale locale() {
        return this == EN ? Locale.UK : new Locale(tag(), "BE");
    }

    public static List<String> tags() {
        return TAGS;
    }

    /** The language with a tag. */
    public static Optional<Language> of(String tag) {
        return Stream.of(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /** The language of facts for an {@code Accept-Language} header: Dutch when it names none of the four. */
    public static Language accepted(String acceptLanguage) {
        return preferred(acceptLanguage).orElse(NL);
    }

    /**
     * The best match of an {@code Accept-Language} header by the lookup of RFC 4647; empty when the header is absent, is
     * malformed or names none of the four.
     */
    public static Optional<Language> preferred(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Optional.empty();
        }
        return ACCEPTED.get(
                acceptLanguage.length() <= LONGEST
                        ? acceptLanguage
                        : acceptLanguage.substring(0, Math.max(0, acceptLanguage.lastIndexOf(',', LONGEST))));
    }

    private static Optional<Language> best(String acceptLanguage) {
        try {
            return of(Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), TAGS));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            return Optional.empty();
        }
    }
}
