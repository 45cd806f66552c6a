package be.digicatalogue.question;

/**
 * The requested part of a list: the number of items to skip and to return ({@value #DEFAULT_SIZE} by default, 1 to
 * {@value #LARGEST}).
 */
public record PageRequest(long offset, int size) {

    public static final int DEFAULT_SIZE = 20;
    public static final int LARGEST = 100;

    /** The whole list. */
    public static final PageRequest WHOLE = new PageRequest(0, Integer.MAX_VALUE);

    public boolean isWhole() {
        return equals(WHOLE);
    }

    /** The number of leading items that must be known to fill this page, capped at the largest possible list. */
    public int reach() {
        return (int) Math.min(Integer.MAX_VALUE - 8L, offset + size);
    }
}
