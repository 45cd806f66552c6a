package be.digicatalogue.page;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.digibank.ServicePointType;
import be.digicatalogue.place.Municipality;
import be.digicatalogue.place.MunicipalityType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Links to the printable lists: one for each municipality with a service point. */
@Singleton
public class ListsPage implements Page {

    static final String ADDRESS = "/lijst";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance lists(Visit visit, PageHead head, List<Municipality> municipalities);
    }

    @Override
    public String address() {
        return ADDRESS;
    }

    @Override
    public PageAnswer show(Visit visit) {
        var texts = visit.texts(EmbedTexts.class);
        return PageAnswer.page(Templates.lists(
                visit,
                PageHead.of(texts.listsTitle(), texts.listLead()),
                municipalities(visit.catalogue()).toList()));
    }

    static Stream<Municipality> municipalities(Catalogue catalogue) {
        var having = catalogue.of(ServicePointType.TYPE).all().stream()
                .map(point -> point.address().municipality())
                .collect(Collectors.toSet());
        return catalogue.of(MunicipalityType.TYPE).all().stream()
                .filter(municipality -> having.contains(municipality.reference()));
    }
}
