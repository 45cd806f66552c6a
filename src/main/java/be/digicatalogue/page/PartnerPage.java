package be.digicatalogue.page;

import be.digicatalogue.digihub.ConsortiumType;
import be.digicatalogue.organisation.Partner;
import be.digicatalogue.organisation.PartnerType;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.ProvinceType;
import be.digicatalogue.record.RecordKind;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;

/** One knowledge partner: its kind, and the digihubs in which it took part. */
@Singleton
public class PartnerPage implements Page {

    private static final String FOLDER = "/partners/";

    static String path(String id) {
        return FOLDER + id;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance partner(Visit visit, PageHead head, KnowledgePartner shown);
    }

    /** @param drawing {@code null} when the location of the partner is unknown */
    public record KnowledgePartner(
            Partner partner,
            String kind,
            Reach contact,
            FieldAges ages,
            List<PartnersDigihub> digihubs,
            Drawing drawing) {}

    /**
     * A digihub in which a partner took part.
     *
     * @param ran its period, in words; {@code null} when it is not known to have ended
     */
    public record PartnersDigihub(Province province, String ran) {}

    @Override
    public String address() {
        return path("{id}");
    }

    @Override
    public PageAnswer show(Visit visit) {
        var catalogue = visit.catalogue();
        var partner = visit.fact(catalogue.of(PartnerType.TYPE));
        var contact = Reach.of(partner, visit);
        var kind = partner.kind().label().in(visit.language());
        return PageAnswer.page(Templates.partner(
                visit,
                PageHead.of(partner.name(), visit.texts().partnerAbout(partner.name(), kind))
                        .about(StructuredData.of(partner, contact, visit)),
                new KnowledgePartner(
                        partner,
                        kind,
                        contact,
                        FieldAges.of(partner, RecordKind.PARTNERS, visit),
                        catalogue.of(ProvinceType.TYPE).named(partner.provinces()).stream()
                                .map(province -> new PartnersDigihub(
                                        province,
                                        catalogue
                                                .of(ConsortiumType.TYPE)
                                                .named(province.id())
                                                .map(consortium -> DigihubPage.ran(consortium, visit))
                                                .orElse(null)))
                                .toList(),
                        partner.location() == null
                                ? null
                                : Drawing.of(
                                        catalogue.of(ProvinceType.TYPE).all(),
                                        null,
                                        visit,
                                        List.of(Drawing.dot(
                                                partner.location().point(), partner.name(), null, null))))));
    }
}
