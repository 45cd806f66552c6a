package be.digicatalogue.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import be.digicatalogue.dataset.Tables;
import be.digicatalogue.programme.Figure;
import be.digicatalogue.programme.Subjects;
import be.digicatalogue.record.Build;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** How the records of several kinds are made from one another. */
class BuildingTest {

    private static final List<String> MADE = new ArrayList<>();

    private static RecordType<Figure.Subject, Subjects> type(RecordKind kind, Function<Build, Subjects> built) {
        return RecordType.of(kind, Figure.Subject.class, Subjects.class).built(built);
    }

    private static Function<Build, Subjects> after(RecordKind needed, RecordKind made, Schema[] schema) {
        return build -> {
            schema[0].type(needed).ifPresent(build::of);
            MADE.add(made.code());
            return new Subjects(List.of());
        };
    }

    @Test
    void aKindThatOthersNeedIsMadeFirstAndOnce() {
        MADE.clear();
        var schema = new Schema[1];
        schema[0] = new Schema(List.of(
                type(RecordKind.PARTNERS, after(RecordKind.PLACES, RecordKind.PARTNERS, schema)),
                type(RecordKind.CHAMBERS, after(RecordKind.PLACES, RecordKind.CHAMBERS, schema)),
                type(RecordKind.PLACES, build -> {
                    MADE.add(RecordKind.PLACES.code());
                    return new Subjects(List.of());
                })));
        Building.of(schema[0], new Tables(), null, null, () -> null);
        assertEquals(List.of("places", "partners", "chambers"), MADE);
    }

    @Test
    void kindsThatNeedEachOtherAreNamed() {
        var schema = new Schema[1];
        schema[0] = new Schema(List.of(
                type(RecordKind.PLACES, after(RecordKind.PARTNERS, RecordKind.PLACES, schema)),
                type(RecordKind.PARTNERS, after(RecordKind.CHAMBERS, RecordKind.PARTNERS, schema)),
                type(RecordKind.CHAMBERS, after(RecordKind.PARTNERS, RecordKind.CHAMBERS, schema))));
        var circle = assertThrows(
                IllegalStateException.class, () -> Building.of(schema[0], new Tables(), null, null, () -> null));
        assertEquals("These kinds need each other: partners, chambers", circle.getMessage());
    }
}
