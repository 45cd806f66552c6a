package be.digicatalogue.graph;

import be.digicatalogue.fact.Message;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.question.Issue;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.Schema;
import com.apollographql.federation.graphqljava.Federation;
import com.apollographql.federation.graphqljava.FederationDirectives;
import graphql.TypeResolutionEnvironment;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTransformer;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The schema as a subgraph
 * (https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/subgraph-spec): records are entities
 * with their id as the key, so that a router can join them with fields of other subgraphs.
 */
@ApplicationScoped
class Federated {

    /** The type names of entities, with their kinds. */
    private static final Map<String, RecordKind> ENTITIES = Schema.loaded()
            .listed()
            .map(RecordType::kind)
            .filter(RecordKind::isAddressed)
            .collect(Collectors.toMap(RecordKind::typeName, Function.identity()));

    private static final String ID = "id";
    private static final String ARGUMENT = "representations";

    /** Other subgraphs use the Relay specification too, with a type of the same name. */
    private static final String PAGE_INFO = "type PageInfo ";

    private static final String LINK = "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\","
            + " import: [\"@key\", \"@shareable\"])\n\n";

    private static final FieldCoordinates SDL = FieldCoordinates.coordinates("_Service", "sdl");

    private final RequestContext context;
    private final GraphQLSchema schema;

    Federated(GraphQLSchema alone, RequestContext context) {
        this.context = context;
        var keyed = SchemaTransformer.transformSchema(
                alone, new Keys(), whole -> whole.additionalDirective(FederationDirectives.key));
        var federated = Federation.transform(keyed)
                .fetchEntities(this::entities)
                .resolveEntityType(Federated::type)
                .build();
        var schemaText = schemaText(federated);
        schema = SchemaTransformer.transformSchema(
                federated,
                new Descriptions(),
                whole -> whole.codeRegistry(
                        federated.getCodeRegistry().transform(code -> code.dataFetcher(SDL, schemaText))));
    }

    /** Returns the schema text of the library with the additions that a router of version 2 requires. */
    private static DataFetcher<String> schemaText(GraphQLSchema federated) {
        var plain = federated
                .getCodeRegistry()
                .getDataFetcher(SDL, federated.getObjectType(SDL.getTypeName()).getFieldDefinition(SDL.getFieldName()));
        return environment -> LINK + ((String) plain.get(environment)).replace(PAGE_INFO, PAGE_INFO + "@shareable ");
    }

    /** The schema with the fields for a router. */
    GraphQLSchema schema() {
        return schema;
    }

    /** The represented records, in order; {@code null} for a record that does not exist. */
    private List<Object> entities(DataFetchingEnvironment environment) {
        List<Map<String, Object>> representations = environment.getArgument(ARGUMENT);
        if (representations.size() > PageRequest.LARGEST) {
            throw refusal(representations.size(), Message.of("expected.atMostRepresentations", PageRequest.LARGEST));
        }
        return WebSocketOperations.ofRequest(environment.getGraphQlContext(), () -> {
            var found = new ArrayList<Object>();
            for (Object representation : representations) {
                found.add(entity(representation));
            }
            return found;
        });
    }

    private Object entity(Object representation) {
        if (!(representation instanceof Map<?, ?> properties)
                || !(properties.get("__typename") instanceof String type)
                || !ENTITIES.containsKey(type)) {
            throw refusal(
                    representation,
                    Message.of(
                            "expected.typename",
                            ENTITIES.keySet().stream().sorted().toList()));
        }
        if (!(properties.get(ID) instanceof String id)) {
            throw refusal(representation, Message.of("expected.representation"));
        }
        return context.catalogue().find(ENTITIES.get(type).reference(id)).orElse(null);
    }

    private static BadQuestion refusal(Object sent, Message expected) {
        return new BadQuestion(List.of(Issue.unexpected("argument", ARGUMENT, String.valueOf(sent), expected)));
    }

    private static GraphQLObjectType type(TypeResolutionEnvironment environment) {
        return environment
                .getSchema()
                .getObjectType(environment.getObject().getClass().getSimpleName());
    }

    /** Adds the key of each entity to the schema. */
    private static final class Keys extends GraphQLTypeVisitorStub {
        @Override
        public TraversalControl visitGraphQLObjectType(
                GraphQLObjectType type, TraverserContext<GraphQLSchemaElement> context) {
            return ENTITIES.containsKey(type.getName())
                    ? changeNode(
                            context,
                            type.transform(keyed -> keyed.withAppliedDirective(
                                    FederationDirectives.key(ID).toAppliedDirective())))
                    : TraversalControl.CONTINUE;
        }
    }

    /** Adds descriptions to the types of the library. */
    private static final class Descriptions extends GraphQLTypeVisitorStub {

        private static final Map<String, String> OF = Map.of(
                "_service", "The schema as a part of a larger graph.",
                "_entities", "The records that are meant, in their order; null where there is none.",
                "representations", "Each with its __typename and id, 1 to 100.",
                "_Any", "A record of any kind, by its __typename and id.",
                "_Service", "The schema as a part of a larger graph.",
                "sdl", "Its source text, with the keys by which records are known.");

        /** All other visit methods delegate to this one. */
        @Override
        protected TraversalControl visitGraphQLType(
                GraphQLSchemaElement element, TraverserContext<GraphQLSchemaElement> context) {
            var description = element instanceof GraphQLNamedSchemaElement named ? OF.get(named.getName()) : null;
            if (description == null) {
                return TraversalControl.CONTINUE;
            }
            if (element instanceof GraphQLScalarType any) {
                return changeNode(context, any.transform(changed -> changed.description(description)
                        .coercing(new AnyCoercing())));
            }
            if (element instanceof GraphQLFieldDefinition field) {
                return changeNode(context, field.transform(changed -> changed.description(description)));
            }
            if (element instanceof GraphQLArgument argument) {
                return changeNode(context, argument.transform(changed -> changed.description(description)));
            }
            return element instanceof GraphQLObjectType type
                    ? changeNode(context, type.transform(changed -> changed.description(description)))
                    : TraversalControl.CONTINUE;
        }
    }
}
