package be.digicatalogue.page;

import be.digicatalogue.fact.Message;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.report.Reports;
import be.digicatalogue.report.SecretToken;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;

/** What became of a report, at the secret address that only the reporter has. */
@Singleton
public class ReportStatusPage implements Page {

    private static final String FOLDER = "/melding/";

    static String path(String token) {
        return FOLDER + token;
    }

    private final Reports reports;

    ReportStatusPage(Reports reports) {
        this.reports = reports;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance status(Visit visit, PageHead head, ReportState report);
    }

    /**
     * The state of a report in words.
     *
     * @param reply the words of the curator; {@code null} without any
     */
    public record ReportState(String code, String words, String reply) {}

    @Override
    public String address() {
        return path("{token}");
    }

    @Override
    public PageAnswer show(Visit visit) {
        var answer = SecretToken.read(visit.path().substring(FOLDER.length()))
                .flatMap(reports::answer)
                .orElseThrow(() -> new Refusal(Problem.notFound(Message.of("report.noSuchReport"))));
        var texts = visit.texts(ReportTexts.class);
        var words =
                switch (answer.status()) {
                    case RECEIVED -> texts.received();
                    case ACCEPTED -> texts.accepted();
                    case DECLINED -> texts.declined();
                };
        return PageAnswer.page(Templates.status(
                        visit,
                        PageHead.of(texts.statusTitle(), texts.reportLead()).notIndexed(),
                        new ReportState(answer.status().code(), words, answer.reply())))
                .notStored();
    }
}
