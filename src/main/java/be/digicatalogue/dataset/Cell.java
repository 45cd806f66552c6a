package be.digicatalogue.dataset;

import java.util.regex.Pattern;

/**
 * A text in a cell of a spreadsheet. What a spreadsheet would take for a formula is written behind an apostrophe.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
public final class Cell {

    /** Where a cell can begin: a spreadsheet that separates by semicolons or tabs splits a text at each of them. */
    private static final String BEGIN = "(?<=^|[;\\t])";

    /**
     * What spreadsheets evaluate, wide signs included; a sign before nothing but digits is a number or a phone number.
     */
    private static final String FORMULA = "(?='*(?:[=@\\t\\r\uFF1D\uFF20\uFF0B\uFF0D]|[+-](?![0-9 .]*(?:[;\\t]|$))))";

    private static final Pattern PLAIN = Pattern.compile(BEGIN + FORMULA);
    private static final Pattern SAFE = Pattern.compile(BEGIN + "'" + FORMULA);

    private Cell() {}

    /** The text as it is written. */
    public static String safe(String text) {
        return PLAIN.matcher(text).replaceAll("'");
    }

    /** The text that was written. */
    public static String plain(String cell) {
        return cell.indexOf('\'') < 0 ? cell : SAFE.matcher(cell).replaceAll("");
    }
}
