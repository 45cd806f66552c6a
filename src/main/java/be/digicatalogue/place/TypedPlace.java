package be.digicatalogue.place;

import be.digicatalogue.geo.GeoPoint;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
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

    private static final String NUMBER = "\\d{1,3}(?:[.,]\\d{1,20})?";
    /** Degrees, with minutes and seconds as maps on a phone show them: 51°03'15.6". */
    private static final String ANGLE =
            "(?<degrees>[+-]?NUMBER)(?: ?°(?: ?(?<minutes>NUMBER) ?['′’](?: ?(?<seconds>NUMBER) ?(?:[\"”]|['′’]{2}))?)?)?"
                    .replace("NUMBER", NUMBER);

    /** North, south, east and west in four languages. O is the east of Dutch and German: the French west is not here. */
    private static final String SIDE = "(?:lat|lon|[NSZEOW])";

    private static final Set<String> LAT = Set.of("lat", "n", "s", "z");
    private static final Set<String> LON = Set.of("lon", "e", "o", "w");
    private static final Set<String> NEGATIVE = Set.of("s", "z", "w");

    private static final Pattern COORDINATES = Pattern.compile(
            ("(?:geo:|@)?[(\\[]? ?(?<before>SIDE[ :=]*)?(?<first>ANGLE) ?(?<behind>SIDE)?(?: ?[,;/] ?| )"
                            + "(?<beforeSecond>SIDE[ :=]*)?(?<second>ANGLE) ?(?<behindSecond>SIDE)? ?[)\\]]?")
                    .replace("SIDE", SIDE)
                    .replace("ANGLE", ANGLE.replaceAll("\\?<\\w+>", "?:")),
            Pattern.CASE_INSENSITIVE);

    private static final Pattern IN_PARTS = Pattern.compile(ANGLE);
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");

    private static final Pattern POSTAL_CODE = Pattern.compile(
            "(?:(?<!\\p{L})(?:BE?[-. ]?|(?<country>FR?|NL|DE?|LU?)[- ]))?(?<!\\p{N})(?<digits>\\d{4,5})"
                    + "(?!\\p{N})(?=(?: ?(?<letters>[A-Z]{2})(?![\\p{L}\\p{N}]))?)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BETWEEN_NAMES = Pattern.compile("[,;:()\\[\\]/|#]+| [-–—] ");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** "Heist o/d Berg" and "Heist o.d. Berg". */
    private static final Pattern OP_DEN =
            Pattern.compile("(?<!\\p{L})o[./] ?d[./]?(?!\\p{L})", Pattern.CASE_INSENSITIVE);

    /** "O.L.V. Waver" and "OLVrouw-Waver". */
    private static final Pattern OUR_LADY =
            Pattern.compile("(?<!\\p{L})o[. -]{0,3}l[. -]{0,3}v(?:r|rouwe?)?[.]?(?!\\p{L})", Pattern.CASE_INSENSITIVE);

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    static TypedPlace of(String text) {
        // Some keyboards have the ordinal indicator where others have the degree sign.
        var plain = Normalizer.normalize(text.replace('º', '°'), Normalizer.Form.NFKC);
        plain = SPACES.matcher(plain).replaceAll(" ").strip();
        var point = coordinates(plain);
        if (point != null) {
            return new TypedPlace(point, List.of(), null, false, List.of());
        }
        plain = OP_DEN.matcher(plain).replaceAll("op den");
        return named(OUR_LADY.matcher(plain).replaceAll("Onze Lieve Vrouw"));
    }

    private static GeoPoint coordinates(String text) {
        var matcher = COORDINATES.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        var first = matcher.group("first");
        var second = matcher.group("second");
        var side = side(matcher, "before", "behind");
        var sideOfSecond = side(matcher, "beforeSecond", "behindSecond");
        boolean withoutSides = side.isEmpty() && sideOfSecond.isEmpty();
        if (withoutSides
                && WHOLE.matcher(first).matches()
                && WHOLE.matcher(second).matches()) {
            return null;
        }
        boolean lonFirst = LON.contains(side) || LAT.contains(sideOfSecond);
        boolean latFirst = LAT.contains(side) || LON.contains(sideOfSecond);
        if (lonFirst && latFirst) {
            return null;
        }
        double one = degrees(first) * (NEGATIVE.contains(side) ? -1 : 1);
        double other = degrees(second) * (NEGATIVE.contains(sideOfSecond) ? -1 : 1);
        return lonFirst ? new GeoPoint(other, one) : new GeoPoint(one, other);
    }

    /** The side of an angle in lower case; empty when it has none. */
    private static String side(Matcher matcher, String before, String behind) {
        var side = matcher.group(before) == null ? matcher.group(behind) : matcher.group(before);
        return side == null ? "" : side.replaceAll("[ :=]", "").toLowerCase(Locale.ROOT);
    }

    private static double degrees(String angle) {
        var parts = IN_PARTS.matcher(angle);
        parts.matches();
        double degrees = number(parts.group("degrees"));
        double part = number(parts.group("minutes")) / 60 + number(parts.group("seconds")) / 3600;
        return degrees + Math.copySign(part, degrees);
    }

    private static double number(String digits) {
        return digits == null ? 0 : Double.parseDouble(digits.replace(',', '.'));
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
