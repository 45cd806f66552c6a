package be.digicatalogue.page;

import be.digicatalogue.confirmation.ConfirmationTexts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;

/** What an operator sees after an answer, at an address without the link that is spent. */
@Singleton
public class ThanksPage implements Page {

    static final String ADDRESS = "/bevestigd";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance thanks(Visit visit, PageHead head);
    }

    @Override
    public String address() {
        return ADDRESS;
    }

    @Override
    public PageAnswer show(Visit visit) {
        var texts = visit.texts(ConfirmationTexts.class);
        return PageAnswer.page(Templates.thanks(
                visit, PageHead.of(texts.thanksTitle(), texts.thanks()).notIndexed()));
    }
}
