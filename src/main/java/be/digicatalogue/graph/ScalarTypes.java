package be.digicatalogue.graph;

import graphql.Directives;
import graphql.GraphQLContext;
import graphql.Scalars;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import io.smallrye.graphql.scalar.GraphQLScalarTypes;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.function.Function;

/**
 * The scalars of the schema. They replace those of SmallRye, which accept what the specification rejects
 * (https://spec.graphql.org/October2021/#sec-Scalars): 4294967298 as 2, texts as numbers, 30 February.
 */
final class ScalarTypes {

    /** The number of digits of the largest Int. */
    private static final int LONGEST_INT = 10;

    private static final String RFC_3339 = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6";

    private ScalarTypes() {}

    /** Makes SmallRye build the schema with these scalars. */
    static void register() {
        register(Integer.class, "Int", Scalars.GraphQLInt.transform(type -> type.coercing(new BoundedInt())));
        register(Double.class, "Float", Scalars.GraphQLFloat);
        // The only long numbers are revisions, which clients compare with arguments of type Int.
        register(Long.class, "BigInteger", GraphQLScalarTypes.getScalarByName("Int"));
        register(
                BigDecimal.class,
                "BigDecimal",
                specified(
                        "BigDecimal",
                        "A decimal number of any size and precision, as a number of JSON: never rounded.",
                        "https://www.rfc-editor.org/rfc/rfc8259#section-6",
                        new Strict(number -> new BigDecimal(((Number) number).toString()))));
        register(
                LocalDate.class,
                "Date",
                specified(
                        "Date",
                        "A day that exists, as a full-date of RFC 3339: YYYY-MM-DD.",
                        RFC_3339,
                        new Strict(text -> LocalDate.parse((String) text))));
        register(
                OffsetDateTime.class,
                "DateTime",
                specified(
                        "DateTime",
                        "A moment with its offset from UTC, as a date-time of RFC 3339: 2026-12-25T10:00:00+01:00.",
                        RFC_3339,
                        new Strict(text -> OffsetDateTime.parse((String) text))));
    }

    private static void register(Class<?> java, String name, GraphQLScalarType type) {
        GraphQLScalarTypes.registerCustomScalar(name, java.getName(), type);
    }

    /** Introspection returns the URL of the specification, and the schema printer prints it as a directive. */
    private static GraphQLScalarType specified(
            String name, String description, String address, Coercing<?, ?> coercing) {
        var directive = Directives.SpecifiedByDirective;
        return GraphQLScalarType.newScalar()
                .name(name)
                .description(description)
                .specifiedByUrl(address)
                .withAppliedDirective(directive
                        .toAppliedDirective()
                        .transform(applied -> applied.argument(directive
                                .getArgument("url")
                                .toAppliedArgument()
                                .transform(url -> url.valueProgrammatic(address)))))
                .coercing(coercing)
                .build();
    }

    /**
     * A scalar that is sent as its field returns it. It is not the type of an argument, but variables within entities may
     * have it.
     */
    private record Strict(Function<Object, Object> read) implements Coercing<Object, Object> {

        @Override
        public Object serialize(Object result, GraphQLContext context, Locale locale) {
            return result;
        }

        @Override
        public Object parseValue(Object sent, GraphQLContext context, Locale locale) {
            try {
                return read.apply(sent);
            } catch (ClassCastException | NumberFormatException | DateTimeException refused) {
                throw new CoercingParseValueException("'" + sent + "' is none");
            }
        }

        @Override
        public Object parseLiteral(Value<?> sent, CoercedVariables variables, GraphQLContext context, Locale locale) {
            try {
                return parseValue(plain(sent), context, locale);
            } catch (CoercingParseValueException refused) {
                throw new CoercingParseLiteralException(refused.getMessage());
            }
        }

        private static Object plain(Value<?> sent) {
            if (sent instanceof StringValue text) {
                return text.getValue();
            }
            if (sent instanceof IntValue number) {
                return number.getValue();
            }
            return sent instanceof FloatValue number ? number.getValue() : sent;
        }
    }

    /** Int of graphql-java would expand a number such as 1e999999999 before rejecting it. */
    private static final class BoundedInt implements Coercing<Object, Object> {

        private static final Coercing<?, ?> UNBOUNDED = Scalars.GraphQLInt.getCoercing();

        @Override
        public Object serialize(Object result, GraphQLContext context, Locale locale) {
            return UNBOUNDED.serialize(result, context, locale);
        }

        @Override
        public Object parseValue(Object sent, GraphQLContext context, Locale locale) {
            if (sent instanceof BigDecimal number && number.precision() - number.scale() > LONGEST_INT) {
                throw new CoercingParseValueException("'" + number + "' is beyond an Int");
            }
            return UNBOUNDED.parseValue(sent, context, locale);
        }

        @Override
        public Object parseLiteral(Value<?> sent, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return UNBOUNDED.parseLiteral(sent, variables, context, locale);
        }

        @Override
        public Value<?> valueToLiteral(Object given, GraphQLContext context, Locale locale) {
            return UNBOUNDED.valueToLiteral(given, context, locale);
        }
    }
}
