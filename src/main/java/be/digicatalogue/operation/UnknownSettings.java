package be.digicatalogue.operation;

import io.smallrye.config.SmallRyeConfig;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** The settings that an operator gave and that nothing reads, such as {@code CATALOGUE_RATE_LIMIT_REQEUSTS}. */
public final class UnknownSettings {

    private UnknownSettings() {}

    /**
     * The names in a configuration that are not among the known ones, as an operator gave them.
     *
     * @param prefix of the environment variables to look at, in capitals
     * @param known environment variables
     */
    public static Set<String> in(SmallRyeConfig config, String prefix, List<String> known) {
        var unknown = new TreeSet<String>();
        for (var source : config.getConfigSources()) {
            boolean environment = OperatorSetting.isFromEnvironment(source.getName());
            for (var name : source.getPropertyNames()) {
                var variable = OperatorSetting.variable(name);
                // A source of variables lists them also as properties.
                if (variable.startsWith(prefix)
                        && !known.contains(variable)
                        && environment == name.equals(name.toUpperCase(Locale.ROOT))) {
                    unknown.add(name);
                }
            }
        }
        return unknown;
    }

    /** The known name that is most like it. */
    public static String nearest(String name, List<String> known) {
        var variable = OperatorSetting.variable(name);
        var similarity = new JaroWinklerSimilarity();
        return known.stream()
                .max(Comparator.comparing(each -> similarity.apply(variable, each)))
                .orElseThrow();
    }
}
