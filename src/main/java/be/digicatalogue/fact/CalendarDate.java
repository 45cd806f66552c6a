package be.digicatalogue.fact;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A date as precise as a source gives it: a year, a month ({@code 2021-05}) or a day. */
public final class CalendarDate {

    private static final Map<Language, DateTimeFormatter> DAYS = Stream.of(Language.values())
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(), language -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                            .withLocale(language.locale())));

    private CalendarDate() {}

    /** Such as "mei 2021". */
    public static String inWords(String date, Language language) {
        return switch (date.length()) {
            case 7 -> {
                var month = YearMonth.parse(date);
                yield month.getMonth().getDisplayName(TextStyle.FULL, language.locale()) + " " + month.getYear();
            }
            case 10 -> inWords(LocalDate.parse(date), language);
            default -> date;
        };
    }

    /** Such as "5 mei 2021". */
    public static String inWords(LocalDate day, Language language) {
        return DAYS.get(language).format(day);
    }
}
