package be.digicatalogue.index;

import java.util.List;

/**
 * One word of a search with its variants: as spelled, by its stem, as a beginning, and in tolerated spellings.
 *
 * @param optional true when it need not match, but adds to the score when it does
 * @param spellings empty when no errors are tolerated
 */
record SearchTerm(String word, String stem, boolean optional, List<Spelling> spellings) {

    /**
     * Another spelling of a word.
     *
     * @param errors the number of typing errors between them; 0 for the full form of an abbreviation
     * @param beginning true when only its beginning was typed
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

    /** True when a word of a text matches this term. */
    boolean isMetBy(String found) {
        return !optional
                && (found.startsWith(word)
                        || Dutch.stem(found).equals(stem)
                        || spellings.stream()
                                .anyMatch(spelling -> spelling.word().equals(found)));
    }
}
