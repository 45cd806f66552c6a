package be.digicatalogue.fact;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of a text, folded to lower case without accents, for searches by whole words or beginnings of words. */
public record Words(List<String> words) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    public static Words of(String... texts) {
        return new Words(Stream.of(texts)
                .filter(Objects::nonNull)
                .flatMap(text -> split(text).stream())
                .distinct()
                .toList());
    }

    /** True when every word of the search equals a word of this text or begins one. */
    public boolean match(Words search) {
        return search.words.stream().allMatch(term -> words.stream().anyMatch(word -> word.startsWith(term)));
    }

    /** Lower case without accents, so that "Liège" and "liege" are equal. */
    public static String folded(String text) {
        return withoutAccents(text).toLowerCase(Locale.ROOT);
    }

    public static String withoutAccents(String text) {
        // Most texts have no accents. Looking for accents in thousands of texts, as at a start, is slow.
        return isAscii(text)
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static List<String> split(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(folded(text)))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
