package be.digicatalogue.page;

import be.digicatalogue.organisation.Partner;
import be.digicatalogue.organisation.PartnerType;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.ProvinceType;
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
            Partner partner, String kind, Reach contact, List<Province> provinces, Drawing drawing) {}

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
                        catalogue.of(ProvinceType.TYPE).named(partner.provinces()),
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
