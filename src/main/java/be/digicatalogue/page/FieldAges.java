package be.digicatalogue.page;

import be.digicatalogue.fact.Age;
import be.digicatalogue.record.Dated;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.ReviewedField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The dates of the fields of a record, in words.
 *
 * @param byField the dates by the name of the field
 * @param undated the names of the fields without a date
 */
public record FieldAges(Map<String, FieldAge> byField, List<String> undated) {

    /** @param overdue true when the field is past its review period */
    public record FieldAge(String words, boolean overdue) {}

    static FieldAges of(Dated record, RecordKind kind, Visit visit) {
        var view = visit.asked().view();
        var ages = visit.catalogue().ages();
        var overdue = view.overdue(record);
        var byField = new HashMap<String, FieldAge>();
        for (var field :
                ages.periods().all().get(kind).stream().map(ReviewedField::name).toList()) {
            var age = ages.age(kind, record.id(), field, record.knownOn(), record.verifiedOn());
            if (age.newest() != null) {
                byField.put(field, new FieldAge(words(age, overdue.contains(field), visit), overdue.contains(field)));
            }
        }
        return new FieldAges(byField, view.undated(record));
    }

    /** {@code null} for a field without a date. */
    public FieldAge of(String field) {
        return byField.get(field);
    }

    private static String words(Age age, boolean overdue, Visit visit) {
        var date = visit.date(age);
        var texts = visit.texts();
        if (overdue) {
            return texts.fieldOverdue(date);
        }
        return age.newest().equals(age.knownOn()) ? texts.fieldKnownOn(date) : texts.verifiedOn(date);
    }
}
