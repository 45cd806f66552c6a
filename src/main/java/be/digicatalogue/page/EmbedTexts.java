package be.digicatalogue.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the pages about embeds and printable lists, in {@code messages/embed_*.properties}. */
@MessageBundle(value = "embed", locale = "nl")
public interface EmbedTexts {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String scriptTitle();

    @Message
    String scriptText();

    @Message
    String scriptNewest();

    @Message
    String finderTitle();

    @Message
    String finderText();

    @Message
    String partnersTitle();

    @Message
    String partnersText();

    @Message
    String officeTitle();

    @Message
    String officeText();

    @Message
    String code();

    @Message
    String copy();

    @Message
    String copied();

    @Message
    String live();

    @Message
    String settings();

    @Message
    String attribute();

    @Message
    String meaning();

    @Message
    String settingNear();

    @Message
    String settingServices();

    @Message
    String settingOpenNow();

    @Message
    String settingLimit();

    @Message
    String settingLang();

    @Message
    String settingProvince();

    @Message
    String settingOffice();

    @Message
    String styleTitle();

    @Message
    String styleText();

    @Message
    String styleParts();

    @Message
    String policyTitle();

    @Message
    String policyText();

    @Message
    String filesTitle();

    @Message
    String filesContact();

    @Message
    String filesCalendar();

    @Message
    String filesList();

    @Message
    String listsTitle();

    @Message
    String listTitle(String town);

    @Message
    String listLead();

    @Message
    String listNone(String town);

    @Message
    String listPrintedOn(String day);

    @Message
    String listNoHours();

    @Message
    String listAll();
}
