package be.digicatalogue.dataset;

import be.digicatalogue.fact.Message;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;

/**
 * What a cell of a workbook says in its column: the text as somebody typed it, or why that cannot be known. A spreadsheet keeps
 * its own reading of what is typed: {@code 3-5} becomes a date, {@code 09:00} a part of a day, {@code 0473123456} a number.
 *
 * @param text the text; {@code null} when it cannot be known, or in an empty cell
 * @param shown the cell as a spreadsheet shows it, for error messages
 * @param problem why the text cannot be known; {@code null} when it is
 */
record WorkbookCell(String text, String shown, Message problem) {

    /** Characters that XML lacks, and what looks like them (ECMA-376, part 1, 22.9.2.19, type ST_Xstring). */
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private static final Pattern LIKE_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    /** A longer number is not stored with all its digits. */
    private static final int MOST_DIGITS = 15;

    /** In digits before or after the decimal point. */
    private static final int LONGEST_NUMBER = 40;

    /** The day 0 of either date system. In the usual one the days before March 1900 are wrong, so they are not used. */
    private static final LocalDate SINCE_1900 = LocalDate.of(1899, 12, 30);

    private static final LocalDate SINCE_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal FIRST_DAY = BigDecimal.valueOf(61);
    /** 31 December 9999. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    /** Numbers that are probably days, from 1970 to 2099: larger than a year or a house number. */
    private static final BigDecimal FIRST_LIKELY_DAY = BigDecimal.valueOf(25_569);

    private static final BigDecimal LAST_LIKELY_DAY = BigDecimal.valueOf(73_050);

    private static final WorkbookCell EMPTY = new WorkbookCell(null, null, null);

    /**
     * Reads a cell.
     *
     * @param column the column; {@code null} beside the columns of the table
     * @param since1904 true when the workbook counts days from 1904
     */
    static WorkbookCell of(Cell cell, Column column, boolean since1904) {
        if (cell == null) {
            return EMPTY;
        }
        return switch (cell.getType()) {
            case EMPTY -> EMPTY;
            case STRING ->
                cell.getValue() == null
                        ? unknown("", Message.of("bundle.missingText"))
                        : new WorkbookCell(decoded(cell.getText()), null, null);
            // A text that a formula would have is also written without the formula.
            case FORMULA ->
                cell.getFormula() == null
                        ? new WorkbookCell(decoded(cell.getText()), null, null)
                        : unknown("=" + cell.getFormula(), Message.of("bundle.formula"));
            case ERROR -> unknown(cell.getRawValue(), Message.of("bundle.errorCell"));
            case BOOLEAN ->
                column == null || column.type() == Column.Type.BOOLEAN
                        ? known(cell.asBoolean().toString())
                        : unknown(cell.asBoolean().toString(), Message.of("bundle.booleanInText"));
            case NUMBER ->
                column == null
                        ? known(cell.getRawValue())
                        : number(cell.asNumber(), CellFormat.of(cell.getDataFormatString()), column, since1904);
        };
    }

    private static WorkbookCell known(String text) {
        return new WorkbookCell(text, text, null);
    }

    private static WorkbookCell unknown(String shown, Message problem) {
        return new WorkbookCell(null, shown, problem);
    }

    private static WorkbookCell number(BigDecimal number, CellFormat format, Column column, boolean since1904) {
        if (Math.abs((long) number.scale()) > LONGEST_NUMBER) {
            // In full it could have a billion digits.
            return isText(column)
                    ? unknown(number.toString(), Message.of("bundle.numberInText"))
                    : known(number.toString());
        }
        if (column.isDate()) {
            return date(number, format, column, since1904);
        }
        if (format.isDate()) {
            var day = day(number, since1904);
            return unknown(
                    day == null ? plain(number) : day.toString(),
                    day == null ? Message.of("bundle.numberInText") : Message.of("bundle.dateInText", day));
        }
        if (format.isTime()) {
            var time = time(number);
            return unknown(time, Message.of("bundle.timeInText", time));
        }
        if (format.percent()) {
            var percent = plain(number.movePointRight(2)) + "%";
            return unknown(percent, Message.of("bundle.percent", percent, plain(number)));
        }
        return isText(column) ? text(number, format, column, since1904) : known(plain(number));
    }

    private static boolean isText(Column column) {
        return (column.type() == Column.Type.STRING || column.type() == Column.Type.LIST) && !column.isDate();
    }

    private static WorkbookCell text(BigDecimal number, CellFormat format, Column column, boolean since1904) {
        var whole = number.stripTrailingZeros();
        if (format.scientific() || whole.scale() > 0 || whole.precision() - whole.scale() > MOST_DIGITS) {
            return unknown(plain(number), Message.of("bundle.numberInText"));
        }
        boolean likelyDay = whole.compareTo(FIRST_LIKELY_DAY) >= 0 && whole.compareTo(LAST_LIKELY_DAY) <= 0;
        return column.pattern() == null && likelyDay
                ? unknown(plain(number), Message.of("bundle.dayNumber", plain(number), day(number, since1904)))
                : known(plain(number));
    }

    /** A date is as precise as its format. Without a format a number is a day if it can be nothing else. */
    private static WorkbookCell date(BigDecimal number, CellFormat format, Column column, boolean since1904) {
        var day = day(number, since1904);
        boolean formatted = format.isDate();
        boolean likely =
                !format.isTime() && number.compareTo(FIRST_LIKELY_DAY) >= 0 && number.compareTo(LAST_LIKELY_DAY) <= 0;
        if (day == null || !formatted && !likely) {
            return known(plain(number));
        }
        var date = day.toString();
        if (!formatted || format.year() && format.day()) {
            return known(date);
        }
        if (column.type() != Column.Type.DATE && format.year()) {
            return known(date.substring(0, format.month() ? "2021-05".length() : "2021".length()));
        }
        return unknown(date, Message.of("bundle.partOfDate", day));
    }

    /** The day of a number; {@code null} for a number outside the date system. */
    private static LocalDate day(BigDecimal number, boolean since1904) {
        return number.compareTo(since1904 ? BigDecimal.ZERO : FIRST_DAY) < 0 || number.compareTo(LAST_DAY) > 0
                ? null
                : (since1904 ? SINCE_1904 : SINCE_1900).plusDays(number.longValue());
    }

    private static String time(BigDecimal number) {
        var minutes = Math.round(Math.abs(number.doubleValue() % 1) * 24 * 60) % (24 * 60);
        return LocalTime.ofSecondOfDay(minutes * 60).toString();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String decoded(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }

    /** The text as a cell has it: what looks like an escaped character is escaped itself. */
    static String encoded(String text) {
        return LIKE_ESCAPE.matcher(text).replaceAll("_x005F_");
    }
}
