package be.digicatalogue.csv;

import java.util.regex.Pattern;

/**
 * A text in a cell of a spreadsheet. What a spreadsheet would take for a formula is written behind an apostrophe.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
public final class Cell {

    /**
     * What spreadsheets evaluate, wide signs included; a sign before nothing but digits is a number or a phone number.
     */
    private static final Pattern FORMULA =
            Pattern.compile("'*(?:[=@\\t\\r\uFF1D\uFF20\uFF0B\uFF0D]|[+-](?![0-9 .]*$)).*", Pattern.DOTALL);

    private Cell() {}

    /** The text as it is written. */
    public static String safe(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that was written. */
    public static String plain(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
