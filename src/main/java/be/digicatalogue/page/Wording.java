package be.digicatalogue.page;

import be.digicatalogue.fact.Belgium;
import be.digicatalogue.fact.CalendarDate;
import be.digicatalogue.fact.Language;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The formats of numbers, days and distances in a language, as used in Belgium. */
public final class Wording {

    private static final Map<Language, Wording> ALL = new EnumMap<>(Language.class);

    static {
        for (var language : Language.values()) {
            ALL.put(language, new Wording(language));
        }
    }

    private static final int KILOMETRE = 1_000;
    /** Below this distance, tenths of a kilometre are shown. */
    private static final int FAR_METRES = 10_000;

    private final Language language;
    private final Locale locale;

    private Wording(Language language) {
        this.language = language;
        this.locale = language.locale();
    }

    static Wording in(Language language) {
        return ALL.get(language);
    }

    /** Below a kilometre in metres, rounded to ten; else in kilometres. */
    public String distance(Integer metres) {
        if (metres < KILOMETRE) {
            return Math.round(metres / 10.0) * 10 + " m";
        }
        var numbers = NumberFormat.getInstance(locale);
        numbers.setMaximumFractionDigits(metres < FAR_METRES ? 1 : 0);
        return numbers.format(metres / (double) KILOMETRE) + " km";
    }

    public String number(BigDecimal number) {
        var numbers = NumberFormat.getInstance(locale);
        numbers.setMaximumFractionDigits(2);
        return numbers.format(number);
    }

    public String number(int number) {
        return NumberFormat.getInstance(locale).format(number);
    }

    /** An amount with as many decimals as it needs. */
    public String euro(BigDecimal amount) {
        var numbers = NumberFormat.getCurrencyInstance(locale);
        numbers.setCurrency(java.util.Currency.getInstance("EUR"));
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        numbers.setMinimumFractionDigits(whole ? 0 : 2);
        numbers.setMaximumFractionDigits(whole ? 0 : 2);
        return numbers.format(amount);
    }

    public String day(LocalDate day) {
        return CalendarDate.inWords(day, language);
    }

    public String time(OffsetDateTime moment) {
        return DateTimeFormatter.ofPattern("HH:mm").format(moment.atZoneSameInstant(Belgium.ZONE));
    }

    /** The weekday of a moment in the coming days, with the date when it is a week or more ahead; empty for today. */
    public String dayAhead(OffsetDateTime moment, LocalDate today) {
        var day = moment.atZoneSameInstant(Belgium.ZONE).toLocalDate();
        long ahead = ChronoUnit.DAYS.between(today, day);
        if (ahead <= 0) {
            return "";
        }
        var weekday = day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
        return ahead < 7 ? weekday : weekday + " " + day(day);
    }

    /** A date of a source: a year, a month ({@code 2021-05}) or a day. */
    public String date(String date) {
        return CalendarDate.inWords(date, language);
    }
}
