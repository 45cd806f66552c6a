package be.digicatalogue.graph;

import be.digicatalogue.question.BadQuestion;
import io.smallrye.graphql.api.ErrorExtensionProvider;
import jakarta.json.Json;
import jakarta.json.JsonValue;

/** Names the argument that a refused question stumbled on, as {@code extensions.argument}. */
public class ArgumentInErrors implements ErrorExtensionProvider {

    @Override
    public String getKey() {
        return "argument";
    }

    @Override
    public JsonValue mapValueFrom(Throwable error) {
        return error instanceof BadQuestion bad
                ? Json.createValue(bad.issues().get(0).name())
                : null;
    }
}
