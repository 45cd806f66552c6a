package be.digicatalogue.graph;

import be.digicatalogue.http.Asked;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import io.smallrye.graphql.spi.EventingService;

/** Tells the revision of the catalogue that answered, as {@code extensions.catalogueRevision}. */
public class RevisionInAnswers implements EventingService {

    @Override
    public String getConfigKey() {
        return null;
    }

    @Override
    public void beforeExecute(Context context) {
        var asked = Arc.container().instance(Asked.class).get();
        asked.catalogueIfRead().ifPresent(catalogue -> ((SmallRyeContext) context)
                .getAddedExtensions()
                .put("catalogueRevision", catalogue.revision().number()));
    }
}
