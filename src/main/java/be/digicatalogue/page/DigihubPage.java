package be.digicatalogue.page;

import be.digicatalogue.digihub.Consortium;
import be.digicatalogue.digihub.ConsortiumType;
import be.digicatalogue.fact.Lasting;
import be.digicatalogue.geo.GeoPoint;
import be.digicatalogue.geo.Nearby;
import be.digicatalogue.guide.Guides;
import be.digicatalogue.organisation.Chamber;
import be.digicatalogue.organisation.ChamberType;
import be.digicatalogue.organisation.Partner;
import be.digicatalogue.organisation.PartnerKind;
import be.digicatalogue.organisation.PartnerType;
import be.digicatalogue.place.Place;
import be.digicatalogue.programme.Programme;
import be.digicatalogue.programme.Programme.Section;
import be.digicatalogue.programme.ProgrammeType;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.ProvinceType;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.voka.VokaOffice;
import be.digicatalogue.voka.VokaOfficeType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The digihub of one province: its contacts, leads, partners and way of working. */
@Singleton
public class DigihubPage implements Page {

    private static final String STEPS = "digihub";

    /** A trajectory has three steps; other texts about the way of working follow them. */
    private static final int NUMBER_OF_STEPS = 3;

    static String path(String province) {
        return DigihubsPage.ADDRESS + "/" + province;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance digihub(Visit visit, PageHead head, Digihub shown);
    }

    /**
     * @param typed the place that led to this page, or {@code null}
     * @param near the place from which distances are measured, or {@code null}
     * @param ran the period of the digihub, in words; {@code null} when it is not known to have ended
     */
    public record Digihub(
            Consortium consortium,
            Province province,
            String typed,
            Wrong wrong,
            String near,
            String ran,
            List<OfficeCard> offices,
            List<Chamber> leads,
            List<PartnersOfKind> partners,
            List<Programme.Passage> steps,
            List<Programme.Passage> more,
            List<Programme.Passage> fallbacks,
            Drawing drawing) {}

    /** Partners of one kind. */
    public record PartnersOfKind(String name, List<Partner> partners) {}

    @Override
    public String address() {
        return path("{id}");
    }

    @Override
    public PageAnswer show(Visit visit) {
        var catalogue = visit.catalogue();
        var consortium = visit.fact(catalogue.of(ConsortiumType.TYPE));
        var province = visit.asked().fact(catalogue.of(ProvinceType.TYPE), consortium.province());
        var typed = DigihubsPage.typed(visit);
        GeoPoint from = null;
        String near = null;
        Wrong wrong = null;
        if (typed != null) {
            try {
                var origin = DigihubsPage.origin(visit, typed);
                var place = Guides.of(catalogue).answer(origin, visit.today()).place();
                from = origin.point();
                near = name(place, typed);
            } catch (BadQuestion bad) {
                wrong = DigihubsPage.wrong(visit, path(province.id()), bad);
            }
        }
        var page = page(visit, consortium, province, typed, wrong, near, from);
        return wrong == null ? PageAnswer.page(page) : PageAnswer.explanation(page);
    }

    private static String name(Place place, String typed) {
        return place == null ? typed : place.postalCode() + " " + place.locality();
    }

    private static TemplateInstance page(
            Visit visit,
            Consortium consortium,
            Province province,
            String typed,
            Wrong wrong,
            String near,
            GeoPoint from) {
        var catalogue = visit.catalogue();
        var name = province.name().in(visit.language());
        var programme = catalogue.of(ProgrammeType.TYPE).named(STEPS).orElse(null);
        var way = passages(programme, Section.WAY_OF_WORKING);
        int steps = Math.min(NUMBER_OF_STEPS, way.size());
        var offices = (from == null
                        ? catalogue.of(VokaOfficeType.TYPE).in(province).stream()
                                .map(office -> new Nearby<>(office, null))
                                .toList()
                        : catalogue.of(VokaOfficeType.TYPE).nearest(from, province.reference()))
                .stream()
                        .map((Nearby<VokaOffice> office) -> OfficeCard.of(office, visit))
                        .toList();
        var dots = new ArrayList<>(offices.stream()
                .map(card -> Drawing.dot(
                        card.office().location().point(), card.office().name(), card.href(), null))
                .toList());
        if (from != null) {
            dots.add(Drawing.dot(from, near, null, null));
        }
        var head = PageHead.of(visit.texts().digihubOf(name), visit.texts().digihubAbout(name));
        return Templates.digihub(
                visit,
                wrong == null ? head : head.notIndexed(),
                new Digihub(
                        consortium,
                        province,
                        typed,
                        wrong,
                        near,
                        ran(consortium, visit),
                        offices,
                        catalogue.of(ChamberType.TYPE).named(consortium.leads()),
                        byKind(catalogue.of(PartnerType.TYPE).named(consortium.knowledgePartners()), visit),
                        way.subList(0, steps),
                        way.subList(steps, way.size()),
                        passages(programme, Section.FALLBACK),
                        Drawing.of(catalogue.of(ProvinceType.TYPE).all(), province, visit, dots)));
    }

    private static List<Programme.Passage> passages(Programme programme, Section section) {
        return programme == null
                ? List.of()
                : programme.texts().stream()
                        .filter(passage -> passage.section() == section)
                        .toList();
    }

    private static List<PartnersOfKind> byKind(List<Partner> partners, Visit visit) {
        var byKind = new TreeMap<PartnerKind, List<Partner>>();
        partners.forEach(partner -> byKind.computeIfAbsent(partner.kind(), first -> new ArrayList<>())
                .add(partner));
        return byKind.entrySet().stream()
                .map(kind -> new PartnersOfKind(kind.getKey().label().in(visit.language()), kind.getValue()))
                .toList();
    }

    /** The period of a project, in words; {@code null} when it is not known to have ended. */
    static String ran(Lasting project, Visit visit) {
        if (!project.endedOn(visit.today())) {
            return null;
        }
        var to = visit.wording().day(project.validTo());
        return project.validFrom() == null
                ? visit.texts().ranUntil(to)
                : visit.texts().ranFromUntil(visit.wording().day(project.validFrom()), to);
    }
}
