package be.digicatalogue.index;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One word of a search with its variants: as spelled, by its stems, as a beginning, and in tolerated spellings.
 *
 * @param forms the word as it was typed, then what it stands for
 * @param stems the stems of all forms in all languages
 * @param optional true when it need not match, but adds to the score when it does
 * @param spellings empty when no errors are tolerated
 */
record SearchTerm(List<String> forms, Set<String> stems, boolean optional, List<Spelling> spellings) {

    /**
     * Another spelling of a word.
     *
     * @param errors the number of typing errors between them
     * @param beginning true when only its beginning was typed
     */
    record Spelling(String word, int errors, boolean beginning) {}

    static SearchTerm asSpelled(List<String> forms, boolean optional) {
        return new SearchTerm(
                forms,
                forms.stream().flatMap(form -> Analysis.stems(form).stream()).collect(Collectors.toUnmodifiableSet()),
                optional,
                List.of());
    }

    SearchTerm forgiving(List<Spelling> forgiven) {
        return new SearchTerm(forms, stems, optional, forgiven);
    }

    /** The word as it was typed. */
    String word() {
        return forms.get(0);
    }

    /** What it stands for; the word itself when that is nothing else. */
    String meaning() {
        return forms.get(forms.size() - 1);
    }

    /** True when a word of a text matches this term. */
    boolean isMetBy(String found) {
        return !optional
                && (forms.stream().anyMatch(found::startsWith)
                        || isMetByStem(found)
                        || spellings.stream()
                                .anyMatch(spelling -> spelling.word().equals(found)));
    }

    private boolean isMetByStem(String found) {
        // A stem begins as its word does. Finding stems takes longer than all other comparisons.
        return forms.stream().anyMatch(form -> form.charAt(0) == found.charAt(0))
                && Analysis.stems(found).stream().anyMatch(stems::contains);
    }
}
