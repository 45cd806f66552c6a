package be.digicatalogue.graph;

import be.digicatalogue.fact.Coded;
import be.digicatalogue.question.Parameters;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The arguments of a field, in the form of the parameters that a query reads. An argument that is null counts as absent. */
public final class Arguments {

    private final Map<String, List<String>> sent = new LinkedHashMap<>();

    private Arguments() {}

    public static Arguments none() {
        return new Arguments();
    }

    /** The arguments of a connection. */
    public static Arguments page(Integer first, String after, Integer last, String before) {
        return none().with("first", first)
                .with("after", after)
                .with("last", last)
                .with("before", before);
    }

    public Arguments with(String name, Object value) {
        if (value instanceof Collection<?> values) {
            if (!values.isEmpty()) {
                sent.put(
                        name,
                        values.stream()
                                .filter(Objects::nonNull)
                                .map(Arguments::written)
                                .toList());
            }
        } else if (value != null) {
            sent.put(name, List.of(written(value)));
        }
        return this;
    }

    /**
     * Reads a query from the arguments.
     *
     * @throws be.digicatalogue.question.BadQuestion with everything that is wrong with them
     */
    public <Q> Q question(Function<Parameters, Q> question) {
        return Parameters.read(Parameters.Face.GRAPHQL, sent, question);
    }

    private static String written(Object value) {
        if (value instanceof Coded coded) {
            return coded.code();
        }
        return value instanceof Double number && Double.isFinite(number)
                ? BigDecimal.valueOf(number).toPlainString()
                : value.toString();
    }
}
