package be.digicatalogue.page;

import be.digicatalogue.provenance.Source;
import be.digicatalogue.provenance.SourceType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;

/** The sources of the catalogue; evidence on other pages links to this page. */
@Singleton
public class SourcesPage implements Page {

    static final String ADDRESS = "/bronnen";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance sources(Visit visit, PageHead head, List<Source> sources);
    }

    @Override
    public String address() {
        return ADDRESS;
    }

    @Override
    public PageAnswer show(Visit visit) {
        var texts = visit.texts();
        return PageAnswer.page(Templates.sources(
                visit,
                PageHead.of(texts.sourcesTitle(), texts.sourcesLead()),
                visit.catalogue().of(SourceType.TYPE).all()));
    }
}
