package be.digicatalogue.place;

import be.digicatalogue.fact.Evidence;
import be.digicatalogue.fact.Text;
import be.digicatalogue.record.Evidenced;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.List;
import java.util.stream.Stream;

/** The columns of a name in a language other than Dutch. */
@MappedSuperclass
public abstract class TranslatedNameRow extends Evidenced {

    /** {@code fr}, {@code de} or {@code en}. */
    @Id
    public String language;

    public String name;

    /** A Dutch name with its translations. */
    static Text translations(String dutch, List<? extends TranslatedNameRow> rows) {
        return new Text(dutch, in("fr", rows), in("de", rows), in("en", rows));
    }

    private static String in(String language, List<? extends TranslatedNameRow> rows) {
        return rows.stream()
                .filter(row -> row.language.equals(language))
                .map(row -> row.name)
                .findFirst()
                .orElse(null);
    }

    /** The evidence of a record and of the translations of its name. */
    static List<Evidence> evidence(Evidenced row, List<? extends TranslatedNameRow> rows) {
        return Stream.concat(row.evidence().stream(), rows.stream().flatMap(each -> each.evidence().stream()))
                .distinct()
                .toList();
    }
}
