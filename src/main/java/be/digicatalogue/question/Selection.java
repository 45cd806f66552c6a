package be.digicatalogue.question;

import org.apache.lucene.util.LongHeap;

/**
 * The items of one page among items that are found in any order. Each item is a number, and numeric order is the order of the
 * list. Only as many items as the page needs are kept, so that choosing them from n items takes O(n log page).
 */
public final class Selection {

    private final long from;
    private final long to;
    private final int most;
    private final boolean highest;
    /** Negated for the lowest numbers, because the heap removes its smallest element. */
    private final LongHeap kept;

    private int below;
    private int between;

    private Selection(long from, long to, int most, boolean highest) {
        this.from = from;
        this.to = Math.max(from, to);
        this.most = most;
        this.highest = highest;
        this.kept = new LongHeap(Math.max(1, most));
    }

    /** The lowest of all numbers. */
    public static Selection lowest(int most) {
        return new Selection(Long.MIN_VALUE, Long.MAX_VALUE, most, false);
    }

    /**
     * The numbers that a page needs.
     *
     * @param from the lowest number after the cursor {@code after}
     * @param to the lowest number that is not before the cursor {@code before}
     * @param available the largest number of items that there can be
     */
    public static Selection of(PageRequest page, long from, long to, int available) {
        return new Selection(from, to, Math.min(page.reach(), available), page.isFromEnd());
    }

    public void offer(long number) {
        if (number < from) {
            below++;
        } else if (number < to) {
            between++;
            if (most > 0) {
                kept.insertWithOverflow(highest ? number : -number);
            }
        }
    }

    /** No number above this one is kept any more. */
    public long highestOfInterest() {
        return highest || kept.size() < most ? to : -kept.top();
    }

    /** The kept numbers, lowest first. */
    public long[] inOrder() {
        var numbers = new long[kept.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[highest ? i : numbers.length - 1 - i] = highest ? kept.pop() : -kept.pop();
        }
        return numbers;
    }

    /** Whether any number was below the lower bound. */
    public boolean isPreceded() {
        return below > 0;
    }

    /** Whether any of the items, in all so many, is not below the upper bound. The items below it must all have been offered. */
    public boolean isFollowed(int total) {
        return total > below + between;
    }
}
