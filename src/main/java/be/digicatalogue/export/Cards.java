package be.digicatalogue.export;

import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.geo.Location;
import be.digicatalogue.http.AnswerSender;
import be.digicatalogue.http.BoundedExports;
import be.digicatalogue.http.Representation;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.record.Address;
import be.digicatalogue.record.Dated;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes records as contacts (vCard), which features serve at their own URLs. */
@ApplicationScoped
public class Cards {

    private static final String VCARD = "text/vcard;charset=utf-8";

    private static final Text BELGIUM = new Text("België", "Belgique", "Belgien", "Belgium");

    private static final Text PERHAPS_OUT_OF_DATE = new Text(
            "Sommige gegevens zijn misschien verouderd.",
            "Certaines données sont peut-être dépassées.",
            "Einige Angaben sind vielleicht veraltet.",
            "Some of this information may be out of date.");

    private final RequestContext context;
    private final AnswerSender sender;
    private final BoundedExports bounded;

    Cards(RequestContext context, AnswerSender sender, BoundedExports bounded) {
        this.context = context;
        this.sender = sender;
        this.bounded = bounded;
    }

    /**
     * A record as a contact; an unknown value is {@code null}.
     *
     * @param belongsTo the organisation that it is part of
     */
    public Representation contact(
            Dated fact,
            Reference belongsTo,
            Address address,
            Location location,
            String phone,
            String email,
            String website,
            String... notes) {
        var contact = new Contact(
                context.say(fact.label()),
                name(belongsTo),
                address,
                address == null ? null : name(address.municipality()),
                address == null ? null : context.say(BELGIUM),
                location,
                phone,
                email,
                website,
                Stream.concat(
                                Stream.of(notes),
                                context.view().overdue(fact).isEmpty()
                                        ? Stream.empty()
                                        : Stream.of(context.say(PERHAPS_OUT_OF_DATE)))
                        .filter(note -> note != null && !note.isEmpty())
                        .toList(),
                context.view().href(fact.reference()),
                context.catalogue().revision().publishedAt());
        return sender.finished(bounded.made(contact::write), VCARD);
    }

    /** An address on one line. */
    public String line(Address address) {
        var town = Stream.of(address.postalCode(), name(address.municipality()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return Stream.of(address.line(), town)
                .filter(part -> part != null && !part.isEmpty())
                .reduce((line, rest) -> line + ", " + rest)
                .orElse(null);
    }

    private String name(Reference reference) {
        return reference == null ? null : context.view().name(reference).orElse(null);
    }
}
