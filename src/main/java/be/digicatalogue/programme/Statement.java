package be.digicatalogue.programme;

import be.digicatalogue.fact.Reference;
import be.digicatalogue.http.RequestContext;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A figure or dated fact that another one refers to, over GraphQL. */
@Description("A figure or dated fact that another one refers to.")
public record Statement(
        @NonNull @Description("Kind of record: figures or timeline.")
        String type,

        @NonNull @Description("Its slug.") String id,
        @NonNull @Description("Its REST URL.") String href,

        @Description("The text of the statement.") String name) {

    static List<Statement> of(List<Reference> references, RequestContext context) {
        var view = context.view();
        return references.stream()
                .map(reference -> new Statement(
                        reference.type(),
                        reference.id(),
                        view.href(reference),
                        view.name(reference).orElse(null)))
                .toList();
    }
}
