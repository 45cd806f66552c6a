package be.digicatalogue;

import io.restassured.internal.path.json.ConfigurableJsonSlurper;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * JSON that is asked by paths. The library compiles a program for every path, which takes longer than most answers; here those
 * of names and numbers are followed, with the same outcome.
 */
public final class JsonAnswer extends JsonPath {

    private static final Pattern PLAIN = Pattern.compile("[a-zA-Z_]\\w*(\\.[a-zA-Z_]\\w*|\\[\\d+])*");
    private static final Pattern STEP = Pattern.compile("\\w+");

    /** What the library has to look at. */
    private static final Object OTHER = new Object();

    private final Object whole;
    private String root = "";

    public JsonAnswer(String json) {
        super(json);
        whole = new ConfigurableJsonSlurper(NumberReturnType.FLOAT_AND_DOUBLE).parseText(json);
    }

    @Override
    public JsonPath setRootPath(String path) {
        root = path + ".";
        return super.setRootPath(path);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T get(String path) {
        var found = OTHER;
        if (PLAIN.matcher(root + path).matches()) {
            found = whole;
            for (var step :
                    STEP.matcher(root + path).results().map(MatchResult::group).toList()) {
                found = part(found, step);
            }
        }
        return found == OTHER ? super.get(path) : (T) found;
    }

    private static Object part(Object of, String step) {
        if (of instanceof Map<?, ?> map) {
            return map.get(step);
        }
        if (!(of instanceof List<?> list)) {
            return OTHER;
        }
        if (Character.isDigit(step.charAt(0))) {
            int index = Integer.parseInt(step);
            return index < list.size() ? list.get(index) : null;
        }
        var parts = new ArrayList<Object>();
        for (var item : list) {
            if (item != null) {
                parts.add(part(item, step));
            }
        }
        return parts.contains(OTHER) ? OTHER : parts;
    }
}
