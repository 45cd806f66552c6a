package be.digicatalogue.page;

import be.digicatalogue.embed.EmbedScript;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;

/** Explains how other websites embed the catalogue: each element live, with the code to copy and its settings. */
@Singleton
public class EmbedPage implements Page {

    static final String ADDRESS = "/embed";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance embed(Visit visit, PageHead head, Script script, List<Example> examples);
    }

    /**
     * The script with its two tags.
     *
     * @param path the path of the version that this page runs
     * @param pinned the tag for that version, which the browser verifies
     * @param newest the tag for the newest version at any time
     */
    public record Script(String path, String pinned, String newest) {}

    /** An attribute of an element with its explanation. */
    public record Setting(String name, String text) {}

    /**
     * An element.
     *
     * @param code the code to copy
     * @param live the element on this page
     */
    public record Example(String id, String title, String text, String code, RawString live, List<Setting> settings) {}

    private final EmbedScript script;

    EmbedPage(EmbedScript script) {
        this.script = script;
    }

    @Override
    public String address() {
        return ADDRESS;
    }

    @Override
    public PageAnswer show(Visit visit) {
        var texts = visit.texts(EmbedTexts.class);
        var path = ADDRESS + "/v1-" + script.version() + ".js";
        return PageAnswer.page(Templates.embed(
                visit,
                PageHead.of(texts.title(), texts.lead()),
                new Script(
                        path,
                        "<script src=\"" + visit.base() + path + "\"\n  integrity=\"" + script.integrity()
                                + "\"\n  crossorigin=\"anonymous\" defer></script>",
                        "<script src=\"" + visit.base() + ADDRESS + "/v1.js\" defer></script>"),
                examples(visit, texts)));
    }

    private static List<Example> examples(Visit visit, EmbedTexts texts) {
        var lang = new Setting("lang", texts.settingLang());
        var near = new Setting("near", texts.settingNear());
        return List.of(
                example(
                        visit,
                        "digibank-finder",
                        "near=\"9000 Gent\"",
                        "/",
                        texts.finderTitle(),
                        texts.finderText(),
                        near,
                        new Setting("services", texts.settingServices()),
                        new Setting("open-now", texts.settingOpenNow()),
                        new Setting("limit", texts.settingLimit()),
                        lang),
                example(
                        visit,
                        "digihub-partners",
                        "province=\"limburg\"",
                        "/digihubs",
                        texts.partnersTitle(),
                        texts.partnersText(),
                        new Setting("province", texts.settingProvince()),
                        near,
                        lang),
                example(
                        visit,
                        "voka-office",
                        "near=\"8500 Kortrijk\"",
                        "/digihubs",
                        texts.officeTitle(),
                        texts.officeText(),
                        new Setting("office", texts.settingOffice()),
                        near,
                        lang));
    }

    private static Example example(
            Visit visit,
            String name,
            String attributes,
            String fallback,
            String title,
            String text,
            Setting... settings) {
        return new Example(
                name,
                title,
                text,
                element(name, attributes + " lang=\"" + visit.lang() + "\"", visit.base() + visit.to(fallback), title),
                new RawString(element(name, attributes, visit.to(fallback), title)),
                List.of(settings));
    }

    /** The link is shown without JavaScript. */
    private static String element(String name, String attributes, String href, String text) {
        return "<" + name + " " + attributes + ">\n  <a href=\"" + href + "\">" + text + "</a>\n</" + name + ">";
    }
}
