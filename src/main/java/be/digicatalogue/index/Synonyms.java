package be.digicatalogue.index;

import be.digicatalogue.record.SearchDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Words that stand for others in a search: abbreviations, what things are called in other languages, and the names of places
 * in other languages. "Voka Gand" finds what "Voka Gent" finds.
 */
final class Synonyms {

    /** What common words stand for, with the word of most Dutch names last. */
    private static final Map<String, List<String>> COMMON = Map.ofEntries(
            Map.entry("st", List.of("sint")),
            Map.entry("bxl", List.of("brussel")),
            Map.entry("bib", List.of("bibliotheek")),
            Map.entry("bieb", List.of("bib", "bibliotheek")),
            Map.entry("bibliotheek", List.of("bib")),
            Map.entry("bibliotheque", List.of("bib", "bibliotheek")),
            Map.entry("bibliothek", List.of("bib", "bibliotheek")),
            Map.entry("library", List.of("bib", "bibliotheek")),
            Map.entry("universite", List.of("universiteit")),
            Map.entry("universites", List.of("universiteit")),
            Map.entry("universitat", List.of("universiteit")),
            Map.entry("universitaten", List.of("universiteit")),
            Map.entry("university", List.of("universiteit")),
            Map.entry("universities", List.of("universiteit")),
            Map.entry("uitlenen", List.of("lenen")),
            Map.entry("cursus", List.of("opleiding")),
            Map.entry("pc", List.of("computer")));

    private final Map<List<String>, List<String>> exonyms = new HashMap<>();
    private int mostWords = 1;

    /** Adds the names in other languages of a record, unless they are known for another one. */
    void add(SearchDocument entry) {
        var name = Analysis.words(entry.name().nl());
        for (var exonym : entry.exonyms()) {
            var words = Analysis.words(exonym);
            if (!words.equals(name)) {
                exonyms.putIfAbsent(words, name);
                mostWords = Math.max(mostWords, words.size());
            }
        }
    }

    /** A word and the single words that it stands for. */
    List<String> of(String word) {
        var forms = forms(List.of(word));
        return forms.size() == 1 ? forms.get(0) : List.of(word);
    }

    /**
     * The words to search for, each with what else it may be called. A single word also keeps its own meaning, because it may
     * be the beginning of another: "Hal" stands for Halle and begins Halen.
     */
    List<List<String>> forms(List<String> words) {
        var forms = new ArrayList<List<String>>();
        for (int from = 0; from < words.size(); ) {
            int to = Math.min(words.size(), from + mostWords);
            while (to > from && !exonyms.containsKey(words.subList(from, to))) {
                to--;
            }
            if (to == from) {
                var word = words.get(from++);
                forms.add(Stream.concat(Stream.of(word), COMMON.getOrDefault(word, List.of()).stream())
                        .toList());
                continue;
            }
            var name = exonyms.get(words.subList(from, to));
            if (to - from == 1 && name.size() == 1) {
                forms.add(List.of(words.get(from), name.get(0)));
            } else {
                name.forEach(word -> forms.add(List.of(word)));
            }
            from = to;
        }
        return forms;
    }
}
