package be.digicatalogue.hours;

import be.digicatalogue.fact.Age;
import be.digicatalogue.fact.CalendarDate;
import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Text;
import java.util.regex.Pattern;

/** Sentences that say why the state of a place is unknown. */
final class Reasons {

    static final Text NONE_PUBLISHED = new Text(
            "Er zijn geen openingsuren bekendgemaakt.",
            "Aucune heure d'ouverture n'est publiée.",
            "Es sind keine Öffnungszeiten veröffentlicht.",
            "No opening hours are published.");

    static final Text BY_APPOINTMENT = new Text(
            "Alleen op afspraak.", "Uniquement sur rendez-vous.", "Nur nach Vereinbarung.", "By appointment only.");

    static final Text HOLIDAY_NOT_MENTIONED = new Text(
            "Het is een feestdag en de openingsuren zeggen niet wat er op feestdagen geldt.",
            "C'est un jour férié et les heures d'ouverture ne disent pas ce qui vaut les jours fériés.",
            "Es ist ein Feiertag, und die Öffnungszeiten sagen nicht, was an Feiertagen gilt.",
            "It is a public holiday and the opening hours do not say what applies on public holidays.");

    static final Text SCHOOL_HOLIDAYS_NOT_KNOWN = new Text(
            "De openingsuren hangen af van de schoolvakanties, en die zijn hier niet bekend.",
            "Les heures d'ouverture dépendent des vacances scolaires, qui ne sont pas connues ici.",
            "Die Öffnungszeiten hängen von den Schulferien ab, die hier nicht bekannt sind.",
            "The opening hours depend on the school holidays, which are not known here.");

    static final Text END_NOT_PUBLISHED = new Text(
            "Het sluitingsuur is niet bekendgemaakt.",
            "L'heure de fermeture n'est pas publiée.",
            "Wann geschlossen wird, ist nicht veröffentlicht.",
            "The closing time is not published.");

    static final Text NOT_READABLE = new Text(
            "De openingsuren zijn niet duidelijk.",
            "Les heures d'ouverture ne sont pas claires.",
            "Die Öffnungszeiten sind nicht eindeutig.",
            "The opening hours are not clear.");

    private static final Text UNDATED = new Text(
            "We weten niet van wanneer de openingsuren zijn.",
            "Nous ne savons pas de quand datent les heures d'ouverture.",
            "Wir wissen nicht, von wann die Öffnungszeiten sind.",
            "The date of the opening hours is not known.");

    private static final Text UNDATED_IN_BRIEF = new Text(
            "uren zonder datum, misschien veranderd",
            "heures sans date, peut-être changées",
            "Zeiten ohne Datum, vielleicht geändert",
            "hours without a date, may have changed");

    private static final Text SAID_TO_BE_UNKNOWN = new Text(
            "De openingsuren zijn op dat moment niet bekend.",
            "Les heures d'ouverture ne sont pas connues à ce moment.",
            "Die Öffnungszeiten sind zu diesem Zeitpunkt nicht bekannt.",
            "The opening hours at that time are not known.");

    /** Matches only these words: a comment that says more, such as a phone number, is quoted. */
    private static final Pattern APPOINTMENT = Pattern.compile(
            "((only|alleen|enkel|uniquement|nur) )?((by|on|op|na|sur|nach) )?"
                    + "(appointment|afspraak|rendez-?vous|(termin)?vereinbarung|absprache)( only)?\\.?",
            Pattern.CASE_INSENSITIVE);

    private Reasons() {}

    /** The reason why hours of this age are overdue or undated. */
    static Text notBelieved(Age age) {
        var newest = age.newest();
        if (newest == null) {
            return UNDATED;
        }
        return newest.equals(age.knownOn()) ? knownOn(newest) : verifiedOn(newest);
    }

    /** The same reason in a few words. */
    static Text notBelievedInBrief(Age age) {
        var newest = age.newest();
        if (newest == null) {
            return UNDATED_IN_BRIEF;
        }
        return newest.equals(age.knownOn()) ? knownOnInBrief(newest) : verifiedOnInBrief(newest);
    }

    private static Text knownOnInBrief(String date) {
        return new Text(
                "uren van " + CalendarDate.inWords(date, Language.NL) + ", misschien veranderd",
                "heures de " + CalendarDate.inWords(date, Language.FR) + ", peut-être changées",
                "Zeiten von " + CalendarDate.inWords(date, Language.DE) + ", vielleicht geändert",
                "hours of " + CalendarDate.inWords(date, Language.EN) + ", may have changed");
    }

    private static Text verifiedOnInBrief(String date) {
        return new Text(
                "uren nagekeken op " + CalendarDate.inWords(date, Language.NL) + ", misschien veranderd",
                "heures vérifiées le " + CalendarDate.inWords(date, Language.FR) + ", peut-être changées",
                "Zeiten geprüft am " + CalendarDate.inWords(date, Language.DE) + ", vielleicht geändert",
                "hours checked on " + CalendarDate.inWords(date, Language.EN) + ", may have changed");
    }

    private static Text knownOn(String date) {
        return new Text(
                "De openingsuren zijn van " + CalendarDate.inWords(date, Language.NL)
                        + ". Misschien zijn ze veranderd.",
                "Les heures d'ouverture sont anciennes (" + CalendarDate.inWords(date, Language.FR)
                        + ") et ont peut-être changé.",
                "Die Öffnungszeiten sind alt (" + CalendarDate.inWords(date, Language.DE)
                        + ") und haben sich vielleicht geändert.",
                "The opening hours date from " + CalendarDate.inWords(date, Language.EN) + " and may have changed.");
    }

    private static Text verifiedOn(String date) {
        return new Text(
                "De openingsuren zijn het laatst nagekeken op " + CalendarDate.inWords(date, Language.NL)
                        + ". Misschien zijn ze veranderd.",
                "Les heures d'ouverture ont été vérifiées pour la dernière fois le "
                        + CalendarDate.inWords(date, Language.FR) + " et ont peut-être changé.",
                "Die Öffnungszeiten wurden zuletzt am " + CalendarDate.inWords(date, Language.DE)
                        + " geprüft und haben sich vielleicht geändert.",
                "The opening hours were last checked on " + CalendarDate.inWords(date, Language.EN)
                        + " and may have changed.");
    }

    /** The reason for hours with this comment, which may be null. */
    static Text of(String comment) {
        if (comment == null || comment.isBlank()) {
            return SAID_TO_BE_UNKNOWN;
        }
        if (APPOINTMENT.matcher(comment.strip()).matches()) {
            return BY_APPOINTMENT;
        }
        return new Text(
                "De openingsuren gelden met een voorbehoud: \"" + comment + "\".",
                "Les heures d'ouverture sont soumises à une réserve : « " + comment + " ».",
                "Die Öffnungszeiten gelten mit einem Vorbehalt: „" + comment + "“.",
                "The opening hours come with a reservation: \"" + comment + "\".");
    }
}
