package be.digicatalogue.export;

import be.digicatalogue.geo.Location;
import be.digicatalogue.geo.Precision;
import be.digicatalogue.hours.OpenStretch;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Geo;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * The opening hours of a place as a calendar (RFC 5545, RFC 7986), with an event for each period in which it is known to be
 * open, and a tentative event for each period in which it is likely to be open according to older hours. There are no
 * recurring events, because those would also cover days on which the hours are unknown, such as public holidays. A calendar
 * program that subscribes refreshes it every day instead.
 *
 * @param likely the title of tentative events; {@code null} when there are none
 * @param hours a description of the hours for the whole calendar
 * @param note how to read the calendar
 * @param place the address on one line; {@code null} when it is unknown
 * @param href the URL of the record in the catalogue
 * @param revised the publication time of the catalogue
 */
public record HoursCalendar(
        String name,
        String summary,
        String likely,
        String hours,
        String note,
        String place,
        Location location,
        String href,
        Instant revised) {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final DateTimeFormatter BEGIN =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmX").withZone(ZoneId.of("UTC"));
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(BRUSSELS);
    // The library takes a third of a millisecond for a zoned time, and a calendar has thousands.
    private static final String START = "DTSTART;TZID=" + BRUSSELS + ":";
    private static final String END = "DTEND;TZID=" + BRUSSELS + ":";

    private static final String TIME_ZONE = TimeZoneRegistryFactory.getInstance()
            .createRegistry()
            .getTimeZone(BRUSSELS.getId())
            .getVTimeZone()
            .toString();

    /** The description of an event. */
    public interface Remark {
        /** One or more sentences; {@code null} when there are none. */
        String of(OpenStretch stretch);
    }

    /** Writes the events one by one, because the library's calendar copies itself with each added component. */
    public void write(List<OpenStretch> stretches, Remark remark, OutputStream to) throws IOException {
        var lines = new ContentLines(to);
        lines.write("BEGIN:VCALENDAR\r\n");
        lines.write(text(
                new ProdId("-//Digi Catalogue//Opening hours//EN"),
                ImmutableVersion.VERSION_2_0,
                ImmutableCalScale.GREGORIAN,
                new Name(name),
                new Description(note),
                new RefreshInterval(new ParameterList(List.of(Value.DURATION)), Duration.ofDays(1)),
                // Older than the properties of RFC 7986, and what most programs show.
                new XProperty("X-WR-CALNAME", name),
                new XProperty("X-WR-CALDESC", hours + "\n" + note)));
        lines.write(TIME_ZONE);
        var known = text(ofAll(summary));
        var older = likely == null ? null : text(ofAll(likely)) + text(ImmutableStatus.VEVENT_TENTATIVE);
        for (var stretch : stretches) {
            lines.write("BEGIN:VEVENT\r\n"
                    + ("UID:" + href + "#" + BEGIN.format(stretch.from()) + "\r\n")
                    + (START + LOCAL.format(stretch.from()) + "\r\n")
                    + (END + LOCAL.format(stretch.to()) + "\r\n"));
            var about = remark.of(stretch);
            if (about != null) {
                lines.write(text(new Description(about)));
            }
            lines.write(stretch.believed() ? known : older);
            lines.write("END:VEVENT\r\n");
        }
        lines.write("END:VCALENDAR\r\n");
    }

    private Property[] ofAll(String title) {
        var properties = new ArrayList<Property>(List.of(
                new DtStamp(revised),
                new Summary(title),
                new Url(URI.create(href)),
                // An open place does not make the owner of the calendar busy.
                ImmutableTransp.TRANSPARENT));
        if (place != null) {
            properties.add(new net.fortuna.ical4j.model.property.Location(place));
        }
        if (location.precision() == Precision.ADDRESS) {
            properties.add(new Geo(BigDecimal.valueOf(location.lat()), BigDecimal.valueOf(location.lon())));
        }
        return properties.toArray(Property[]::new);
    }

    private static String text(Property... properties) {
        return Arrays.stream(properties).map(Property::toString).collect(Collectors.joining());
    }
}
