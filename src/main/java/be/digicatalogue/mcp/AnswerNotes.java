package be.digicatalogue.mcp;

import be.digicatalogue.fact.Belgium;
import be.digicatalogue.fact.CalendarDate;
import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Lasting;
import be.digicatalogue.fact.Text;
import be.digicatalogue.http.RequestContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Sentences that prevent misreading an answer: its date, opening hours that are overdue or undated, and records that have
 * ended. An assistant repeats a sentence more reliably than it combines properties.
 */
final class AnswerNotes {

    private static final String OPENING_HOURS = "openingHours";

    private static final Text PROBABLY_OPEN =
            new Text("waarschijnlijk open.", "probablement ouvert.", "wahrscheinlich geöffnet.", "probably open.");
    private static final Text PROBABLY_CLOSED = new Text(
            "waarschijnlijk gesloten.", "probablement fermé.", "wahrscheinlich geschlossen.", "probably closed.");
    private static final Text NOT_KNOWN = new Text(
            "niet bekend of het open is.",
            "on ne sait pas si c'est ouvert.",
            "ob geöffnet ist, ist nicht bekannt.",
            "it is not known whether it is open.");
    private static final Text CALL_FIRST =
            new Text("Bel eerst: ", "Téléphonez d'abord : ", "Rufen Sie vorher an: ", "Call first: ");
    private static final Text ASK_FIRST =
            new Text("Vraag het eerst: ", "Demandez d'abord : ", "Fragen Sie vorher nach: ", "Ask first: ");
    private static final Text LOOK_FIRST =
            new Text("Kijk eerst op ", "Consultez d'abord ", "Sehen Sie vorher nach auf ", "Look first at ");

    private final RequestContext context;
    private final Set<String> sentences = new LinkedHashSet<>();

    AnswerNotes(RequestContext context) {
        this.context = context;
        sentences.add(context.say(ofWhen(context.catalogue()
                .revision()
                .publishedAt()
                .atZone(Belgium.ZONE)
                .toLocalDate()
                .toString())));
    }

    Set<String> sentences() {
        return sentences;
    }

    /**
     * Adds the notes about a record or a reference.
     *
     * @param shown the record or reference as in the answer
     */
    void add(Fact fact, ObjectNode shown) {
        if (fact instanceof Lasting lasting && shown.path("ended").asBoolean()) {
            sentences.add(context.say(
                    ended(context.say(fact.label()), lasting.validTo().toString())));
        }
        var opening = shown.path("opening");
        if (opening.path("state").asText().equals("unknown")
                && Stream.of("overdue", "undated").anyMatch(names -> has(shown.path(names), OPENING_HOURS))) {
            sentences.add(context.say(fact.label()) + ": "
                    + context.say(
                            switch (opening.at("/accordingTo/state").asText()) {
                                case "open" -> PROBABLY_OPEN;
                                case "closed" -> PROBABLY_CLOSED;
                                default -> NOT_KNOWN;
                            })
                    + " " + opening.path("why").asText() + nextStep(shown));
        }
    }

    private static boolean has(JsonNode names, String name) {
        return StreamSupport.stream(names.spliterator(), false)
                .anyMatch(each -> each.asText().equals(name));
    }

    private String nextStep(ObjectNode shown) {
        if (shown.has("phone")) {
            return " " + context.say(CALL_FIRST) + shown.get("phone").asText() + ".";
        }
        if (shown.has("email")) {
            return " " + context.say(ASK_FIRST) + shown.get("email").asText() + ".";
        }
        return shown.has("website")
                ? " " + context.say(LOOK_FIRST) + shown.get("website").asText() + "."
                : "";
    }

    private static Text ofWhen(String day) {
        return new Text(
                "Dit is de catalogus van " + CalendarDate.inWords(day, Language.NL)
                        + ". Van wanneer een gegeven is, staat in knownOn en verifiedOn; staat het daar niet, dan is het niet bekend.",
                "Ceci est le catalogue du " + CalendarDate.inWords(day, Language.FR)
                        + ". La date d'une donnée se trouve dans knownOn et verifiedOn ; sinon, elle n'est pas connue.",
                "Dies ist der Katalog vom " + CalendarDate.inWords(day, Language.DE)
                        + ". Von wann eine Angabe ist, steht in knownOn und verifiedOn; sonst ist es nicht bekannt.",
                "This is the catalogue of " + CalendarDate.inWords(day, Language.EN)
                        + ". When a fact was known is in knownOn and verifiedOn; otherwise its date is not known.");
    }

    private static Text ended(String name, String lastDay) {
        return new Text(
                name + " is gestopt. De laatste dag was " + CalendarDate.inWords(lastDay, Language.NL) + ".",
                name + " a pris fin. Le dernier jour était le " + CalendarDate.inWords(lastDay, Language.FR) + ".",
                name + " ist beendet. Der letzte Tag war der " + CalendarDate.inWords(lastDay, Language.DE) + ".",
                name + " has ended. Its last day was " + CalendarDate.inWords(lastDay, Language.EN) + ".");
    }
}
