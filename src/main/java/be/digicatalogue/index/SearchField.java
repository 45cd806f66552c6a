package be.digicatalogue.index;

/**
 * What of a record a word is found in, and how much that says. A word that a record is named by counts more than two
 * words that it only mentions.
 */
enum SearchField {
    NAME(100, 80, 60),
    /** Neighbouring words of names written as one: "sintniklaas", "kuleuven". */
    JOINED(90, 0, 50),
    SORT(50, 45, 30),
    DETAIL(40, 0, 25),
    WHEREABOUTS(35, 0, 20),
    TEXT(10, 8, 5);

    /** For a word that is exactly the one that was asked. */
    final int exact;

    /** For a word of the same stem; 0 where stems are not looked at. */
    final int stem;

    /** For a word that begins with the one that was asked. */
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
