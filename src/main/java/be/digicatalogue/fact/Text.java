package be.digicatalogue.fact;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;

/**
 * A text or name in up to four languages. An answer shows one of them: the requested language, else English, else
 * Dutch. Texts of the programmes exist in Dutch and English only. A proper name is the same in all languages and is
 * stored as Dutch.
 */
@Name("Translations")
@Description("A text in each language that has it.")
public record Text(
        @Description("Dutch.") String nl,
        @Description("French.") String fr,
        @Description("German.") String de,
        @Description("English.") String en) {

    /** A proper name, which is never translated. */
    public static Text name(String name) {
        return name == null ? null : new Text(name, name, name, name);
    }

    /** A text in Dutch and English; {@code null} when both are {@code null}. */
    public static Text of(String nl, String en) {
        return nl == null && en == null ? null : new Text(nl, null, null, en);
    }

    /** False for a proper name, which has no language. */
    public boolean translated() {
        return nl == null || !(nl.equals(fr) && nl.equals(de) && nl.equals(en));
    }

    /** The language of the text that {@link #in} returns. */
    public Language languageFor(Language requested) {
        if (raw(requested) != null) {
            return requested;
        }
        return en != null ? Language.EN : Language.NL;
    }

    public String in(Language requested) {
        return raw(languageFor(requested));
    }

    /** The text in every language that has it, by language tag. */
    public Map<String, String> all() {
        var texts = new LinkedHashMap<String, String>();
        for (var language : Language.values()) {
            if (raw(language) != null) {
                texts.put(language.tag(), raw(language));
            }
        }
        return texts;
    }

    /** The text in a language that has one of its own; a proper name is Dutch only. */
    public String own(Language language) {
        return language == Language.NL || translated() ? raw(language) : null;
    }

    private String raw(Language language) {
        return switch (language) {
            case NL -> nl;
            case FR -> fr;
            case DE -> de;
            case EN -> en;
        };
    }
}
