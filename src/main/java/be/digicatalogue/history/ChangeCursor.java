package be.digicatalogue.history;

import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.SortKey;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A position in the history: all changes up to and including a number within a revision. Written as {@code
 * 12-9f2c4b7a1d3e5f60-3}, after all changes of a revision as {@code 12-9f2c4b7a1d3e5f60}. A number alone, {@code 12}, is the
 * position after that revision in whichever history.
 *
 * @param id the id of the revision; {@code null} when it is not known
 * @param number of the last change; {@link #ALL} for all of the revision
 */
public record ChangeCursor(long revision, String id, int number) {

    /** Before the first revision. */
    public static final ChangeCursor BEGINNING = after(0, null);

    /** The written form, for error messages. */
    public static final Message EXPECTED = Message.of("expected.position");

    private static final Pattern WRITTEN =
            Pattern.compile("0|([1-9][0-9]{0,9})(?:-([0-9A-Za-z_]{1,64})(?:-([1-9][0-9]{0,8}))?)?");

    private static final int ALL = Integer.MAX_VALUE;

    /** The position after all changes of a revision. */
    public static ChangeCursor after(long revision, String id) {
        return new ChangeCursor(revision, id, ALL);
    }

    /** Empty for anything else, and for a number beyond {@link Integer#MAX_VALUE}, which GraphQL could not have. */
    public static Optional<ChangeCursor> read(String written) {
        return Optional.of(WRITTEN.matcher(written))
                .filter(matched -> matched.matches())
                .map(matched -> matched.group(1) == null
                        ? BEGINNING
                        : new ChangeCursor(
                                Long.parseLong(matched.group(1)),
                                matched.group(2),
                                matched.group(3) == null ? ALL : Integer.parseInt(matched.group(3))))
                .filter(cursor -> cursor.revision() <= Integer.MAX_VALUE);
    }

    /** Its place among the changes. */
    public SortKey key() {
        return SortKey.of(revision, number);
    }

    boolean isAfterAll() {
        return number == ALL;
    }

    @Override
    public String toString() {
        return revision + (id == null ? "" : "-" + id) + (isAfterAll() ? "" : "-" + number);
    }
}
