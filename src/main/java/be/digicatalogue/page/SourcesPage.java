package be.digicatalogue.page;

import be.digicatalogue.provenance.Source;
import be.digicatalogue.provenance.SourceType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;

/** The documents and open data that everything comes from; evidence on other pages leads here. */
@Singleton
public class SourcesPage implements Page {

    static final String ADDRESS = "/bronnen";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance sources(Visit visit, Head head, List<Source> sources);
    }

    @Override
    public String address() {
        return ADDRESS;
    }

    @Override
    public Shown show(Visit visit) {
        var texts = visit.texts();
        return Shown.page(Templates.sources(
                visit,
                Head.of(texts.sourcesTitle(), texts.sourcesLead()),
                visit.catalogue().of(SourceType.TYPE).all()));
    }
}
