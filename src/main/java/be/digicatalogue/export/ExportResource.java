package be.digicatalogue.export;

import be.digicatalogue.digibank.Service;
import be.digicatalogue.digibank.ServicePoint;
import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.geo.Location;
import be.digicatalogue.hours.OpeningState;
import be.digicatalogue.http.Asked;
import be.digicatalogue.http.BoundedAnswers;
import be.digicatalogue.http.LongAnswer;
import be.digicatalogue.http.LongAnswers;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.http.Representation;
import be.digicatalogue.place.Address;
import be.digicatalogue.question.Issue;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records as contacts and calendars, and tables as files. */
@Path("/export")
// All of them grow with the facts in them.
@Blocking
public class ExportResource {

    private static final String VCARD = "text/vcard;charset=utf-8";
    private static final String CSV = "text/csv;charset=utf-8;header=present";
    private static final String CALENDAR = "text/calendar;charset=utf-8";

    /** As far as a calendar tells when a place is open. Whoever subscribes to it sees it move on from day to day. */
    private static final int WEEKS = 8;

    private static final Text ONLY_WHAT_IS_KNOWN = new Text(
            "Alleen uren die zeker zijn, voor de komende acht weken. Staat er niets, bel dan eerst.",
            "Seulement les heures certaines, pour les huit semaines à venir. Sans mention, téléphonez d'abord.",
            "Nur Zeiten, die sicher sind, für die nächsten acht Wochen. Steht nichts da, rufen Sie vorher an.",
            "Only hours that are certain, for the next eight weeks. Where there are none, call first.");

    private static final Text BELGIUM = new Text("België", "Belgique", "Belgien", "Belgium");

    private final Asked asked;
    private final LongAnswers answers;
    private final BoundedAnswers bounded;

    ExportResource(Asked asked, LongAnswers answers, BoundedAnswers bounded) {
        this.asked = asked;
        this.answers = answers;
        this.bounded = bounded;
    }

    /** The rows of a table, as the dataset has them; {@link WholeListResource} gives the records that they become. */
    @GET
    @Path("{table}.csv")
    public LongAnswer table(@PathParam("table") String name) {
        asked.question(parameters -> null);
        var table = asked.catalogue()
                .export()
                .table(name)
                .orElseThrow(() -> new Refusal(Problem.notFound(Issue.notFound(
                        "path",
                        "table",
                        name,
                        "There is no such table. All are in " + asked.base() + "/v1/dataset.zip."))));
        return answers.of(table, CSV, Map.of());
    }

    @GET
    @Path("voka-offices/{id}.vcf")
    public Representation vokaOffice(@PathParam("id") String id) {
        var office = asked.one(asked.catalogue().vokaOffices(), id);
        return contact(
                office,
                office.chamber(),
                office.address(),
                office.location(),
                office.phone(),
                office.email(),
                office.website(),
                asked.say(office.remark()));
    }

    @GET
    @Path("chambers/{id}.vcf")
    public Representation chamber(@PathParam("id") String id) {
        var chamber = asked.one(asked.catalogue().chambers(), id);
        return contact(
                chamber,
                null,
                chamber.address(),
                chamber.location(),
                null,
                null,
                chamber.website(),
                asked.say(chamber.remark()));
    }

    @GET
    @Path("service-points/{id}.vcf")
    public Representation servicePoint(@PathParam("id") String id) {
        var point = asked.one(asked.catalogue().servicePoints(), id);
        return contact(
                point,
                point.digibank(),
                point.address(),
                point.location(),
                point.phone(),
                point.email(),
                point.website(),
                services(point),
                asked.say(point.openingHoursText()),
                asked.say(point.remark()));
    }

    @GET
    @Path("service-points/{id}.ics")
    public Representation openingHours(@PathParam("id") String id) {
        var point = asked.one(asked.catalogue().servicePoints(), id);
        var hours = point.opening().hours();
        var today = asked.today().atStartOfDay(Asked.BELGIUM);
        asked.view().changesAt(today.plusDays(1).toInstant());
        var usual = asked.say(
                point.openingHoursText() != null
                        ? point.openingHoursText()
                        : hours.at(today).why());
        var calendar = new HoursCalendar(
                point.name(),
                asked.say(OpeningState.OPEN.label()) + ": " + point.name(),
                sentences(usual, asked.say(point.remark())),
                asked.say(ONLY_WHAT_IS_KNOWN),
                line(point.address()),
                point.location(),
                asked.view().href(point.reference()),
                asked.catalogue().revision().publishedAt());
        return asked.finished(
                bounded.made(file -> calendar.write(
                        hours.openBetween(
                                today.toInstant(), today.plusWeeks(WEEKS).toInstant()),
                        stretch -> asked.say(stretch.why()),
                        file)),
                CALENDAR);
    }

    private Representation contact(
            Fact fact,
            Reference belongsTo,
            Address address,
            Location location,
            String phone,
            String email,
            String website,
            String... notes) {
        var contact = new Contact(
                asked.say(fact.label()),
                name(belongsTo),
                address,
                address == null ? null : name(address.municipality()),
                address == null ? null : asked.say(BELGIUM),
                location,
                phone,
                email,
                website,
                Stream.of(notes).filter(note -> note != null && !note.isEmpty()).toList(),
                asked.view().href(fact.reference()),
                asked.catalogue().revision().publishedAt());
        return asked.finished(bounded.made(contact::write), VCARD);
    }

    /** What one gets help with. */
    private String services(ServicePoint point) {
        return asked.catalogue().services().of(point.services()).stream()
                .map(Service::label)
                .map(asked::say)
                .collect(Collectors.joining(", "));
    }

    private String line(Address address) {
        var town = Stream.of(address.postalCode(), name(address.municipality()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return Stream.of(address.line(), town)
                .filter(part -> part != null && !part.isEmpty())
                .reduce((line, rest) -> line + ", " + rest)
                .orElse(null);
    }

    private String name(Reference reference) {
        return reference == null ? null : asked.view().name(reference).orElse(null);
    }

    private static String sentences(String... sentences) {
        return Stream.of(sentences)
                .filter(sentence -> sentence != null && !sentence.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
