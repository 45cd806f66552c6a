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
}
