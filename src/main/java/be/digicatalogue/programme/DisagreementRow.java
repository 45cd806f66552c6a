package be.digicatalogue.programme;

import be.digicatalogue.fact.Reference;
import be.digicatalogue.record.Evidenced;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/** A row of the table {@code disagreement} and of {@code disagreements.csv}: two statements that contradict each other. */
@Entity
@Table(name = "disagreement")
@IdClass(DisagreementRow.Key.class)
public class DisagreementRow extends Evidenced {

    @Id
    public String firstType;

    @Id
    public String firstId;

    @Id
    public String secondType;

    @Id
    public String secondId;

    public String noteNl;
    public String noteEn;

    /** The statements that contradict a statement, on either side of a row. */
    public static List<Reference> with(Reference statement, List<DisagreementRow> disagreements) {
        return disagreements.stream()
                .flatMap(disagreement -> disagreement.other(statement))
                .sorted()
                .toList();
    }

    /** The statements of a row, by the values of its key. */
    static List<Reference> statements(List<String> key) {
        return List.of(new Reference(key.get(0), key.get(1)), new Reference(key.get(2), key.get(3)));
    }

    private Stream<Reference> other(Reference statement) {
        var first = new Reference(firstType, firstId);
        var second = new Reference(secondType, secondId);
        return statement.equals(first)
                ? Stream.of(second)
                : statement.equals(second) ? Stream.of(first) : Stream.empty();
    }

    /** Each pair occurs once. */
    public record Key(String firstType, String firstId, String secondType, String secondId) implements Serializable {}
}
