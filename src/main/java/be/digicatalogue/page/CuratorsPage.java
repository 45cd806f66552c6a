package be.digicatalogue.page;

import be.digicatalogue.access.Access;
import be.digicatalogue.fact.Language;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.Refusal;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;

/**
 * The page for curators, in Dutch and English: a script that calls /admin/v1. It contains no data, and exists only where the
 * operator has configured access.
 */
@Singleton
public class CuratorsPage implements Page {

    private static final String ADDRESS = "/beheer";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance curators(Visit visit, PageHead head, boolean dutch);
    }

    private final Access access;

    CuratorsPage(Access access) {
        this.access = access;
    }

    @Override
    public String address() {
        return ADDRESS;
    }

    @Override
    public PageAnswer show(Visit visit) {
        if (!access.isConfigured()) {
            throw new Refusal(Problem.nothingAt(visit.to(ADDRESS)));
        }
        if (visit.language() == Language.FR || visit.language() == Language.DE) {
            return PageAnswer.seeOther(Visit.address(Language.EN, ADDRESS));
        }
        boolean dutch = visit.language() == Language.NL;
        return PageAnswer.page(Templates.curators(
                        visit,
                        PageHead.of(
                                dutch ? "Beheer" : "Curators",
                                dutch
                                        ? "Voor wie de feiten van Digi Catalogue bijhoudt."
                                        : "For the curators of Digi Catalogue."),
                        dutch))
                .notStored();
    }
}
