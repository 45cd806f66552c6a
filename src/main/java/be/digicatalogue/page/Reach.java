package be.digicatalogue.page;

import be.digicatalogue.digibank.ServicePoint;
import be.digicatalogue.geo.Location;
import be.digicatalogue.geo.Precision;
import be.digicatalogue.organisation.Partner;
import be.digicatalogue.place.MunicipalityType;
import be.digicatalogue.record.Address;
import be.digicatalogue.voka.VokaOffice;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The contact details of something.
 *
 * @param line street and number, or the site; {@code null} when neither is known
 * @param town postal code and municipality; {@code null} when neither is known
 * @param call a link that dials the number
 * @param site the website as people write it
 * @param route a link to a route planner; {@code null} without a location
 * @param exact true when the location is that of the building
 */
public record Reach(
        String line,
        String town,
        String municipality,
        String phone,
        String call,
        String email,
        String website,
        String site,
        String route,
        boolean exact) {

    private static final String PLANNER = "https://www.openstreetmap.org/directions?to=";

    static Reach of(ServicePoint point, Visit visit) {
        return of(point.address(), point.location(), point.phone(), point.email(), point.website(), visit);
    }

    static Reach of(VokaOffice office, Visit visit) {
        return of(office.address(), office.location(), office.phone(), office.email(), office.website(), visit);
    }

    static Reach of(Partner partner, Visit visit) {
        return of(partner.address(), partner.location(), null, null, partner.website(), visit);
    }

    static Reach of(Address address, Location location, String phone, String email, String website, Visit visit) {
        var municipality = address == null || address.municipality() == null
                ? null
                : visit.catalogue()
                        .of(MunicipalityType.TYPE)
                        .named(address.municipality().id())
                        .map(known -> known.name())
                        .orElse(null);
        return new Reach(
                address == null ? null : address.line(),
                address == null ? null : joined(" ", address.postalCode(), municipality),
                municipality,
                phone,
                phone == null ? null : "tel:" + phone.replaceAll("[^+0-9]", ""),
                email,
                website,
                website == null ? null : site(website),
                location == null ? null : route(address, location, municipality),
                location != null && location.precision() == Precision.ADDRESS);
    }

    /** Words followed by what to do first: call, or, without a known number, check the website or write. */
    String afterContact(String words, Texts texts) {
        if (phone != null) {
            return texts.firstContact(words, texts.callFirst());
        }
        if (website != null) {
            return texts.firstContact(words, texts.siteFirst());
        }
        return email == null ? words : texts.firstContact(words, texts.mailFirst());
    }

    private static String joined(String between, String first, String second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return first + between + second;
    }

    /** To the building when its location is known, else to the street or town by name. */
    private static String route(Address address, Location location, String municipality) {
        if (location.precision() == Precision.ADDRESS || address == null || municipality == null) {
            return PLANNER + String.format(Locale.ROOT, "%.5f%%2C%.5f", location.lat(), location.lon());
        }
        var street = address.streetAndNumber();
        var town = joined(" ", address.postalCode(), municipality);
        return PLANNER + URLEncoder.encode(joined(", ", street, town), StandardCharsets.UTF_8);
    }

    private static String site(String website) {
        var address = URI.create(website);
        var path = address.getPath() == null || address.getPath().equals("/") ? "" : address.getPath();
        return address.getAuthority().replaceFirst("^www\\.", "") + path.replaceFirst("/$", "");
    }
}
