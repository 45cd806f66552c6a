package be.digicatalogue.page;

import be.digicatalogue.confirmation.ConfirmationTexts;
import be.digicatalogue.confirmation.Confirmations;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Where an operator wants no more mail. Mail programs send the form themselves, without a page (RFC 8058), and must not be
 * redirected; people get a button first, because mail scanners open links.
 */
@Singleton
public class UnsubscribePage implements Page {

    static final String END = "/afmelden";

    private final Confirmations confirmations;

    UnsubscribePage(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance unsubscribe(Visit visit, PageHead head, String action, boolean done);
    }

    @Override
    public String address() {
        return ConfirmationPage.FOLDER + "{token}" + END;
    }

    @Override
    public boolean takesForms() {
        return true;
    }

    @Override
    public List<String> formTypes() {
        return List.of(FORM, "multipart/form-data");
    }

    @Override
    public PageAnswer show(Visit visit) {
        confirmations.open(ConfirmationPage.token(visit));
        return page(visit, false);
    }

    @Override
    public PageAnswer submit(Visit visit, Map<String, List<String>> fields) {
        confirmations.unsubscribe(ConfirmationPage.token(visit));
        return page(visit, true);
    }

    private static PageAnswer page(Visit visit, boolean done) {
        var texts = visit.texts(ConfirmationTexts.class);
        return PageAnswer.page(Templates.unsubscribe(
                        visit,
                        PageHead.of(texts.unsubscribeTitle(), texts.unsubscribeLead())
                                .notIndexed(),
                        visit.to(visit.path()),
                        done))
                .notStored();
    }
}
