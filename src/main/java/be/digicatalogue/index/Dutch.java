package be.digicatalogue.index;

import be.digicatalogue.fact.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.tartarus.snowball.ext.DutchStemmer;

/** Splits texts into words, and normalizes Dutch words for comparison. */
final class Dutch {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    /** Words with little meaning; among other words they need not match. */
    private static final Set<String> LITTLE = Set.of(
            "de", "het", "een", "en", "of", "van", "in", "op", "te", "ter", "voor", "met", "bij", "aan", "naar", "om",
            "uit", "der", "den", "la", "le", "les", "du", "des", "et", "the", "at", "for", "is", "er", "ik", "mijn");

    /** Common abbreviations within names. */
    private static final Map<String, String> IN_FULL = Map.of("st", "sint", "bxl", "brussel");

    private Dutch() {}

    /** A word of a text: its position and its normalized form. */
    record Token(int start, int end, String word) {}

    static List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            var word = folded(matcher.group());
            if (!word.isEmpty()) {
                tokens.add(new Token(matcher.start(), matcher.end(), word));
            }
        }
        return tokens;
    }

    static List<String> words(String text) {
        return tokens(text).stream().map(Token::word).toList();
    }

    static String folded(String word) {
        var lower = Words.folded(word);
        if (lower.chars().allMatch(c -> c < 0x80)) {
            return lower;
        }
        var characters = lower.toCharArray();
        var ascii = new char[4 * characters.length];
        int length = ASCIIFoldingFilter.foldToASCII(characters, 0, ascii, 0, characters.length);
        return new String(ascii, 0, length);
    }

    static String stem(String word) {
        // A stemmer has state, and creating one costs less than keeping one for each thread.
        var stemmer = new DutchStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    static boolean saysLittle(String word) {
        return LITTLE.contains(word);
    }

    static String inFull(String word) {
        return IN_FULL.getOrDefault(word, word);
    }

    /** The number of typing errors that are tolerated. A number must match exactly. */
    static int forgivenErrors(String word) {
        int letters = word.codePointCount(0, word.length());
        return letters < 4 || word.chars().anyMatch(Character::isDigit) ? 0 : letters < 8 ? 1 : 2;
    }

    /**
     * The number of typing errors between two words: letters added, omitted or changed, or two neighbouring letters swapped.
     */
    static int errors(String one, String other) {
        int[] beforeLast = null;
        int[] last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    now[j] = Math.min(now[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = now;
        }
        return last[other.length()];
    }
}
