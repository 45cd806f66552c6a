package be.digicatalogue.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the pages about quality, reports and privacy, in {@code messages/report_*.properties}. */
@MessageBundle(value = "report", locale = "nl")
public interface ReportTexts {

    @Message
    String navQuality();

    @Message
    String qualityTitle();

    @Message
    String qualityLead();

    @Message
    String qualityOn(String day);

    @Message
    String recordCount(String number);

    @Message
    String field();

    @Message
    String known();

    @Message
    String dated();

    @Message
    String overdue();

    @Message
    String undated();

    @Message
    String fresh();

    @Message
    String toOverdue();

    @Message
    String toUndated();

    @Message
    String gapTitle();

    @Message
    String gapCount(String without, String total);

    @Message
    String reportThis();

    @Message
    String missingTitle();

    @Message
    String missingLead();

    @Message
    String missingMessage();

    @Message
    String reportTitle();

    @Message
    String reportLead();

    @Message
    String reportAbout();

    @Message
    String whatIsWrong();

    @Message
    String problemWrong();

    @Message
    String problemClosed();

    @Message
    String problemOther();

    @Message
    String whichField();

    @Message
    String anyField();

    @Message
    String messageLabel();

    @Message
    String messageHint();

    @Message
    String suggestion();

    @Message
    String noPerson();

    @Message
    String send();

    @Message
    String notSent();

    @Message
    String textStays();

    @Message
    String statusTitle();

    @Message
    String received();

    @Message
    String accepted();

    @Message
    String declined();

    @Message
    String reply();

    @Message
    String keepAddress();

    @Message
    String privacyTitle();

    @Message
    String privacyLead();

    @Message
    String controllerTitle();

    @Message
    String visitTitle();

    @Message
    String visitText();

    @Message
    String logText();

    @Message
    String reportsTitle();

    @Message
    String reportsText();

    @Message
    String column();

    @Message
    String columnHolds();

    @Message
    String columnKept();

    @Message
    String keptAlways();

    @Message
    String keptText();

    @Message
    String keptAddress();

    @Message
    String columnNumber();

    @Message
    String columnTokenHash();

    @Message
    String columnTokenHome();

    @Message
    String columnType();

    @Message
    String columnRecord();

    @Message
    String columnProblem();

    @Message
    String columnField();

    @Message
    String columnMessage();

    @Message
    String columnSuggestion();

    @Message
    String columnOrigin();

    @Message
    String columnStatus();

    @Message
    String columnReply();

    @Message
    String columnCreatedAt();

    @Message
    String columnClosedAt();

    @Message
    String columnClosedBy();

    @Message
    String columnRevision();

    @Message
    String columnVersion();
}
