package be.digicatalogue.page;

import be.digicatalogue.digihub.ConsortiumType;
import be.digicatalogue.geo.Nearby;
import be.digicatalogue.guide.Guides;
import be.digicatalogue.organisation.PartnerType;
import be.digicatalogue.place.Origin;
import be.digicatalogue.place.PlaceType;
import be.digicatalogue.programme.Programme;
import be.digicatalogue.programme.ProgrammeType;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.ProvinceType;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.voka.VokaOffice;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The digihubs for entrepreneurs: a postal code or the map leads to the digihub of a province. */
@Singleton
public class DigihubsPage implements Page {

    static final String ADDRESS = "/digihubs";

    /** The parameter for the postal code of an entrepreneur. */
    static final String POSTAL_CODE = "postcode";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance digihubs(Visit visit, PageHead head, Digihubs shown);
    }

    /**
     * @param typed the place as it was typed
     * @param wrong the error in it; {@code null} when there is none
     * @param elsewhere what to do where there is no digihub; {@code null} when there is one, or without a place
     * @param ended that the programme has ended, in words; {@code null} when it is not known to have ended
     */
    public record Digihubs(
            String typed,
            Wrong wrong,
            String elsewhere,
            List<OfficeCard> offices,
            List<ProvinceChoice> choices,
            Programme programme,
            String ended,
            Drawing drawing) {}

    public record ProvinceChoice(Province province, String href, String partners) {}

    @Override
    public String address() {
        return ADDRESS;
    }

    @Override
    public PageAnswer show(Visit visit) {
        var typed = typed(visit);
        if (typed == null) {
            return PageAnswer.page(page(visit, null, null, null, List.of()));
        }
        try {
            var guide = Guides.of(visit.catalogue()).answer(origin(visit, typed), visit.today());
            if (guide.consortium() != null) {
                return PageAnswer.seeOther(
                        visit.to(DigihubPage.path(guide.province().id()), Map.of(POSTAL_CODE, List.of(typed))));
            }
            return PageAnswer.page(page(
                    visit,
                    typed,
                    null,
                    guide.province() == null
                            ? guide.remark().in(visit.language())
                            : visit.texts()
                                    .noDigihubHere(guide.province().name().in(visit.language())),
                    guide.vokaOffices()));
        } catch (BadQuestion bad) {
            return PageAnswer.explanation(page(visit, typed, wrong(visit, ADDRESS, bad), null, List.of()));
        }
    }

    /**
     * What the visitor typed to say where they are, or the coordinates of a link; {@code null} for nothing. Links to the finder
     * mean the same here.
     */
    static String typed(Visit visit) {
        var lat = visit.parameter("lat");
        var lon = visit.parameter("lon");
        return Stream.of("near", POSTAL_CODE, "place")
                .map(visit::parameter)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(lat == null || lon == null ? null : lat + ", " + lon);
    }

    /**
     * The location of a typed place.
     *
     * @throws BadQuestion when it does not mean one place in Flanders or Brussels
     */
    static Origin origin(Visit visit, String typed) {
        return Parameters.read(Parameters.Face.REST, Map.of("near", List.of(typed)), parameters -> visit.catalogue()
                .of(PlaceType.TYPE)
                .origin(parameters));
    }

    static Wrong wrong(Visit visit, String path, BadQuestion bad) {
        return Wrong.place(
                visit, bad.issues().get(0), value -> visit.to(path, Map.of(POSTAL_CODE, List.of(value))) + "#results");
    }

    private static TemplateInstance page(
            Visit visit, String typed, Wrong wrong, String elsewhere, List<Nearby<VokaOffice>> offices) {
        var texts = visit.texts();
        var catalogue = visit.catalogue();
        var programme = catalogue.of(ProgrammeType.TYPE).named("digihub").orElse(null);
        var head = PageHead.of(texts.digihubsTitle(), texts.entrepreneursText());
        return Templates.digihubs(
                visit,
                wrong == null ? head : head.notIndexed(),
                new Digihubs(
                        typed,
                        wrong,
                        elsewhere,
                        offices.stream()
                                .map(office -> OfficeCard.of(office, visit))
                                .toList(),
                        catalogue
                                .of(ProvinceType.TYPE)
                                .named(catalogue.of(ConsortiumType.TYPE).all().stream()
                                        .map(consortium -> consortium.province())
                                        .toList())
                                .stream()
                                .map(province -> new ProvinceChoice(
                                        province,
                                        visit.to(DigihubPage.path(province.id())),
                                        texts.partnersCount(catalogue
                                                .of(PartnerType.TYPE)
                                                .in(province)
                                                .size())))
                                .toList(),
                        programme,
                        programme == null ? null : DigihubPage.ran(programme, visit),
                        Drawing.of(catalogue.of(ProvinceType.TYPE).all(), null, visit, List.of())));
    }
}
