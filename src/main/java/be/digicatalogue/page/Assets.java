package be.digicatalogue.page;

import be.digicatalogue.fact.Digest;
import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** The style sheet, scripts and pictures of the pages. Their addresses name their content, so that they are kept for long. */
@TemplateExtension(namespace = "asset")
public final class Assets {

    private static final String FOLDER = "/assets/";
    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

    private Assets() {}

    /** The address of a file, as in {@code {asset:at('site.css')}}. */
    public static String at(String name) {
        return ADDRESSES.computeIfAbsent(name, unknown -> FOLDER + name + "?v=" + digest(name));
    }

    /** Where map tiles come from, with {z}, {x} and {y} in it; empty without. */
    public static String tiles() {
        return setting("catalogue.map.tiles");
    }

    /** Whom the map credits for its tiles. */
    public static String tilesCredit() {
        return setting("catalogue.map.credit");
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse("");
    }

    private static String digest(String name) {
        try (var stream = Assets.class.getResourceAsStream("/META-INF/resources" + FOLDER + name)) {
            return Digest.of(stream.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + name, unreadable);
        }
    }
}
