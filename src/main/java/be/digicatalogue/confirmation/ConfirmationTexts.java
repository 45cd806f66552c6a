package be.digicatalogue.confirmation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the mail to operators and of the pages of its links, in {@code messages/confirmation_*.properties}. */
@MessageBundle(value = "confirmation", locale = "nl")
public interface ConfirmationTexts {

    @Message
    String subjectOfOne(String name);

    @Message
    String subjectOfMany(String count);

    @Message
    String greeting();

    @Message
    String why();

    @Message
    String what();

    @Message
    String open();

    @Message
    String validUntil(String day);

    @Message
    String ignore();

    @Message
    String unsubscribe();

    @Message
    String title();

    @Message
    String lead();

    @Message
    String confirmed();

    @Message
    String corrected();

    @Message
    String unknown();

    @Message
    String choose();

    @Message
    String correction();

    @Message
    String correctionHint();

    @Message
    String send();

    @Message
    String notSent();

    @Message
    String chooseFirst(String name);

    @Message
    String tellFirst(String name);

    @Message
    String changed();

    @Message
    String failed();

    @Message
    String notKnown();

    @Message
    String gone();

    @Message
    String noMore();

    @Message
    String noMoreHint();

    @Message
    String thanksTitle();

    @Message
    String thanks();

    @Message
    String unsubscribeTitle();

    @Message
    String unsubscribeLead();

    @Message
    String unsubscribed();
}
