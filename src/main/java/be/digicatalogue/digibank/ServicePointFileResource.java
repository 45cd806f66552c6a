package be.digicatalogue.digibank;

import be.digicatalogue.export.Cards;
import be.digicatalogue.export.HoursCalendar;
import be.digicatalogue.fact.Belgium;
import be.digicatalogue.fact.Text;
import be.digicatalogue.hours.OpenStretch;
import be.digicatalogue.hours.OpeningState;
import be.digicatalogue.http.AnswerSender;
import be.digicatalogue.http.BoundedExports;
import be.digicatalogue.http.Representation;
import be.digicatalogue.http.RequestContext;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service point as a contact, and its opening hours as a calendar. */
@Path("/export/service-points")
@Produces(MediaType.WILDCARD)
// The files are built in memory, and their texts have no length limit that would be short enough for an event loop.
@Blocking
public class ServicePointFileResource {

    private static final String CALENDAR = "text/calendar;charset=utf-8";

    /** The number of weeks in a calendar. A calendar program that subscribes gets later weeks as the days pass. */
    private static final int WEEKS = 8;

    private static final Text ONLY_WHAT_IS_KNOWN = new Text(
            "Alleen uren die zeker zijn, voor de komende acht weken. Staat er niets, vraag het dan eerst na.",
            "Seulement les heures certaines, pour les huit semaines à venir. Sans mention, renseignez-vous d'abord.",
            "Nur Zeiten, die sicher sind, für die nächsten acht Wochen. Steht nichts da, fragen Sie vorher nach.",
            "Only hours that are certain, for the next eight weeks. Where there are none, ask first.");

    private static final Text KNOWN_AND_LIKELY = new Text(
            "Uren voor de komende acht weken. Staat er \"Waarschijnlijk open\" of niets, vraag het dan eerst na.",
            "Heures pour les huit semaines à venir. Avec « Probablement ouvert » ou sans mention, renseignez-vous d'abord.",
            "Zeiten für die nächsten acht Wochen. Steht „Wahrscheinlich geöffnet“ oder nichts da, fragen Sie vorher nach.",
            "Hours for the next eight weeks. Where they say \"Probably open\" or where there are none, ask first.");

    private static final Text LIKELY_OPEN =
            new Text("Waarschijnlijk open", "Probablement ouvert", "Wahrscheinlich geöffnet", "Probably open");

    private final RequestContext context;
    private final AnswerSender sender;
    private final Cards cards;
    private final BoundedExports bounded;

    ServicePointFileResource(RequestContext context, AnswerSender sender, Cards cards, BoundedExports bounded) {
        this.context = context;
        this.sender = sender;
        this.cards = cards;
        this.bounded = bounded;
    }

    @GET
    @Path("{id}.vcf")
    public Representation servicePoint(@PathParam("id") String id) {
        var point = context.one(context.catalogue().of(ServicePointType.TYPE), id);
        return cards.contact(
                point,
                point.digibank(),
                point.address(),
                point.location(),
                point.phone(),
                point.email(),
                point.website(),
                services(point),
                context.say(point.openingHoursText()),
                doubtToday(point),
                context.say(point.remark()));
    }

    @GET
    @Path("{id}.ics")
    public Representation openingHours(@PathParam("id") String id) {
        var point = context.one(context.catalogue().of(ServicePointType.TYPE), id);
        var today = context.today().atStartOfDay(Belgium.ZONE);
        context.view().changesAt(today.plusDays(1).toInstant());
        var usual = context.say(
                point.openingHoursText() != null
                        ? point.openingHoursText()
                        : point.opening().opening(today.toInstant()).why());
        var doubt = doubtToday(point);
        var stretches = point.opening()
                .openOrLikelyBetween(today.toInstant(), today.plusWeeks(WEEKS).toInstant());
        boolean allKnown = stretches.stream().allMatch(OpenStretch::believed);
        var likely = allKnown ? null : inBrief(context.say(LIKELY_OPEN) + ": " + point.name(), point);
        var calendar = new HoursCalendar(
                doubt == null ? point.name() : inBrief(point.name(), point),
                context.say(OpeningState.OPEN.label()) + ": " + point.name(),
                likely,
                sentences(usual, doubt, context.say(point.remark())),
                context.say(allKnown ? ONLY_WHAT_IS_KNOWN : KNOWN_AND_LIKELY),
                cards.line(point.address()),
                point.location(),
                context.view().href(point.reference()),
                context.catalogue().revision().publishedAt());
        return sender.finished(
                bounded.made(file -> calendar.write(
                        stretches,
                        stretch -> stretch.believed()
                                ? context.say(stretch.why())
                                : sentences(
                                        context.say(stretch.why()),
                                        context.say(point.opening().doubt())),
                        file)),
                CALENDAR);
    }

    /** The sentence about the age of the hours when they are overdue or undated today; else {@code null}. */
    private String doubtToday(ServicePoint point) {
        return point.opening().areBelievedOn(context.today())
                ? null
                : context.say(point.opening().doubt());
    }

    private String inBrief(String title, ServicePoint point) {
        return title + " (" + context.say(point.opening().doubtInBrief()) + ")";
    }

    /** The names of the services that the point offers. */
    private String services(ServicePoint point) {
        return context.catalogue().of(ServiceType.TYPE).of(point.services()).stream()
                .map(Service::label)
                .map(context::say)
                .collect(Collectors.joining(", "));
    }

    private static String sentences(String... sentences) {
        return Stream.of(sentences)
                .filter(sentence -> sentence != null && !sentence.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
