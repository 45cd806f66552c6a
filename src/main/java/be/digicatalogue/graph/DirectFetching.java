package be.digicatalogue.graph;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.execution.datafetcher.DefaultDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.helper.FieldHelper;
import io.smallrye.graphql.schema.model.Execute;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.schema.model.Wrapper;
import io.smallrye.graphql.spi.ClassloadingService;
import io.smallrye.graphql.spi.DataFetcherService;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;

/**
 * Fetches fields by calling their methods directly. For every field SmallRye would describe the selection as JSON, look up
 * the bean and copy its lists, which took most of the time of an answer.
 */
public class DirectFetching implements DataFetcherService {

    /** Higher than that of Quarkus, which is 1. */
    @Override
    public Integer getPriority() {
        return 0;
    }

    @Override
    public PlugableBatchableDataFetcher<?, ?> getDefaultDataFetcher(Operation operation, Type type) {
        return operation.getExecute() == Execute.NON_BLOCKING ? new OfBean<>(operation, type) : null;
    }

    @Override
    public PlugableDataFetcher<?> getFieldDataFetcher(Field field, Type type, Reference owner) {
        return field.getMethodName() == null ? null : new OfFact(field, owner);
    }

    /** True when values are sent as the method returns them, without a format or conversion. */
    private static boolean isPlain(Field field) {
        var type = field.getReference();
        return !field.hasTransformation()
                && !field.isAdaptingTo()
                && !field.isAdaptingWith()
                && !type.isAdaptingTo()
                && !type.isAdaptingWith()
                && (type.getType() != ReferenceType.SCALAR
                        || type.getClassName().equals(type.getGraphQLClassName()))
                && !type.getClassName().startsWith("java.util.Optional")
                && (!field.hasWrapper() || isPlain(field.getWrapper()));
    }

    private static boolean isPlain(Wrapper wrapper) {
        return wrapper.isCollection() && (!wrapper.hasWrapper() || isPlain(wrapper.getWrapper()));
    }

    private static Object call(Method method, Object on, Object... arguments) throws Exception {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw thrown;
        }
    }

    /** A field whose method is in a face, the bean of a feature. */
    private static final class OfBean<K, T> extends DefaultDataFetcher<K, T> {

        private final boolean plain;
        private Object bean;

        private OfBean(Operation operation, Type type) {
            super(operation, type);
            plain = isPlain(operation);
        }

        @Override
        @SuppressWarnings("unchecked")
        public T get(DataFetchingEnvironment environment) throws Exception {
            return WebSocketOperations.ofRequest(environment.getGraphQlContext(), () -> {
                try {
                    var arguments = argumentHelper.getArguments(environment).toArray();
                    var value = call(operationInvoker.getMethod(), bean(), arguments);
                    return (T) (plain ? value : fieldHelper.transformOrAdaptResponse(value, environment));
                } catch (AbstractDataFetcherException malformed) {
                    var result = DataFetcherResult.newResult();
                    malformed.appendDataFetcherResult(result, environment);
                    return (T) result.build();
                }
            });
        }

        /**
         * Looks up the bean on first use, because fetchers are created while the application is built, when there are no
         * beans yet.
         */
        private Object bean() {
            if (bean == null) {
                bean = Arc.container()
                        .instance(ClassloadingService.get().loadClass(operation.getClassName()))
                        .get();
            }
            return bean;
        }
    }

    /** A field whose method is in the fact itself. */
    private static final class OfFact implements PlugableDataFetcher<Object>, LightDataFetcher<Object> {

        private final boolean plain;
        private final FieldHelper helper;
        private final Method method;

        private OfFact(Field field, Reference owner) {
            plain = isPlain(field);
            helper = new FieldHelper(field);
            try {
                method = ClassloadingService.get()
                        .loadClass(owner.getClassName())
                        .getMethod(field.getMethodName());
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException("no method behind the field " + field.getName(), impossible);
            }
        }

        @Override
        public Object get(DataFetchingEnvironment environment) throws Exception {
            return get(environment.getFieldDefinition(), environment.getSource(), () -> environment);
        }

        @Override
        public Object get(GraphQLFieldDefinition field, Object fact, Supplier<DataFetchingEnvironment> environment)
                throws Exception {
            var value = call(method, fact);
            return plain || value == null ? value : helper.transformOrAdaptResponse(value, environment.get());
        }
    }
}
