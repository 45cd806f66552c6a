package be.digicatalogue.page;

import be.digicatalogue.digibank.ServicePointType;
import be.digicatalogue.digihub.ConsortiumType;
import be.digicatalogue.fact.Language;
import be.digicatalogue.organisation.PartnerType;
import be.digicatalogue.voka.VokaOfficeType;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Every page in every language (https://www.sitemaps.org/protocol.html), each with its translations. */
@Singleton
public class SitemapFile implements Page {

    static final String ADDRESS = "/sitemap.xml";

    /** Some six thousand URLs. Search engines find the other pages of a larger catalogue through links. */
    private static final int MOST_CHARACTERS = 4 * 1024 * 1024;

    @Override
    public String address() {
        return ADDRESS;
    }

    @Override
    public boolean inEveryLanguage() {
        return false;
    }

    @Override
    public PageAnswer show(Visit visit) {
        var map = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
                + " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
        pages(visit).takeWhile(page -> map.length() < MOST_CHARACTERS).forEach(page -> {
            for (var language : Language.values()) {
                map.append("<url><loc>")
                        .append(visit.base())
                        .append(Visit.address(language, page))
                        .append("</loc>");
                for (var other : Language.values()) {
                    map.append("<xhtml:link rel=\"alternate\" hreflang=\"")
                            .append(other.tag())
                            .append("\" href=\"")
                            .append(visit.base())
                            .append(Visit.address(other, page))
                            .append("\"/>");
                }
                map.append("</url>\n");
            }
        });
        return PageAnswer.file(
                "application/xml", map.append("</urlset>\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    /** In Dutch. Ids are slugs, so they need no escaping. */
    private static Stream<String> pages(Visit visit) {
        var catalogue = visit.catalogue();
        return Stream.of(
                        Stream.of(
                                FinderPage.ADDRESS,
                                DigihubsPage.ADDRESS,
                                FiguresPage.ADDRESS,
                                SourcesPage.ADDRESS,
                                QualityPage.ADDRESS,
                                PrivacyPage.ADDRESS,
                                EmbedPage.ADDRESS,
                                ListsPage.ADDRESS),
                        ListsPage.municipalities(catalogue).map(municipality -> ListPage.path(municipality.id())),
                        catalogue.of(ConsortiumType.TYPE).all().stream()
                                .map(consortium -> DigihubPage.path(consortium.id())),
                        catalogue.of(ServicePointType.TYPE).all().stream()
                                .map(point -> ServicePointPage.path(point.id())),
                        catalogue.of(VokaOfficeType.TYPE).all().stream().map(office -> OfficePage.path(office.id())),
                        catalogue.of(PartnerType.TYPE).all().stream().map(partner -> PartnerPage.path(partner.id())))
                .flatMap(pages -> pages);
    }
}
