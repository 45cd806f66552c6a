package be.digicatalogue.export;

import be.digicatalogue.geo.Location;
import be.digicatalogue.geo.Precision;
import be.digicatalogue.hours.OpenStretch;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Geo;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * When a place is open, for a calendar (RFC 5545, RFC 7986): each stretch that is known to be open is an event. There are no
 * recurring events, for these would go on where hours are not known, as on public holidays; a calendar that subscribes asks
 * again every day instead.
 *
 * @param description of the hours as a whole
 * @param place its address on one line; {@code null} when nothing of it is known
 * @param href the record in the catalogue
 * @param revised when the catalogue that says so was published
 */
record HoursCalendar(
        String name,
        String summary,
        String description,
        String place,
        Location location,
        String href,
        Instant revised) {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final DateTimeFormatter BEGIN =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmX").withZone(ZoneId.of("UTC"));
    private static final VTimeZone TIME_ZONE = TimeZoneRegistryFactory.getInstance()
            .createRegistry()
            .getTimeZone(BRUSSELS.getId())
            .getVTimeZone();

    /** How an event tells about its stretch. */
    interface Remark {
        /** One or more sentences. */
        String of(OpenStretch stretch);
    }

    byte[] ics(List<OpenStretch> stretches, Remark remark) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Digi Catalogue//Opening hours//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new Name(name));
        calendar.add(new Description(description));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), Duration.ofDays(1)));
        // Widely read forms of the same from before RFC 7986.
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new XProperty("X-WR-CALDESC", description));
        calendar.add(TIME_ZONE);
        for (var stretch : stretches) {
            calendar.add(event(stretch, remark.of(stretch)));
        }
        return calendar.toString().getBytes(StandardCharsets.UTF_8);
    }

    private VEvent event(OpenStretch stretch, String remark) {
        var event = new VEvent(false);
        event.add(new Uid(href + "#" + BEGIN.format(stretch.from())));
        event.add(new DtStamp(revised));
        event.add(new DtStart<>(stretch.from().atZone(BRUSSELS)));
        event.add(new DtEnd<>(stretch.to().atZone(BRUSSELS)));
        event.add(new Summary(summary));
        event.add(new Description(remark));
        if (place != null) {
            event.add(new net.fortuna.ical4j.model.property.Location(place));
        }
        if (location.precision() == Precision.ADDRESS) {
            event.add(new Geo(BigDecimal.valueOf(location.lat()), BigDecimal.valueOf(location.lon())));
        }
        event.add(new Url(URI.create(href)));
        // That a place is open does not make its reader busy.
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }
}
