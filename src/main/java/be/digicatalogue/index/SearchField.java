package be.digicatalogue.index;

/**
 * The field of a record in which a word is found, with its weight. A word in a name weighs more than two words that are only
 * mentioned.
 */
enum SearchField {
    NAME(100, 80, 60),
    /** Neighbouring words of names joined into one: "sintniklaas", "kuleuven". */
    JOINED(90, 0, 50),
    SORT(50, 45, 30),
    DETAIL(40, 0, 25),
    WHEREABOUTS(35, 0, 20),
    TEXT(10, 8, 5);

    /** The weight of a word that equals the search word. */
    final int exact;

    /** The weight of a word with the same stem; 0 for fields without stems. */
    final int stem;

    /** The weight of a word that begins with the search word. */
    final int beginning;

    SearchField(int exact, int stem, int beginning) {
        this.exact = exact;
        this.stem = stem;
        this.beginning = beginning;
    }

    String field() {
        return name();
    }

    String stems() {
        return name() + " stems";
    }
}
