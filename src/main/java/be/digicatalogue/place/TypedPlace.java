package be.digicatalogue.place;

import be.digicatalogue.geo.GeoPoint;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody typed to say where something is, in its parts: coordinates, or postal codes and names in any order.
 *
 * @param point the coordinates, which can be out of range; {@code null} for any other text
 * @param postalCodes the different postal codes of four digits
 * @param letters two letters behind a postal code, with which a name begins: 6211 AB in the Netherlands, but also 3665 As and
 * 9840 De Pinte; or {@code null}
 * @param foreign true when a postal code has five digits, as in France and Germany, or the sign of another country before it
 * @param names the names, in the given order, without what separates them
 */
record TypedPlace(GeoPoint point, List<String> postalCodes, String letters, boolean foreign, List<String> names) {

    private static final String NUMBER = "[+-]?\\d{1,3}(?:[.,]\\d{1,20})?";
    /** North, south, east and west in four languages. O is the east of Dutch and German: the French west is not here. */
    private static final String SIDE = "(?:lat|lon|[NSZEOW])";

    private static final Pattern COORDINATES = Pattern.compile(
            ("(?<before>SIDE[ :=]*)?(?<first>NUMBER) ?°? ?(?<behind>SIDE)?(?: ?[,;/] ?| )"
                            + "(?:SIDE[ :=]*)?(?<second>NUMBER) ?°? ?(?:SIDE)?")
                    .replace("SIDE", SIDE)
                    .replace("NUMBER", NUMBER),
            Pattern.CASE_INSENSITIVE);

    private static final Pattern POSTAL_CODE = Pattern.compile(
            "(?:(?<!\\p{L})(?:BE?[-. ]?|(?<country>FR?|NL|DE?|LU?)[- ]))?(?<!\\p{N})(?<digits>\\d{4,5})"
                    + "(?!\\p{N})(?=(?: ?(?<letters>[A-Z]{2})(?![\\p{L}\\p{N}]))?)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BETWEEN_NAMES = Pattern.compile("[,;:()\\[\\]/|#]+| [-–—] ");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** "Heist o/d Berg" and "Heist o.d. Berg". */
    private static final Pattern OP_DEN =
            Pattern.compile("(?<!\\p{L})o[./] ?d[./]?(?!\\p{L})", Pattern.CASE_INSENSITIVE);

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    static TypedPlace of(String text) {
        // Some keyboards have the ordinal indicator where others have the degree sign.
        var plain = Normalizer.normalize(text.replace('º', '°'), Normalizer.Form.NFKC);
        plain = SPACES.matcher(plain).replaceAll(" ").strip();
        var point = coordinates(plain);
        return point == null
                ? named(OP_DEN.matcher(plain).replaceAll("op den"))
                : new TypedPlace(point, List.of(), null, false, List.of());
    }

    private static GeoPoint coordinates(String text) {
        var matcher = COORDINATES.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        var first = matcher.group("first").replace(',', '.');
        var second = matcher.group("second").replace(',', '.');
        var side = matcher.group("before") == null ? matcher.group("behind") : matcher.group("before");
        if (side == null && !first.contains(".") && !second.contains(".")) {
            return null;
        }
        boolean lonFirst = side != null && side.matches("(?i)(?:lon|[EOW]).*");
        return new GeoPoint(
                Double.parseDouble(lonFirst ? second : first), Double.parseDouble(lonFirst ? first : second));
    }

    private static TypedPlace named(String text) {
        var codes = new ArrayList<String>();
        String letters = null;
        boolean foreign = false;
        var rest = new StringBuilder();
        var code = POSTAL_CODE.matcher(text);
        while (code.find()) {
            var digits = code.group("digits");
            if (code.group("country") != null || digits.length() == 5) {
                foreign = true;
            } else if (!codes.contains(digits)) {
                codes.add(digits);
            }
            letters = code.group("letters") == null ? letters : code.group("letters");
            code.appendReplacement(rest, ",");
        }
        code.appendTail(rest);
        return new TypedPlace(
                null,
                codes,
                letters,
                foreign,
                BETWEEN_NAMES
                        .splitAsStream(rest)
                        .map(String::strip)
                        .filter(name -> LETTER.matcher(name).find())
                        .toList());
    }
}
