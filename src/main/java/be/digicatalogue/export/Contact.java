package be.digicatalogue.export;

import be.digicatalogue.geo.Location;
import be.digicatalogue.geo.Precision;
import be.digicatalogue.record.Address;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Kind;
import ezvcard.property.Source;
import ezvcard.property.Telephone;
import ezvcard.property.Uid;
import ezvcard.util.TelUri;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;

/**
 * The contact of a place or an organisation for address books: a vCard 4.0 (RFC 6350). An unknown value is {@code null}.
 *
 * @param belongsTo the organisation that it is part of
 * @param town the municipality of the address
 * @param country the name of the country, as on an envelope
 * @param notes sentences, in order
 * @param href the URL of the record in the catalogue
 * @param revised the publication time of the catalogue
 */
record Contact(
        String name,
        String belongsTo,
        Address address,
        String town,
        String country,
        Location location,
        String phone,
        String email,
        String website,
        List<String> notes,
        String href,
        Instant revised) {

    void write(OutputStream to) throws IOException {
        var card = new VCard(VCardVersion.V4_0);
        card.setKind(Kind.org());
        card.setFormattedName(name);
        if (belongsTo == null) {
            card.setOrganization(name);
        } else {
            card.setOrganization(belongsTo, name);
        }
        if (address != null) {
            card.addAddress(postal());
        }
        // The centre of a town is not a useful destination.
        if (location != null && location.precision() == Precision.ADDRESS) {
            card.setGeo(location.lat(), location.lon());
        }
        if (phone != null) {
            var telephone = new Telephone(new TelUri.Builder(phone.replace(" ", "")).build());
            telephone.getTypes().add(TelephoneType.VOICE);
            telephone.getTypes().add(TelephoneType.WORK);
            card.addTelephoneNumber(telephone);
        }
        if (email != null) {
            card.addEmail(email);
        }
        if (website != null) {
            card.addUrl(website);
        }
        if (!notes.isEmpty()) {
            card.addNote(String.join("\n", notes));
        }
        card.setUid(new Uid(href));
        card.addSource(new Source(href));
        card.setRevision(revised);
        var text = new StringWriter();
        try (var writer = new VCardWriter(text, VCardVersion.V4_0)) {
            writer.setAddProdId(false);
            // The library would count characters instead of octets.
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(card);
        }
        new ContentLines(to).write(text.toString());
    }

    private ezvcard.property.Address postal() {
        var postal = new ezvcard.property.Address();
        if (address.street() != null) {
            postal.setStreetAddress(address.streetAndNumber());
            postal.setExtendedAddress(address.site());
        } else {
            postal.setStreetAddress(address.site());
        }
        postal.setPostalCode(address.postalCode());
        postal.setLocality(town);
        postal.setCountry(country);
        return postal;
    }
}
