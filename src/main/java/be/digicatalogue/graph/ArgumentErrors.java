package be.digicatalogue.graph;

import be.digicatalogue.fact.Message;
import be.digicatalogue.question.Issue;
import be.digicatalogue.question.Parameters;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import graphql.GraphQLError;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.TypeInfo;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Explains errors in arguments. An error has a position in the document; from that follow the argument, the value that was
 * sent and what is allowed.
 */
final class ArgumentErrors {

    /** The allowed values of a scalar; those of enums are in the schema. */
    private static final Map<String, Message> EXPECTED = Map.of(
            "Int", Message.of("expected.wholeNumber", Integer.MIN_VALUE, Integer.MAX_VALUE),
            "Float", Message.of("expected.finiteNumber"),
            "String", Message.of("expected.quotedText"),
            "Boolean", Message.of("expected.unquotedBoolean"),
            "BigDecimal", Message.of("expected.number"),
            "Date", Message.of("expected.day"),
            "DateTime", Message.of("expected.dateTime", "2026-12-25T10:00:00+01:00"),
            "_Any", Message.of("expected.representation"));

    private static final ObjectWriter JSON = new ObjectMapper().writer();
    private static final Pattern TYPE = Pattern.compile("is not a valid '(\\w+)'");

    private final GraphQLSchema schema;
    private final Map<String, Object> variables;
    private final Map<SourceLocation, Argument> arguments = new HashMap<>();
    private final Map<SourceLocation, Variable> definitions = new HashMap<>();

    /** @param argument the first argument with the variable; {@code null} when there is none */
    private record Variable(VariableDefinition definition, Argument argument) {}

    /** @param document {@code null} when it could not be parsed */
    ArgumentErrors(GraphQLSchema schema, Document document, Map<String, Object> variables) {
        this.schema = schema;
        this.variables = variables;
        if (document != null) {
            var ofFragments = new HashMap<String, Argument>();
            for (var definition : document.getDefinitions()) {
                if (!(definition instanceof OperationDefinition)) {
                    collect(definition, null, ofFragments);
                }
            }
            document.getDefinitionsOfType(OperationDefinition.class)
                    .forEach(operation -> collect(operation, ofFragments));
        }
    }

    private void collect(OperationDefinition operation, Map<String, Argument> ofFragments) {
        var own = new HashMap<String, Argument>();
        collect(operation, null, own);
        for (var definition : operation.getVariableDefinitions()) {
            var name = definition.getName();
            definitions.put(
                    definition.getSourceLocation(),
                    new Variable(definition, own.getOrDefault(name, ofFragments.get(name))));
        }
    }

    private void collect(Node<?> part, Argument around, Map<String, Argument> byVariable) {
        var argument = part instanceof Argument itself ? itself : around;
        if (argument != null) {
            arguments.putIfAbsent(part.getSourceLocation(), argument);
            if (part instanceof VariableReference variable) {
                byVariable.putIfAbsent(variable.getName(), argument);
            }
        }
        part.getChildren().forEach(child -> collect((Node<?>) child, argument, byVariable));
    }

    /** The name of the argument that an error is about. */
    Optional<String> argument(GraphQLError error) {
        return place(error).flatMap(place -> Optional.ofNullable(arguments.get(place))
                .or(() -> Optional.ofNullable(definitions.get(place)).map(Variable::argument))
                .map(Argument::getName));
    }

    /**
     * The issue of an invalid value, in the format of other invalid parameters; empty when an error is not about a value.
     */
    Optional<Issue> refusal(GraphQLError error) {
        return place(error).flatMap(place -> {
            var variable = definitions.get(place);
            if (variable != null && variable.argument() != null && isRefusal(error)) {
                var definition = variable.definition();
                return refusal(
                        variable.argument(),
                        sent(definition),
                        TypeInfo.typeInfo(definition.getType()).getName());
            }
            var literal = arguments.get(place);
            if (literal == null || !isInvalid(error, ValidationErrorType.WrongType)) {
                return Optional.empty();
            }
            var type = TYPE.matcher(error.getMessage());
            return refusal(literal, AstPrinter.printAstCompact(literal.getValue()), type.find() ? type.group(1) : null);
        });
    }

    private static boolean isRefusal(GraphQLError error) {
        return error instanceof CoercingParseValueException
                || error instanceof NonNullableValueCoercedAsNullException
                || isInvalid(error, ValidationErrorType.BadValueForDefaultArg);
    }

    private static boolean isInvalid(GraphQLError error, ValidationErrorType how) {
        return error instanceof ValidationError invalid && invalid.getValidationErrorType() == how;
    }

    private static Optional<SourceLocation> place(GraphQLError error) {
        return Optional.ofNullable(error.getLocations())
                .flatMap(places -> places.stream().findFirst());
    }

    /** The value as it was sent; {@code null} when none was sent. */
    private String sent(VariableDefinition variable) {
        if (!variables.containsKey(variable.getName())) {
            return variable.getDefaultValue() == null ? null : AstPrinter.printAstCompact(variable.getDefaultValue());
        }
        try {
            return JSON.writeValueAsString(variables.get(variable.getName()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cannot write what was read", impossible);
        }
    }

    private Optional<Issue> refusal(Argument argument, String sent, String type) {
        return Optional.ofNullable(type == null ? Message.of("expected.notNull") : expected(type))
                .map(expected -> Issue.invalid(
                        Parameters.Face.GRAPHQL.in(),
                        argument.getName(),
                        sent,
                        sent == null
                                ? Message.of("parameter.missing", argument.getName(), expected)
                                : Message.of("parameter.unexpected", argument.getName(), Issue.shown(sent), expected)));
    }

    private Message expected(String type) {
        return schema.getType(type) instanceof GraphQLEnumType codes
                ? Message.of(
                        "expected.oneOf",
                        codes.getValues().stream()
                                .map(GraphQLEnumValueDefinition::getName)
                                .toList())
                : EXPECTED.get(type);
    }
}
