package be.digicatalogue.dataset;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a spreadsheet shows a number, from its format code (ECMA-376, part 1, 18.8.31). Whether a number is a date is only in its
 * format.
 *
 * @param time true when hours, minutes or seconds are shown
 */
record CellFormat(boolean year, boolean month, boolean day, boolean time, boolean percent, boolean scientific) {

    /** Literal texts, escaped and skipped characters, and brackets with a colour, a currency or a condition. */
    private static final Pattern LITERAL =
            Pattern.compile("\"[^\"]*\"|\\\\.|[_*].|\\[(?!h+]|m+]|s+])[^\\]]*]|am/pm|a/p", Pattern.CASE_INSENSITIVE);

    /** @param code the format code; {@code null} without one */
    static CellFormat of(String code) {
        var first = code == null ? "" : LITERAL.matcher(code).replaceAll("").split(";", 2)[0];
        var shown = first.toLowerCase(Locale.ROOT);
        if (shown.contains("general")) {
            shown = "";
        }
        boolean year = shown.matches("(?s).*[yj].*");
        boolean day = shown.contains("d");
        boolean time = shown.matches("(?s).*[hs].*");
        // The letter is that of months and of minutes.
        boolean month = shown.contains("m") && (year || day || !time);
        return new CellFormat(
                year,
                month,
                day,
                time || shown.contains("[m"),
                shown.contains("%"),
                shown.matches("(?s).*[0#?]e[+-].*"));
    }

    boolean isDate() {
        return year || month || day;
    }

    boolean isTime() {
        return time && !isDate();
    }
}
