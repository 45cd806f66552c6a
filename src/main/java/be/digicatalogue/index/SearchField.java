package be.digicatalogue.index;

/**
 * The field of a record in which a word is found, with its weight. A word in a name weighs more than two words that are only
 * mentioned. In each field a word as it was typed weighs more than one that it begins, and that more than one with its stem.
 */
enum SearchField {
    NAME(100, 80, 55),
    /** Neighbouring words of names joined into one: "sintniklaas", "kuleuven". */
    JOINED(90, 70, 0),
    SORT(50, 40, 35),
    DETAIL(40, 25, 0),
    WHEREABOUTS(35, 20, 0),
    TEXT(10, 7, 5);

    /** The weight of a word that equals the search word. */
    final int exact;

    /** The weight of a word that begins with the search word. */
    final int beginning;

    /** The weight of a word with the same stem; 0 for fields without stems. */
    final int stem;

    SearchField(int exact, int beginning, int stem) {
        this.exact = exact;
        this.beginning = beginning;
        this.stem = stem;
    }

    String field() {
        return name();
    }

    String stems() {
        return name() + " stems";
    }
}
