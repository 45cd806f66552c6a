package be.digicatalogue.history;

import be.digicatalogue.question.Parameters;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * The history of the catalogue up to one revision, oldest first. It is immutable; the history up to a later revision shares
 * the earlier revisions.
 */
public final class Changes {

    public static final Changes NONE = new Changes(List.of());

    private final List<PublishedRevision> revisions;
    /** The number of changes up to and including each revision. */
    private final int[] counts;

    private Changes(List<PublishedRevision> revisions) {
        this.revisions = revisions;
        counts = new int[revisions.size()];
        int count = 0;
        for (int i = 0; i < counts.length; i++) {
            count += revisions.get(i).changes().size();
            counts[i] = count;
        }
    }

    /** This history, continued with later revisions in order. */
    public Changes and(List<PublishedRevision> later) {
        if (later.isEmpty()) {
            return this;
        }
        var all = new ArrayList<PublishedRevision>(revisions.size() + later.size());
        all.addAll(revisions);
        all.addAll(later);
        return new Changes(List.copyOf(all));
    }

    /** All revisions, oldest first. */
    public List<PublishedRevision> revisions() {
        return revisions;
    }

    /** The last revision of this history; empty when nothing has been published yet. */
    public Optional<PublishedRevision> newest() {
        return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.get(revisions.size() - 1));
    }

    /** The position after which a client requests changes; {@code null} without the parameter. */
    public static ChangeCursor position(Parameters parameters, String name) {
        var written = parameters.text(name);
        if (written == null) {
            return null;
        }
        var position = ChangeCursor.read(written);
        if (position.isEmpty()) {
            parameters.expect(name, ChangeCursor.EXPECTED);
        }
        return position.orElse(null);
    }

    /** This history without the values of a revision and of all earlier ones. */
    public Changes withValuesAfter(long revision) {
        return new Changes(revisions.stream()
                .map(each -> each.revision() > revision ? each : each.withoutValues())
                .toList());
    }

    /**
     * True when a position is one of this history. A number without an id is one up to the newest revision; a position with
     * an id is one only when the revision has this id.
     */
    public boolean has(ChangeCursor cursor) {
        if (cursor.revision() > end().revision()) {
            return false;
        }
        if (cursor.id() == null) {
            return true;
        }
        int next = firstAfter(cursor.revision());
        if (next == 0) {
            return false;
        }
        var its = revisions.get(next - 1);
        return its.revision() == cursor.revision()
                && its.id().equals(cursor.id())
                && (cursor.isAfterAll() || cursor.number() <= its.changes().size());
    }

    /** The revisions of which a position does not have all changes. */
    public List<PublishedRevision> revisionsAfter(ChangeCursor cursor) {
        long whole = cursor.isAfterAll() ? cursor.revision() : cursor.revision() - 1;
        return revisions.subList(firstAfter(whole), revisions.size());
    }

    /** The changes after a position. */
    public List<Change> after(ChangeCursor cursor) {
        int next = firstAfter(cursor.revision());
        int passed = next == 0 ? 0 : counts[next - 1];
        if (next > 0 && revisions.get(next - 1).revision() == cursor.revision()) {
            int its = revisions.get(next - 1).changes().size();
            passed -= Math.max(0, its - cursor.number());
        }
        var all = new All();
        return all.subList(passed, all.size());
    }

    /** The position of a client that has read all of this history. */
    public ChangeCursor end() {
        return newest().map(PublishedRevision::cursor).orElse(ChangeCursor.BEGINNING);
    }

    /** The index of the first revision after a given one. */
    private int firstAfter(long revision) {
        int low = 0;
        int high = revisions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (revisions.get(middle).revision() <= revision) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The changes of all revisions as one list, without copying them. */
    private final class All extends AbstractList<Change> implements RandomAccess {

        @Override
        public Change get(int index) {
            int its = Arrays.binarySearch(counts, index + 1);
            if (its < 0) {
                its = -its - 1;
            } else {
                // Skips revisions without changes, which have the count of the previous one.
                while (its > 0 && counts[its - 1] == index + 1) {
                    its--;
                }
            }
            return revisions.get(its).changes().get(index - (its == 0 ? 0 : counts[its - 1]));
        }

        @Override
        public int size() {
            return counts.length == 0 ? 0 : counts[counts.length - 1];
        }
    }
}
