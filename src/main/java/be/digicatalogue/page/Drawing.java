package be.digicatalogue.page;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.geo.GeoPoint;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.ProvinceType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A map of the provinces as SVG. Every visitor sees it, and the interactive map starts from it.
 *
 * @param box the attribute {@code viewBox}: origin, width and height
 * @param whole true when it shows all provinces, and is therefore wide
 * @param unit a hundredth of its width, so that dots and names have the same size on every map
 */
public record Drawing(String box, double unit, boolean whole, List<Area> areas, List<Dot> dots, List<Name> names) {

    public double nameSize() {
        return size(3.2);
    }

    public double numberSize() {
        return size(3);
    }

    public double numberedDot() {
        return size(2.6);
    }

    public double plainDot() {
        return size(1);
    }

    /** The radius of the ring around the origin. */
    public double ring() {
        return size(2.2);
    }

    private double size(double hundredths) {
        return Math.round(unit * hundredths * 100) / 100.0;
    }

    /** A province; {@code d} is its border as an SVG path. */
    public record Area(String id, String d, Name name, boolean chosen) {}

    /** A found place, or the origin. */
    public record Dot(double x, double y, double lat, double lon, String label, String href, String number) {}

    /** A name on the map. */
    public record Name(double x, double y, double lat, double lon, String text) {

        /** Breaks a long name between its words. */
        public List<String> lines() {
            return List.of(text.split("(?<=-)| "));
        }
    }

    /** Units of the drawing for each degree north; a degree east is shorter by the cosine of the latitude. */
    private static final double SCALE = 300;

    private static final double EAST = SCALE * Math.cos(Math.toRadians(51.1));
    private static final GeoPoint NORTH_WEST = new GeoPoint(51.53, 2.5);
    private static final GeoPoint SOUTH_EAST = new GeoPoint(50.66, 5.95);
    /** A third of a unit of the drawing. */
    private static final double TOLERANCE_DEGREES = 0.002;
    /** The smallest width of a map, in units: some ten kilometres. */
    private static final double LEAST_WIDTH = 60;

    private static final double ROOM = 1.35;
    /** Width divided by height. */
    private static final double SHAPE = 1.3;

    /** With more dots than this, they and the names of provinces would hide each other. */
    private static final int MOST_DOTS_BESIDE_NAMES = 20;

    /** All provinces, of which one may be highlighted. The map has no room for the name of Brussels. */
    static Drawing of(Collection<Province> provinces, Province chosen, Visit visit, List<Dot> dots) {
        double width = x(SOUTH_EAST);
        var areas = areas(provinces, chosen, visit);
        var names = dots.size() > MOST_DOTS_BESIDE_NAMES
                ? List.<Name>of()
                : areas.stream()
                        .filter(area -> visit.hasDigihub(area.id()))
                        .map(Area::name)
                        .toList();
        return new Drawing(box(0, 0, width, y(SOUTH_EAST)), width / 100, true, areas, dots, names);
    }

    /** The provinces around some places. */
    static Drawing around(Collection<Province> provinces, Visit visit, List<Dot> dots, List<Name> names) {
        double left = dots.stream().mapToDouble(Dot::x).min().orElse(0);
        double right = dots.stream().mapToDouble(Dot::x).max().orElse(x(SOUTH_EAST));
        double top = dots.stream().mapToDouble(Dot::y).min().orElse(0);
        double bottom = dots.stream().mapToDouble(Dot::y).max().orElse(y(SOUTH_EAST));
        double width = Math.max(Math.max(right - left, (bottom - top) * SHAPE) * ROOM, LEAST_WIDTH);
        double height = width / SHAPE;
        return new Drawing(
                box((left + right - width) / 2, (top + bottom - height) / 2, width, height),
                width / 100,
                false,
                areas(provinces, null, visit),
                dots,
                names);
    }

    static Dot dot(GeoPoint point, String label, String href, String number) {
        return new Dot(x(point), y(point), point.lat(), point.lon(), label, href, number);
    }

    static Name name(GeoPoint point, String text) {
        return new Name(x(point), y(point), point.lat(), point.lon(), text);
    }

    /** The borders of the provinces as SVG paths, by id. They are the longest part of a page and the same on each. */
    private record BorderPaths(Map<String, String> byProvince) {

        static BorderPaths of(Catalogue catalogue) {
            return catalogue.derived(
                    BorderPaths.class,
                    first -> new BorderPaths(catalogue.of(ProvinceType.TYPE).all().stream()
                            .collect(Collectors.toMap(Province::id, Drawing::path))));
        }
    }

    private static List<Area> areas(Collection<Province> provinces, Province chosen, Visit visit) {
        var paths = BorderPaths.of(visit.catalogue()).byProvince();
        return provinces.stream()
                .map(province -> new Area(
                        province.id(),
                        paths.get(province.id()),
                        name(province.outline().inside(), province.name().in(visit.language())),
                        province == chosen))
                .toList();
    }

    private static String path(Province province) {
        var path = new StringBuilder();
        for (var ring : province.outline().rings(TOLERANCE_DEGREES)) {
            char step = 'M';
            for (var point : ring.subList(0, ring.size() - 1)) {
                path.append(step).append(tenths(x(point))).append(' ').append(tenths(y(point)));
                step = 'L';
            }
            path.append('Z');
        }
        return path.toString();
    }

    private static String box(double left, double top, double width, double height) {
        return tenths(left) + " " + tenths(top) + " " + tenths(width) + " " + tenths(height);
    }

    private static String tenths(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static double x(GeoPoint point) {
        return Math.round((point.lon() - NORTH_WEST.lon()) * EAST * 10) / 10.0;
    }

    private static double y(GeoPoint point) {
        return Math.round((NORTH_WEST.lat() - point.lat()) * SCALE * 10) / 10.0;
    }
}
