package be.digicatalogue.fact;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * A sentence, or part of one, that explains an error to a caller. The words are in {@code messages/problems_*.properties},
 * one file for each language; the language is chosen when the answer is written.
 *
 * @param key the key in these files
 * @param arguments the values of the placeholders in order: messages and texts are written in the language of the sentence,
 * lists with commas, and everything else unchanged, numbers included
 */
public record Message(String key, List<Object> arguments) {

    private static final String BUNDLE = "messages/problems";

    /** The key is a literal, so that a test can find every use of it. */
    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    public String in(Language language) {
        var pattern = ResourceBundle.getBundle(BUNDLE, Locale.forLanguageTag(language.tag()))
                .getString(key);
        return new MessageFormat(pattern, Locale.ROOT)
                .format(arguments.stream()
                        .map(argument -> written(argument, language))
                        .toArray());
    }

    /** In every language, by its tag. */
    public Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        Arrays.stream(Language.values()).forEach(language -> all.put(language.tag(), in(language)));
        return all;
    }

    private static String written(Object argument, Language language) {
        if (argument instanceof Message message) {
            return message.in(language);
        }
        if (argument instanceof Text text) {
            return text.in(language);
        }
        if (argument instanceof Collection<?> list) {
            return list.stream().map(each -> written(each, language)).collect(Collectors.joining(", "));
        }
        return String.valueOf(argument);
    }
}
