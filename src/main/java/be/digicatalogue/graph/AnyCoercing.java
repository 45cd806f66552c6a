package be.digicatalogue.graph;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;

/** Any value, for representations of records. The type of the federation library fails on null and rejects variables. */
final class AnyCoercing implements Coercing<Object, Object> {

    private static final Coercing<?, ?> PLAIN = ExtendedScalars.Object.getCoercing();

    @Override
    public Object serialize(Object result, GraphQLContext context, Locale locale) {
        return result;
    }

    @Override
    public Object parseValue(Object sent, GraphQLContext context, Locale locale) {
        return sent;
    }

    @Override
    public Object parseLiteral(Value<?> sent, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (sent instanceof NullValue) {
            return null;
        }
        if (sent instanceof VariableReference variable) {
            return variables.get(variable.getName());
        }
        if (sent instanceof ArrayValue array) {
            var values = new ArrayList<>();
            array.getValues().forEach(value -> values.add(parseLiteral(value, variables, context, locale)));
            return values;
        }
        if (sent instanceof ObjectValue object) {
            var properties = new LinkedHashMap<String, Object>();
            object.getObjectFields()
                    .forEach(field -> properties.put(
                            field.getName(), parseLiteral(field.getValue(), variables, context, locale)));
            return properties;
        }
        return PLAIN.parseLiteral(sent, variables, context, locale);
    }
}
