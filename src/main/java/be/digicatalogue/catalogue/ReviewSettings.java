package be.digicatalogue.catalogue;

import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.ReviewPeriods;
import be.digicatalogue.record.ReviewedField;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * The review periods that the operator configures: {@code catalogue.review.service-points.opening-hours=P6M}. An invalid one
 * prevents the start.
 */
@ApplicationScoped
public class ReviewSettings {

    /** With which the names of these settings start. */
    public static final String PREFIX = "catalogue.review.";

    private static final KebabCaseStrategy KEBAB_CASE = new KebabCaseStrategy();

    private final Config config;

    ReviewSettings(Config config) {
        this.config = config;
    }

    ReviewPeriods periods() {
        return periods(config);
    }

    /**
     * The review periods of a configuration.
     *
     * @throws IllegalArgumentException with one sentence, when a setting names an unknown field or has an invalid period
     */
    public static ReviewPeriods periods(Config config) {
        var periods = ReviewPeriods.usual();
        var settings = settings();
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> dotted(name).startsWith(PREFIX))
                .filter(name -> settings.keySet().stream()
                        .noneMatch(known -> dotted(known).equals(dotted(name))))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(name + " names no field that ages; there are "
                            + String.join(", ", settings.keySet()) + ".");
                });
        for (var setting : settings.entrySet()) {
            var period = config.getOptionalValue(setting.getKey(), String.class);
            try {
                periods = period.isEmpty()
                        ? periods
                        : periods.with(
                                setting.getValue().getKey(), setting.getValue().getValue(), period.get());
            } catch (IllegalArgumentException malformed) {
                throw new IllegalArgumentException(
                        setting.getKey() + " is " + period.get() + "; " + malformed.getMessage() + ".", malformed);
            }
        }
        return periods;
    }

    /** The name of the setting of each field that ages. */
    public static Set<String> names() {
        return settings().keySet();
    }

    private static Map<String, Map.Entry<RecordKind, String>> settings() {
        var settings = new LinkedHashMap<String, Map.Entry<RecordKind, String>>();
        ReviewPeriods.usual().all().forEach((kind, fields) -> fields.stream()
                .map(ReviewedField::name)
                .forEach(field -> settings.put(
                        PREFIX + kind.code() + "." + KEBAB_CASE.translate(field), Map.entry(kind, field))));
        return settings;
    }

    /** The name of a setting in a common form for files and environment variables. */
    private static String dotted(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", ".");
    }
}
