package be.digicatalogue.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the service keeps of its users, for how long, and who answers for it. */
@Singleton
public class PrivacyPage implements Page {

    static final String ADDRESS = "/privacy";

    private final String controller;
    private final String email;
    private final boolean logs;

    PrivacyPage(
            @ConfigProperty(name = "catalogue.privacy.controller") Optional<String> controller,
            @ConfigProperty(name = "catalogue.publisher.name") String publisher,
            @ConfigProperty(name = "catalogue.publisher.email") Optional<String> email,
            @ConfigProperty(name = "quarkus.http.access-log.enabled", defaultValue = "false") boolean logs) {
        this.controller = controller.orElse(publisher);
        this.email = email.orElse(null);
        this.logs = logs;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance privacy(
                Visit visit, PageHead head, String controller, String email, boolean logs, List<KeptColumn> columns);
    }

    /** A column of the table of reports, with what it holds and for how long, in words. */
    public record KeptColumn(String name, String what, String kept) {}

    @Override
    public String address() {
        return ADDRESS;
    }

    @Override
    public PageAnswer show(Visit visit) {
        var texts = visit.texts(ReportTexts.class);
        return PageAnswer.page(Templates.privacy(
                visit,
                PageHead.of(texts.privacyTitle(), texts.privacyLead()),
                controller,
                email,
                logs,
                columns(texts)));
    }

    private static List<KeptColumn> columns(ReportTexts texts) {
        var always = texts.keptAlways();
        var text = texts.keptText();
        var address = texts.keptAddress();
        return List.of(
                new KeptColumn("number", texts.columnNumber(), always),
                new KeptColumn("token_hash", texts.columnTokenHash(), address),
                new KeptColumn("token_home", texts.columnTokenHome(), always),
                new KeptColumn("type", texts.columnType(), always),
                new KeptColumn("record", texts.columnRecord(), always),
                new KeptColumn("problem", texts.columnProblem(), always),
                new KeptColumn("field", texts.columnField(), always),
                new KeptColumn("message", texts.columnMessage(), text),
                new KeptColumn("suggestion", texts.columnSuggestion(), text),
                new KeptColumn("origin", texts.columnOrigin(), always),
                new KeptColumn("status", texts.columnStatus(), always),
                new KeptColumn("reply", texts.columnReply(), address),
                new KeptColumn("created_at", texts.columnCreatedAt(), always),
                new KeptColumn("closed_at", texts.columnClosedAt(), always),
                new KeptColumn("closed_by", texts.columnClosedBy(), always),
                new KeptColumn("revision", texts.columnRevision(), always),
                new KeptColumn("version", texts.columnVersion(), always));
    }
}
