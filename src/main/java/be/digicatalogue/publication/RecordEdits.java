package be.digicatalogue.publication;

import be.digicatalogue.dataset.DataPackage;
import be.digicatalogue.dataset.Dataset;
import be.digicatalogue.dataset.Draft;
import be.digicatalogue.dataset.Report;
import be.digicatalogue.dataset.Table;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.record.Schema;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;

/** Changes records for somebody who does more than that: what else is written commits with the change, or neither does. */
@ApplicationScoped
public class RecordEdits {

    /** How long an edit waits for another publication of this instance to end. */
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final Publisher publisher;
    private final Publications publications;
    private final RequestContext context;

    RecordEdits(Publisher publisher, Publications publications, RequestContext context) {
        this.publisher = publisher;
        this.publications = publications;
        this.context = context;
    }

    /**
     * Publishes a JSON Merge Patch of the row of a record, as {@code PATCH /admin/v1/{type}/{id}} does, and waits until this
     * instance serves it.
     *
     * @param dating the date of what the patch changes; {@code null} without one
     * @param by the name of the curator
     * @param alongside writes in the same transaction, given the number of the revision
     * @return the revision; empty when the patch changes nothing, and then nothing was written alongside either
     * @throws be.digicatalogue.question.BadQuestion when the checks refuse the changed row
     * @throws be.digicatalogue.http.Refusal when there is no such record, another publication is running, or the database
     * cannot be reached
     */
    public OptionalLong patch(
            Reference record,
            ObjectNode patch,
            FieldDating dating,
            String by,
            String reason,
            BiFunction<Mutiny.StatelessSession, Long, Uni<Void>> alongside) {
        var table = table(record);
        return publish(
                table,
                new Publication(by, reason, false),
                current -> RecordResource.proposal(
                        current,
                        table,
                        record.id(),
                        RecordResource.patched(table, record.id(), row(current, table, record), patch),
                        dating),
                alongside);
    }

    /**
     * Publishes a day on which records were verified, and waits until this instance serves it.
     *
     * @param by who verified them
     * @param check runs after the present facts were read and before anything is written, and throws what makes that futile;
     * what it finds is still so at the commit
     * @param alongside writes in the same transaction, given the number of the revision
     * @return the revision; empty when all of them were verified on that day already, and then nothing was written alongside
     * either
     * @throws be.digicatalogue.http.Refusal when there is no such record, another publication is running, or the database
     * cannot be reached
     */
    public OptionalLong verify(
            Collection<Reference> records,
            LocalDate day,
            String by,
            String reason,
            Runnable check,
            BiFunction<Mutiny.StatelessSession, Long, Uni<Void>> alongside) {
        return publish(
                table(records.iterator().next()),
                new Publication(by, reason, false),
                current -> {
                    check.run();
                    var draft = new Draft();
                    for (var record : records) {
                        var table = table(record);
                        var row = row(current, table, record).deepCopy().put("verified_on", day.toString());
                        draft.add(table, new Draft.Line(table.name(), null, row));
                    }
                    return new Publisher.Intent.Proposal(draft.over(current, Draft.Mode.MERGE), draft, new Report());
                },
                alongside);
    }

    private OptionalLong publish(
            Table table,
            Publication intended,
            Publisher.Intent intent,
            BiFunction<Mutiny.StatelessSession, Long, Uni<Void>> alongside) {
        var publication = publisher.publish(publications.begin(intended), intent, WAIT, 1, alongside::apply);
        RecordResource.mustNotBeRefused(publication, table);
        if (publication.revision() == null) {
            return OptionalLong.empty();
        }
        publications.untilServed(publication, context);
        return OptionalLong.of(publication.revision());
    }

    private static Table table(Reference record) {
        var type = Schema.loaded().type(record.type()).orElseThrow();
        return DataPackage.table(type.tables().get(0).name()).orElseThrow();
    }

    private static ObjectNode row(Dataset current, Table table, Reference record) {
        var row = current.of(table).get(record.id());
        if (row == null) {
            throw RecordResource.unknown(table, record.id());
        }
        return row;
    }
}
