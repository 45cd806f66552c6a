package be.digicatalogue.dataset;

import java.util.regex.Pattern;

/**
 * A text in a cell of a spreadsheet. A text that a spreadsheet would interpret as a formula is written with an apostrophe in
 * front.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
public final class Cell {

    /**
     * The positions where a cell can begin: a spreadsheet that separates by semicolons or tabs splits a text at each of them.
     */
    private static final String BEGIN = "(?<=^|[;\\t])";

    /**
     * The beginnings that spreadsheets evaluate, full-width signs included. A sign followed only by digits is a number or a
     * phone number.
     */
    private static final String FORMULA = "(?='*(?:[=@\\t\\r\uFF1D\uFF20\uFF0B\uFF0D]|[+-](?![0-9 .]*(?:[;\\t]|$))))";

    private static final Pattern PLAIN = Pattern.compile(BEGIN + FORMULA);
    private static final Pattern SAFE = Pattern.compile(BEGIN + "'" + FORMULA);

    private Cell() {}

    /** The text as it is written to the cell. */
    public static String safe(String text) {
        return PLAIN.matcher(text).replaceAll("'");
    }

    /** The original text of a cell. */
    public static String plain(String cell) {
        return cell.indexOf('\'') < 0 ? cell : SAFE.matcher(cell).replaceAll("");
    }
}
