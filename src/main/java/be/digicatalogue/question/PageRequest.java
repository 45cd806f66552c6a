package be.digicatalogue.question;

/** Which part of a list: how many to pass over, how many to give ({@value #DEFAULT_SIZE} by default, 1 to {@value #LARGEST}). */
public record PageRequest(long offset, int size) {

    public static final int DEFAULT_SIZE = 20;
    public static final int LARGEST = 100;

    /** All of it. */
    public static final PageRequest WHOLE = new PageRequest(0, Integer.MAX_VALUE);

    public boolean isWhole() {
        return equals(WHOLE);
    }

    /** How many of the first must be known to fill this page; never more than there can be. */
    public int reach() {
        return (int) Math.min(Integer.MAX_VALUE - 8L, offset + size);
    }
}
