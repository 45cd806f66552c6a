package be.digicatalogue.digibank;

import be.digicatalogue.export.Cards;
import be.digicatalogue.export.HoursCalendar;
import be.digicatalogue.fact.Belgium;
import be.digicatalogue.fact.Text;
import be.digicatalogue.hours.OpeningState;
import be.digicatalogue.http.BoundedExports;
import be.digicatalogue.http.Representation;
import be.digicatalogue.http.RequestContext;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service point as a contact, and its opening hours as a calendar. */
@Path("/export/service-points")
// Written whole; texts have no bound that an event loop could wait for.
@Blocking
public class ServicePointFileResource {

    private static final String CALENDAR = "text/calendar;charset=utf-8";

    /** As far as a calendar tells when a place is open. Whoever subscribes to it sees it move on from day to day. */
    private static final int WEEKS = 8;

    private static final Text ONLY_WHAT_IS_KNOWN = new Text(
            "Alleen uren die zeker zijn, voor de komende acht weken. Staat er niets, bel dan eerst.",
            "Seulement les heures certaines, pour les huit semaines à venir. Sans mention, téléphonez d'abord.",
            "Nur Zeiten, die sicher sind, für die nächsten acht Wochen. Steht nichts da, rufen Sie vorher an.",
            "Only hours that are certain, for the next eight weeks. Where there are none, call first.");

    private final RequestContext context;
    private final Cards cards;
    private final BoundedExports bounded;

    ServicePointFileResource(RequestContext context, Cards cards, BoundedExports bounded) {
        this.context = context;
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
        var calendar = new HoursCalendar(
                point.name(),
                context.say(OpeningState.OPEN.label()) + ": " + point.name(),
                sentences(usual, context.say(point.remark())),
                context.say(ONLY_WHAT_IS_KNOWN),
                cards.line(point.address()),
                point.location(),
                context.view().href(point.reference()),
                context.catalogue().revision().publishedAt());
        return context.finished(
                bounded.made(file -> calendar.write(
                        point.opening()
                                .openBetween(
                                        today.toInstant(),
                                        today.plusWeeks(WEEKS).toInstant()),
                        stretch -> context.say(stretch.why()),
                        file)),
                CALENDAR);
    }

    /** What one gets help with. */
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
