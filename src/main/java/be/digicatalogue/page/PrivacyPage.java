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
                Visit visit,
                PageHead head,
                String controller,
                String email,
                boolean logs,
                List<KeptColumn> reports,
                List<KeptTable> confirmations);
    }

    /** A column of a table, with what it holds and for how long, in words. */
    public record KeptColumn(String name, String what, String kept) {}

    /** A table of the database, with what it is for in words. */
    public record KeptTable(String name, String title, List<KeptColumn> columns) {}

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
                columns(texts),
                confirmations(visit.texts(ConfirmationPrivacyTexts.class), texts)));
    }

    private static List<KeptTable> confirmations(ConfirmationPrivacyTexts texts, ReportTexts shared) {
        var always = shared.keptAlways();
        var address = texts.keptAddress();
        var link = texts.keptLink();
        return List.of(
                new KeptTable(
                        "confirmation",
                        texts.confirmation(),
                        List.of(
                                new KeptColumn("number", texts.number(), always),
                                new KeptColumn("token_hash", texts.tokenHash(), link),
                                new KeptColumn("token_home", shared.columnTokenHome(), always),
                                new KeptColumn("address", texts.address(), address),
                                new KeptColumn("address_hash", texts.addressHash(), address),
                                new KeptColumn("lang", texts.lang(), always),
                                new KeptColumn("base", texts.base(), always),
                                new KeptColumn("asked_by", texts.askedBy(), always),
                                new KeptColumn("reason", texts.reason(), always),
                                new KeptColumn("mailed", texts.mailed(), always),
                                new KeptColumn("state", texts.state(), always),
                                new KeptColumn("attempts", texts.attempts(), always),
                                new KeptColumn("attempted_at", texts.attemptedAt(), always),
                                new KeptColumn("due_at", texts.dueAt(), always),
                                new KeptColumn("error", texts.error(), address),
                                new KeptColumn("created_at", texts.createdAt(), always),
                                new KeptColumn("sent_at", texts.sentAt(), always),
                                new KeptColumn("expires_at", texts.expiresAt(), always),
                                new KeptColumn("answered_at", texts.answeredAt(), always))),
                new KeptTable(
                        "confirmation_record",
                        texts.confirmationRecord(),
                        List.of(
                                new KeptColumn("confirmation", texts.ofConfirmation(), always),
                                new KeptColumn("position", texts.position(), always),
                                new KeptColumn("type", shared.columnType(), always),
                                new KeptColumn("record", shared.columnRecord(), always),
                                new KeptColumn("answer", texts.answer(), always),
                                new KeptColumn("report", texts.report(), always))),
                new KeptTable(
                        "suppressed_address",
                        texts.suppressedAddress(),
                        List.of(
                                new KeptColumn("address_hash", texts.addressHash(), always),
                                new KeptColumn("created_at", texts.suppressedAt(), always))),
                new KeptTable(
                        "mail_key",
                        texts.mailKey(),
                        List.of(
                                new KeptColumn("only_one", texts.onlyOne(), always),
                                new KeptColumn("key", texts.key(), always))));
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
