package be.digicatalogue.index;

import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;

/** Splits texts into words, and normalizes and compares words of the four languages. */
final class Analysis {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    /** Words of questions that Lucene's lists of stop words do not have. */
    private static final List<String> OF_QUESTIONS = List.of(
            "waar", "hoeveel", "welke", "combien", "comment", "quel", "quelle", "wieviel", "how", "where", "what",
            "which", "can", "i", "do", "my");

    /** Stop words that are names of places. "Eine" is one too, but in questions it is the German article. */
    private static final Set<String> PLACES = Set.of("as", "meer");

    /** Words with little meaning; among other words they need not match. */
    private static final Set<String> LITTLE = Stream.of(
                    Stream.of(
                                    DutchAnalyzer.getDefaultStopSet(),
                                    FrenchAnalyzer.getDefaultStopSet(),
                                    GermanAnalyzer.getDefaultStopSet(),
                                    EnglishAnalyzer.getDefaultStopSet())
                            .flatMap(CharArraySet::stream)
                            .map(word -> new String((char[]) word)),
                    OF_QUESTIONS.stream(),
                    // Old forms in names.
                    Stream.of("ter", "den"))
            .flatMap(words -> words)
            .map(Analysis::folded)
            .filter(word -> !PLACES.contains(word))
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<Language, Supplier<SnowballStemmer>> STEMMERS = new EnumMap<>(Map.of(
            Language.NL, DutchStemmer::new,
            Language.FR, FrenchStemmer::new,
            Language.DE, GermanStemmer::new,
            Language.EN, EnglishStemmer::new));

    /** A longer word is not a misspelled name, and the work on its spellings grows with its length. */
    private static final int LONGEST_MISSPELLED = 40;

    private Analysis() {}

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

    /**
     * The stem of a word of a language, with the tag of that language: Dutch "gaande" must not be found by its stem when
     * French "gand" was meant.
     */
    static String stem(String word, Language language) {
        // A stemmer has state, and creating one costs less than keeping one for each thread.
        var stemmer = STEMMERS.get(language).get();
        stemmer.setCurrent(word);
        stemmer.stem();
        return language.tag() + ':' + stemmer.getCurrent();
    }

    /** The stems of a word of which the language is unknown. */
    static Set<String> stems(String word) {
        return STEMMERS.keySet().stream().map(language -> stem(word, language)).collect(Collectors.toUnmodifiableSet());
    }

    static boolean saysLittle(String word) {
        return LITTLE.contains(word);
    }

    /** The number of typing errors that are tolerated. A number must match exactly. */
    static int forgivenErrors(String word) {
        int letters = word.codePointCount(0, word.length());
        return letters < 4 || letters > LONGEST_MISSPELLED || word.chars().anyMatch(Character::isDigit)
                ? 0
                : letters < 8 ? 1 : 2;
    }

    /**
     * True when a known word may be meant by a misspelled one. Words of 4 to 7 letters must begin with the right letter. In
     * words of 4 and 5 letters a letter may be missing, added or swapped with its neighbour, but not changed, because that
     * mostly makes another word: hond, rond, mond.
     */
    static boolean mayMean(String misspelled, String known) {
        int letters = misspelled.length();
        int errors = errors(misspelled, known);
        if (errors > forgivenErrors(misspelled)) {
            return false;
        }
        return letters >= 8
                || misspelled.charAt(0) == known.charAt(0)
                        && (letters >= 6
                                || letters != known.length()
                                || Arrays.equals(
                                        misspelled.chars().sorted().toArray(),
                                        known.chars().sorted().toArray()));
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
