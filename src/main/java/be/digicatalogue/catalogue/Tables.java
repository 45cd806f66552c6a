package be.digicatalogue.catalogue;

import be.digicatalogue.digibank.DigibankMunicipalityRow;
import be.digicatalogue.digibank.DigibankRow;
import be.digicatalogue.digibank.OpeningExceptionRow;
import be.digicatalogue.digibank.ServicePointRow;
import be.digicatalogue.digibank.ServiceRow;
import be.digicatalogue.digihub.ConsortiumMemberRow;
import be.digicatalogue.digihub.ConsortiumRow;
import be.digicatalogue.fact.Shared;
import be.digicatalogue.organisation.OrganisationRow;
import be.digicatalogue.place.MunicipalityRow;
import be.digicatalogue.place.PlaceRow;
import be.digicatalogue.programme.DisagreementRow;
import be.digicatalogue.programme.FigureRow;
import be.digicatalogue.programme.ProgrammeRow;
import be.digicatalogue.programme.ProgrammeTextRow;
import be.digicatalogue.programme.SubjectRow;
import be.digicatalogue.programme.TimelineEventRow;
import be.digicatalogue.provenance.SourceRow;
import be.digicatalogue.province.ProvinceRow;
import be.digicatalogue.voka.VokaOfficeRow;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of every table of facts, be they from files or from the database. Rows share what is equal in a column: most
 * columns have few values.
 */
public final class Tables {

    /** Each kind of row with the name of its file in a dataset. */
    public static final Map<Class<?>, String> FILES = files();

    private final Map<Class<?>, List<?>> rows = new LinkedHashMap<>();
    private final Map<Class<?>, List<SharedColumn>> shared = new HashMap<>();

    private static Map<Class<?>, String> files() {
        var files = new LinkedHashMap<Class<?>, String>();
        files.put(SourceRow.class, "sources");
        files.put(ProvinceRow.class, "provinces");
        files.put(MunicipalityRow.class, "municipalities");
        files.put(PlaceRow.class, "places");
        files.put(OrganisationRow.class, "organisations");
        files.put(ConsortiumRow.class, "consortia");
        files.put(ConsortiumMemberRow.class, "consortium-members");
        files.put(VokaOfficeRow.class, "voka-offices");
        files.put(DigibankRow.class, "digibanks");
        files.put(DigibankMunicipalityRow.class, "digibank-municipalities");
        files.put(ServiceRow.class, "services");
        files.put(ServicePointRow.class, "service-points");
        files.put(OpeningExceptionRow.class, "opening-exceptions");
        files.put(ProgrammeRow.class, "programmes");
        files.put(ProgrammeTextRow.class, "programme-texts");
        files.put(SubjectRow.class, "subjects");
        files.put(FigureRow.class, "figures");
        files.put(TimelineEventRow.class, "timeline");
        files.put(DisagreementRow.class, "disagreements");
        return files;
    }

    /** All rows of a table. */
    public <R> void put(Class<R> table, List<? extends R> its) {
        rows.put(table, its);
    }

    /** Some more rows of a table; none begins it. */
    public <R> void add(Class<R> table, List<? extends R> some) {
        rows.computeIfAbsent(table, first -> new ArrayList<>());
        var columns = shared.computeIfAbsent(table, SharedColumn::of);
        for (var row : some) {
            columns.forEach(column -> column.share(row));
        }
        of(table).addAll(some);
    }

    @SuppressWarnings("unchecked") // put() and add() pair them
    public <R> List<R> of(Class<R> table) {
        return (List<R>) rows.get(table);
    }

    /** The columns of a table as fields of its rows; Panache makes public ones protected, so they are opened here. */
    static List<Field> columns(Class<?> table) {
        var columns = new ArrayList<Field>();
        for (Class<?> type = table; type != PanacheEntityBase.class; type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())
                        && !field.isSynthetic()
                        && !field.getName().startsWith("$")) {
                    field.setAccessible(true);
                    columns.add(field);
                }
            }
        }
        return columns;
    }

    static Object value(Field column, Object row) {
        try {
            return column.get(row);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(column + " cannot be read", impossible);
        }
    }

    /** A column whose values may be the same instance in many rows. */
    private record SharedColumn(Field field, Shared values) {

        private static final Set<Class<?>> TYPES = Set.of(String.class, LocalDate.class, List.class);

        static List<SharedColumn> of(Class<?> table) {
            return columns(table).stream()
                    .filter(field -> TYPES.contains(field.getType()))
                    .map(field -> new SharedColumn(field, new Shared()))
                    .toList();
        }

        void share(Object row) {
            try {
                field.set(row, values.one(field.get(row)));
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(field + " cannot be written", impossible);
            }
        }
    }
}
