package be.digicatalogue.index;

import java.util.List;

/**
 * One word of a search and how it is looked for: as it is spelled, by its stem, as a beginning, and under the spellings
 * that are forgiven.
 *
 * @param optional it need not be found, but counts where it is
 * @param spellings none where nothing is forgiven
 */
record SearchTerm(String word, String stem, boolean optional, List<Spelling> spellings) {

    /**
     * Another way to spell a word.
     *
     * @param errors how many typing errors away it is; 0 for an abbreviation in full
     * @param beginning only its beginning was typed
     */
    record Spelling(String word, int errors, boolean beginning) {}

    static SearchTerm asSpelled(String word, boolean optional) {
        var full = Dutch.inFull(word);
        return new SearchTerm(
                word,
                Dutch.stem(word),
                optional,
                full.equals(word) ? List.of() : List.of(new Spelling(full, 0, false)));
    }

    SearchTerm forgiving(List<Spelling> forgiven) {
        return new SearchTerm(word, stem, optional, forgiven);
    }

    /** Whether a word of a text is what was looked for. */
    boolean isMetBy(String found) {
        return !optional
                && (found.startsWith(word)
                        || Dutch.stem(found).equals(stem)
                        || spellings.stream()
                                .anyMatch(spelling -> spelling.word().equals(found)));
    }
}
