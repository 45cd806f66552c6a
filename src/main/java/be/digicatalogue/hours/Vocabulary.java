package be.digicatalogue.hours;

import be.digicatalogue.fact.Language;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of one language for days, times and parts of the year. */
final class Vocabulary {

    /** Minutes since midnight; {@code onwards} when the end is not the real one. */
    record Time(int from, int to, boolean onwards, boolean byAppointment) {

        boolean wholeDay() {
            return from == 0 && to == Span.DAY && !onwards;
        }
    }

    private static final List<Vocabulary> ALL =
            List.of(Language.values()).stream().map(Vocabulary::new).toList();

    private final Language language;
    private final Locale locale;

    private Vocabulary(Language language) {
        this.language = language;
        this.locale = Locale.forLanguageTag(language.tag());
    }

    static Vocabulary of(Language language) {
        return ALL.get(language.ordinal());
    }

    private String say(String nl, String fr, String de, String en) {
        return switch (language) {
            case NL -> nl;
            case FR -> fr;
            case DE -> de;
            case EN -> en;
        };
    }

    String notation(String osm) {
        return say(
                        "in de notatie van OpenStreetMap: ",
                        "dans la notation d'OpenStreetMap : ",
                        "in der Schreibweise von OpenStreetMap: ",
                        "in the notation of OpenStreetMap: ")
                + osm;
    }

    String closed(String when) {
        return say("gesloten ", "fermé ", "geschlossen ", "closed ") + when;
    }

    String closedInSchoolHolidays() {
        return say(
                "gesloten in de schoolvakanties",
                "fermé pendant les vacances scolaires",
                "geschlossen in den Schulferien",
                "closed during school holidays");
    }

    String otherwiseByAppointment() {
        return say(
                "daarbuiten op afspraak",
                "en dehors sur rendez-vous",
                "sonst nach Vereinbarung",
                "otherwise by appointment");
    }

    String alsoOnHolidays() {
        return say("ook op feestdagen", "également les jours fériés", "auch an Feiertagen", "also on public holidays");
    }

    String onHolidays(List<Time> times) {
        var when = say("op feestdagen", "les jours fériés", "an Feiertagen", "on public holidays");
        return times.isEmpty() ? closed(when) : when + " " + times(times);
    }

    String during(String period, Map<List<Time>, List<DayOfWeek>> groups) {
        return period + say(": ", " : ", ": ", ": ") + listOfDays(groups, ", ");
    }

    String week(Map<List<Time>, List<DayOfWeek>> groups) {
        if (groups.isEmpty()) {
            return say("gesloten", "fermé", "geschlossen", "closed");
        }
        var only = groups.entrySet().iterator().next();
        var time = only.getKey().get(0);
        if (only.getValue().size() == 7 && only.getKey().size() == 1 && time.wholeDay()) {
            return time.byAppointment()
                    ? say(
                            "alleen op afspraak",
                            "uniquement sur rendez-vous",
                            "nur nach Vereinbarung",
                            "by appointment only")
                    : say("dag en nacht open", "ouvert jour et nuit", "Tag und Nacht geöffnet", "open day and night");
        }
        return listOfDays(groups, "; ");
    }

    private String listOfDays(Map<List<Time>, List<DayOfWeek>> groups, String separator) {
        return groups.entrySet().stream()
                .map(group -> days(group.getValue()) + " " + times(group.getKey()))
                .collect(Collectors.joining(separator));
    }

    /** {@code maandag, woensdag tot vrijdag}; a range of two days is written as two days. */
    private String days(List<DayOfWeek> days) {
        if (days.size() == 7) {
            return say("elke dag", "tous les jours", "täglich", "every day");
        }
        var parts = new ArrayList<String>();
        boolean rangeAtEnd = false;
        for (int i = 0; i < days.size(); ) {
            int end = i;
            while (end + 1 < days.size() && days.get(end + 1) == days.get(end).plus(1)) {
                end++;
            }
            rangeAtEnd = end - i > 1;
            if (rangeAtEnd) {
                parts.add(say("", "du ", "", "")
                        + name(days.get(i))
                        + say(" tot ", " au ", " bis ", " to ")
                        + name(days.get(end)));
                i = end + 1;
            } else {
                parts.add(name(days.get(i)));
                i++;
            }
        }
        return rangeAtEnd ? String.join(", ", parts) : list(parts);
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }

    private String name(Month month) {
        return month.getDisplayName(TextStyle.FULL, locale);
    }

    private String list(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1 ? String.join("", parts) : String.join(", ", parts.subList(0, last)) + and() + parts.get(last);
    }

    private String and() {
        return say(" en ", " et ", " und ", " and ");
    }

    private String times(List<Time> times) {
        return list(times.stream().map(this::time).toList());
    }

    private String time(Time time) {
        var appointment = time.byAppointment()
                ? say(" op afspraak", " sur rendez-vous", " nach Vereinbarung", " by appointment")
                : "";
        if (time.wholeDay()) {
            return time.byAppointment()
                    ? appointment.strip()
                    : say("de hele dag", "toute la journée", "ganztägig", "all day");
        }
        var from = clock(time.from());
        var to = clock(time.to());
        if (time.onwards() && time.to() == Span.DAY) {
            return say("vanaf ", "à partir de ", "ab ", "from ") + from + say(" uur", "", " Uhr", "");
        }
        if (time.onwards()) {
            return say("", "de ", "", "")
                    + from
                    + say(" tot minstens ", " à ", " bis mindestens ", " to at least ")
                    + to
                    + say(" uur", " au moins", " Uhr", "");
        }
        return say("", "de ", "", "")
                + from
                + say("-", " à ", "-", "-")
                + to
                + say(" uur", "", " Uhr", "")
                + appointment;
    }

    private String clock(int minutes) {
        int onTheClock = minutes > Span.DAY ? minutes - Span.DAY : minutes;
        var pattern = say("%02d.%02d", "%02dh%02d", "%02d:%02d", "%02d:%02d");
        return pattern.formatted(onTheClock / 60, onTheClock % 60);
    }

    String nths(List<Days.Weekdays> weekdays, List<Time> times) {
        boolean closed = times.isEmpty();
        var which = list(weekdays.stream()
                .map(range ->
                        list(range.nths().stream().map(nth -> nth(nth, closed)).toList()) + " " + name(range.from()))
                .toList());
        var ofTheMonth = which + say(" van de maand", " du mois", " im Monat", " of the month");
        return closed ? closed(say("op de ", "le ", "am ", "on the ") + ofTheMonth) : ofTheMonth + " " + times(times);
    }

    private String nth(int nth, boolean dative) {
        var words =
                switch (language) {
                    case NL -> List.of("voorlaatste", "laatste", "eerste", "tweede", "derde", "vierde", "vijfde");
                    case FR ->
                        List.of(
                                "avant-dernier",
                                "dernier",
                                "premier",
                                "deuxième",
                                "troisième",
                                "quatrième",
                                "cinquième");
                    case DE -> List.of("vorletzt", "letzt", "erst", "zweit", "dritt", "viert", "fünft");
                    case EN -> List.of("second last", "last", "first", "second", "third", "fourth", "fifth");
                };
        var word = words.get(nth < 0 ? nth + 2 : nth + 1);
        return language != Language.DE ? word : word + (dative ? "en" : "er");
    }

    /** With its preposition; empty when there are no words for it. */
    Optional<String> period(Days days) {
        int kinds = (days.dates().isEmpty() ? 0 : 1)
                + (days.weeks().isEmpty() ? 0 : 1)
                + (days.years().isEmpty() ? 0 : 1);
        if (kinds != 1) {
            return Optional.empty();
        }
        if (!days.dates().isEmpty()) {
            return all(days.dates(), this::dates);
        }
        return days.weeks().isEmpty() ? all(days.years(), this::years) : all(days.weeks(), this::weeks);
    }

    private <T> Optional<String> all(List<T> parts, Function<T, Optional<String>> say) {
        var words = parts.stream().map(say).flatMap(Optional::stream).toList();
        return words.size() == parts.size() ? Optional.of(list(words)) : Optional.empty();
    }

    private Optional<String> years(Days.Years years) {
        if (years.every() != 1) {
            return Optional.empty();
        }
        if (years.to() == Integer.MAX_VALUE) {
            return Optional.of(say("vanaf ", "à partir de ", "ab ", "from ") + years.from());
        }
        if (years.from() == years.to()) {
            return Optional.of(say("in ", "en ", "im Jahr ", "in ") + years.from());
        }
        return Optional.of(say("van ", "de ", "von ", "from ")
                + years.from()
                + say(" tot en met ", " à ", " bis ", " to ")
                + years.to());
    }

    private Optional<String> weeks(Days.Weeks weeks) {
        if (weeks.from() == 1 && weeks.to() == 53 && weeks.every() == 2) {
            return Optional.of(say("in oneven weken", "les semaines impaires", "in ungeraden Wochen", "in odd weeks"));
        }
        if (weeks.from() == 2 && weeks.to() >= 52 && weeks.every() == 2) {
            return Optional.of(say("in even weken", "les semaines paires", "in geraden Wochen", "in even weeks"));
        }
        if (weeks.every() != 1) {
            return Optional.empty();
        }
        if (weeks.from() == weeks.to()) {
            return Optional.of(say("in week ", "la semaine ", "in Woche ", "in week ") + weeks.from());
        }
        return Optional.of(say("van week ", "de la semaine ", "von Woche ", "from week ")
                + weeks.from()
                + say(" tot en met week ", " à la semaine ", " bis Woche ", " to week ")
                + weeks.to());
    }

    private Optional<String> dates(Days.Dates dates) {
        var from = dates.from();
        var to = dates.to();
        if (unsaid(from) || to != null && unsaid(to)) {
            return Optional.empty();
        }
        if (dates.onwards()) {
            return Optional.of(say("vanaf ", "à partir " + deFrench(from), "ab ", "from ") + date(from));
        }
        if (to == null) {
            return Optional.of(
                    from.wholeMonth()
                            ? say("in ", "en ", "im ", "in ") + date(from)
                            : say("op ", "le ", "am ", "on ") + date(from));
        }
        return Optional.of(say("van ", deFrench(from), from.wholeMonth() ? "von " : "vom ", "from ")
                + date(from)
                + say(" tot en met ", from.wholeMonth() ? " à " : " au ", " bis ", " to ")
                + date(to));
    }

    private static boolean unsaid(Days.DayOfYear point) {
        return point.easter() || point.weekday() != null || point.offset() != 0;
    }

    private String deFrench(Days.DayOfYear point) {
        if (!point.wholeMonth()) {
            return "du ";
        }
        var month = point.month();
        return month == Month.APRIL || month == Month.AUGUST || month == Month.OCTOBER ? "d'" : "de ";
    }

    private String date(Days.DayOfYear point) {
        var month = name(point.month());
        var year = point.year() == null ? "" : " " + point.year();
        if (point.wholeMonth()) {
            return month + year;
        }
        return point.day() + say("", point.day() == 1 ? "er" : "", ".", "") + " " + month + year;
    }
}
