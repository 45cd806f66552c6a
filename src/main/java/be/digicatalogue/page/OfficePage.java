package be.digicatalogue.page;

import be.digicatalogue.digihub.ConsortiumType;
import be.digicatalogue.organisation.Chamber;
import be.digicatalogue.organisation.ChamberType;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.ProvinceType;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.voka.VokaOffice;
import be.digicatalogue.voka.VokaOfficeType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;

/** One Voka office: how to contact it, and its digihub. */
@Singleton
public class OfficePage implements Page {

    private static final String FOLDER = "/voka/";

    static String path(String id) {
        return FOLDER + id;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance office(Visit visit, PageHead head, Office shown);
    }

    /**
     * @param chamber {@code null} for the head office
     * @param hasDigihub true when its province has a digihub
     * @param ran the period of that digihub, in words; {@code null} when it is not known to have ended
     * @param confirmed how much of the address a source confirms, in words
     */
    public record Office(
            VokaOffice office,
            Reach contact,
            FieldAges ages,
            Chamber chamber,
            Province province,
            boolean hasDigihub,
            String ran,
            String confirmed,
            Drawing drawing) {}

    @Override
    public String address() {
        return path("{id}");
    }

    @Override
    public PageAnswer show(Visit visit) {
        var catalogue = visit.catalogue();
        var office = visit.fact(catalogue.of(VokaOfficeType.TYPE));
        var contact = Reach.of(office, visit);
        var place = contact.municipality() == null ? "" : contact.municipality();
        var province = visit.asked().fact(catalogue.of(ProvinceType.TYPE), office.province());
        var consortium = catalogue.of(ConsortiumType.TYPE).named(province.id());
        var dot = Drawing.dot(office.location().point(), office.name(), null, null);
        return PageAnswer.page(Templates.office(
                visit,
                PageHead.of(office.name(), visit.texts().officeAbout(office.name(), place))
                        .about(StructuredData.of(office, contact, visit)),
                new Office(
                        office,
                        contact,
                        FieldAges.of(office, RecordKind.VOKA_OFFICES, visit),
                        visit.asked().factIfAny(catalogue.of(ChamberType.TYPE), office.chamber()),
                        province,
                        consortium.isPresent(),
                        consortium.map(its -> DigihubPage.ran(its, visit)).orElse(null),
                        confirmed(office, visit.texts()),
                        Drawing.of(catalogue.of(ProvinceType.TYPE).all(), province, visit, List.of(dot)))));
    }

    static String confirmed(VokaOffice office, Texts texts) {
        return switch (office.confirmed()) {
            case ADDRESS -> texts.addressConfirmed();
            case NO -> texts.addressNotConfirmed();
            default -> texts.addressPartly();
        };
    }
}
