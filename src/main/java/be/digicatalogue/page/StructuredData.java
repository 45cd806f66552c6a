package be.digicatalogue.page;

import be.digicatalogue.digibank.ServicePoint;
import be.digicatalogue.digibank.ServiceType;
import be.digicatalogue.fact.Belgium;
import be.digicatalogue.geo.Location;
import be.digicatalogue.geo.Precision;
import be.digicatalogue.http.Json;
import be.digicatalogue.organisation.Partner;
import be.digicatalogue.organisation.PartnerKind;
import be.digicatalogue.record.Address;
import be.digicatalogue.voka.VokaOffice;
import io.quarkus.qute.RawString;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The subject of a page in terms of schema.org, as JSON-LD for search engines. Unknown values are omitted. */
final class StructuredData {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

    private StructuredData() {}

    static RawString of(ServicePoint point, Reach contact, Visit visit) {
        // A plain Place has no e-mail address in schema.org.
        var about = about(List.of("CivicStructure", "LocalBusiness"), point.name(), contact, visit);
        place(about, point.address(), point.location(), contact);
        var services = visit.catalogue().of(ServiceType.TYPE).of(point.services());
        if (!services.isEmpty()) {
            about.put(
                    "amenityFeature",
                    services.stream()
                            .map(service -> {
                                var feature = thing("LocationFeatureSpecification");
                                feature.put("name", service.label().in(visit.language()));
                                feature.put("value", true);
                                return feature;
                            })
                            .toList());
        }
        var hours = hours(point, visit);
        if (!hours.isEmpty()) {
            about.put("openingHoursSpecification", hours);
        }
        return written(about);
    }

    /**
     * The known hours of the coming week, day by day, so that they include holidays and other exceptions. Empty when the
     * hours are overdue or undated.
     */
    private static List<Map<String, Object>> hours(ServicePoint point, Visit visit) {
        var today = visit.today().atStartOfDay(Belgium.ZONE);
        var age = point.opening().age();
        if (age != null && !age.isBelievedOn(visit.today())) {
            return List.of();
        }
        return point.opening().openBetween(today.toInstant(), today.plusWeeks(1).toInstant()).stream()
                .filter(stretch -> stretch.why() == null)
                .flatMap(stretch -> hours(
                        stretch.from().atZone(Belgium.ZONE).toLocalDateTime(),
                        stretch.to().atZone(Belgium.ZONE).toLocalDateTime()))
                .toList();
    }

    /**
     * A stretch as one entry, past midnight where {@code closes} is before {@code opens}; but one for each day where it contains
     * a whole day, which is from 00:00 to 23:59 as Google has it
     * (https://developers.google.com/search/docs/appearance/structured-data/local-business).
     */
    private static Stream<Map<String, Object>> hours(LocalDateTime from, LocalDateTime to) {
        var midnight = from.toLocalDate().atStartOfDay();
        var first = midnight.equals(from) ? midnight : midnight.plusDays(1);
        if (first.plusDays(1).isAfter(to)) {
            return Stream.of(specification(from, to.toLocalTime()));
        }
        return Stream.iterate(from, day -> day.isBefore(to), day -> day.toLocalDate()
                        .plusDays(1)
                        .atStartOfDay())
                .map(day -> specification(
                        day, to.toLocalDate().isAfter(day.toLocalDate()) ? END_OF_DAY : to.toLocalTime()));
    }

    private static Map<String, Object> specification(LocalDateTime from, LocalTime closes) {
        var specification = thing("OpeningHoursSpecification");
        specification.put("validFrom", from.toLocalDate().toString());
        specification.put("validThrough", from.toLocalDate().toString());
        specification.put("opens", from.toLocalTime().toString());
        specification.put("closes", closes.toString());
        return specification;
    }

    static RawString of(VokaOffice office, Reach contact, Visit visit) {
        var about = about("Organization", office.name(), contact, visit);
        place(about, office.address(), null, contact);
        if (office.chamber() != null) {
            var parent = thing("Organization");
            parent.put("name", visit.name(office.chamber()));
            about.put("parentOrganization", parent);
        }
        return written(about);
    }

    static RawString of(Partner partner, Reach contact, Visit visit) {
        var about = about(type(partner.kind()), partner.name(), contact, visit);
        if (partner.address() != null) {
            place(about, partner.address(), null, contact);
        }
        if (!partner.alsoKnownAs().isEmpty()) {
            about.put("alternateName", partner.alsoKnownAs());
        }
        if (partner.enterpriseNumber() != null) {
            about.put("identifier", partner.enterpriseNumber());
        }
        return written(about);
    }

    private static String type(PartnerKind kind) {
        return switch (kind) {
            case UNIVERSITY, UNIVERSITY_COLLEGE -> "CollegeOrUniversity";
            case RESEARCH_CENTRE -> "ResearchOrganization";
            case HOSPITAL -> "Hospital";
            case GOVERNMENT_AGENCY -> "GovernmentOrganization";
            case CLUSTER, CAMPUS -> "Organization";
        };
    }

    private static Map<String, Object> about(Object type, String name, Reach contact, Visit visit) {
        var about = new LinkedHashMap<String, Object>();
        about.put("@context", "https://schema.org");
        about.put("@type", type);
        about.put("@id", visit.base() + visit.path());
        about.put("name", name);
        about.put("url", visit.canonical());
        put(about, "telephone", contact.phone());
        put(about, "email", contact.email());
        if (contact.website() != null) {
            about.put("sameAs", List.of(contact.website()));
        }
        return about;
    }

    private static void place(Map<String, Object> about, Address address, Location location, Reach contact) {
        var postal = thing("PostalAddress");
        put(postal, "streetAddress", contact.line());
        put(postal, "postalCode", address.postalCode());
        put(postal, "addressLocality", contact.municipality());
        postal.put("addressCountry", "BE");
        about.put("address", postal);
        if (location != null && location.precision() == Precision.ADDRESS) {
            var point = thing("GeoCoordinates");
            point.put("latitude", location.lat());
            point.put("longitude", location.lon());
            about.put("geo", point);
        }
    }

    /** In an order that is the same in every process, so that all instances have the same ETag for a page. */
    private static Map<String, Object> thing(String type) {
        var thing = new LinkedHashMap<String, Object>();
        thing.put("@type", type);
        return thing;
    }

    private static void put(Map<String, Object> about, String name, String value) {
        if (value != null) {
            about.put(name, value);
        }
    }

    /** Nothing in it may end the surrounding script element. */
    private static RawString written(Map<String, Object> about) {
        return new RawString(new String(Json.write(about), StandardCharsets.UTF_8).replace("<", "\\u003c"));
    }
}
