package be.digicatalogue.fact;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;

/** A date as precise as a source gives it: a year, a month ({@code 2021-05}) or a day. */
public final class CalendarDate {

    private CalendarDate() {}

    /** Such as "mei 2021". */
    public static String inWords(String date, Language language) {
        var locale = language.locale();
        return switch (date.length()) {
            case 7 -> {
                var month = YearMonth.parse(date);
                yield month.getMonth().getDisplayName(TextStyle.FULL, locale) + " " + month.getYear();
            }
            case 10 ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(LocalDate.parse(date));
            default -> date;
        };
    }
}
