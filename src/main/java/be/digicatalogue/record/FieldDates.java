package be.digicatalogue.record;

import be.digicatalogue.fact.Certainty;
import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Interner;
import be.digicatalogue.fact.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The dates of the fields of all records, while a catalogue is built. Records with equal dates share them. */
public final class FieldDates {

    private final Map<Reference, List<FieldDate>> byRecord = new HashMap<>();

    private FieldDates() {}

    /** The dates in the rows; dates of fields without a review period are ignored. */
    public static FieldDates of(Build build) {
        var dates = new FieldDates();
        var order = new HashMap<String, List<String>>();
        for (var type : Schema.loaded().types()) {
            order.put(
                    type.kind().code(),
                    type.reviewed().stream().map(ReviewedField::name).toList());
        }
        var shared = new Interner();
        for (var row : build.rows(FactDateRow.class)) {
            if (order.getOrDefault(row.type, List.of()).contains(row.field)) {
                dates.byRecord
                        .computeIfAbsent(new Reference(row.type, row.id), first -> new ArrayList<>(1))
                        .add(shared.one(
                                new FieldDate(row.field, row.knownOn, Coded.of(Certainty.class, row.certainty))));
            }
        }
        dates.byRecord.replaceAll((record, its) -> {
            its.sort(Comparator.comparing(date -> order.get(record.type()).indexOf(date.field())));
            return shared.one(List.copyOf(its));
        });
        return dates;
    }

    /** The dates of a record, in the order in which its kind declares the fields. */
    public List<FieldDate> of(RecordKind kind, String id) {
        return byRecord.getOrDefault(kind.reference(id), List.of());
    }
}
