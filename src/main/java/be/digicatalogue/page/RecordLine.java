package be.digicatalogue.page;

import be.digicatalogue.confirmation.ConfirmationTexts;
import be.digicatalogue.digibank.Digibank;
import be.digicatalogue.digibank.ServicePoint;
import be.digicatalogue.digibank.ServiceType;
import be.digicatalogue.fact.Fact;
import be.digicatalogue.organisation.Chamber;
import be.digicatalogue.organisation.Partner;
import be.digicatalogue.record.Schema;
import be.digicatalogue.voka.VokaOffice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A field of a record in words, for those who check it.
 *
 * @param values one line each
 */
public record RecordLine(String label, List<String> values) {

    /** The fields of a record that age, with the words for what is not known. */
    static List<RecordLine> all(Fact record, Visit visit) {
        var reach = reach(record, visit);
        return Schema.loaded().type(record.type()).orElseThrow().reviewed().stream()
                .map(field -> {
                    var values = values(field.name(), record, reach, visit);
                    return new RecordLine(
                            FieldNames.of(field.name(), visit),
                            values.isEmpty()
                                    ? List.of(
                                            visit.texts(ConfirmationTexts.class).notKnown())
                                    : values);
                })
                .toList();
    }

    private static Reach reach(Fact record, Visit visit) {
        if (record instanceof ServicePoint point) {
            return Reach.of(point, visit);
        }
        if (record instanceof VokaOffice office) {
            return Reach.of(office, visit);
        }
        if (record instanceof Partner partner) {
            return Reach.of(partner, visit);
        }
        if (record instanceof Chamber chamber) {
            return Reach.of(chamber.address(), chamber.location(), null, null, chamber.website(), visit);
        }
        return Reach.of(null, null, null, null, record instanceof Digibank digibank ? digibank.website() : null, visit);
    }

    private static List<String> values(String field, Fact record, Reach reach, Visit visit) {
        return switch (field) {
            case "openingHours" -> record instanceof ServicePoint point ? hours(point, visit) : List.of();
            case "services" -> record instanceof ServicePoint point ? services(point, visit) : List.of();
            case "phone" -> known(reach.phone());
            case "email" -> known(reach.email());
            case "website" -> known(reach.website());
            case "address" -> known(reach.line(), reach.town());
            default -> List.of();
        };
    }

    private static List<String> known(String... values) {
        return Stream.of(values)
                .flatMap(value -> Optional.ofNullable(value).stream())
                .toList();
    }

    private static List<String> hours(ServicePoint point, Visit visit) {
        return Stream.concat(
                        Optional.ofNullable(point.openingHoursText()).stream().map(visit.asked()::say),
                        ServicePointPage.otherHours(point, visit).stream()
                                .map(other -> other.days() + ": " + other.hours()))
                .toList();
    }

    private static List<String> services(ServicePoint point, Visit visit) {
        var services = visit.catalogue().of(ServiceType.TYPE).of(point.services());
        return services.isEmpty()
                ? List.of()
                : List.of(services.stream()
                        .map(service -> service.label().in(visit.language()))
                        .collect(Collectors.joining(", ")));
    }
}
