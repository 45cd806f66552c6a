package be.digicatalogue.history;

import be.digicatalogue.fact.Message;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** A position in the history: all changes up to and including a number within a revision. Written as {@code 12-3}. */
public record ChangeCursor(long revision, int number) implements Comparable<ChangeCursor> {

    /** The written form, for error messages. */
    public static final Message EXPECTED = Message.of("expected.eventId");

    public static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,17})-([1-9][0-9]{0,8})");

    private static final Comparator<ChangeCursor> ORDER =
            Comparator.comparingLong(ChangeCursor::revision).thenComparingInt(ChangeCursor::number);

    /** The position after all changes of a revision. */
    public static ChangeCursor after(long revision) {
        return new ChangeCursor(revision, Integer.MAX_VALUE);
    }

    public static Optional<ChangeCursor> read(String written) {
        return Optional.of(WRITTEN.matcher(written))
                .filter(matched -> matched.matches())
                .map(matched -> new ChangeCursor(Long.parseLong(matched.group(1)), Integer.parseInt(matched.group(2))));
    }

    @Override
    public int compareTo(ChangeCursor other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return revision + "-" + number;
    }
}
