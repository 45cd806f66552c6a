package be.digicatalogue.page;

import be.digicatalogue.fact.Digest;
import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The style sheets, scripts and pictures of the pages. Their URLs contain a hash of their content, so browsers cache them for
 * long.
 */
@TemplateExtension(namespace = "asset")
public final class Assets {

    private static final String FOLDER = "/assets/";
    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

    private Assets() {}

    /** The URL of a file, as in {@code {asset:at('site.css')}}. */
    public static String at(String name) {
        return ADDRESSES.computeIfAbsent(name, unknown -> FOLDER + name + "?v=" + digest(name));
    }

    /** The URL template of map tiles, with {z}, {x} and {y}; empty when not configured. */
    public static String tiles() {
        return setting("catalogue.map.tiles");
    }

    /** The credit line for the map tiles. */
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
