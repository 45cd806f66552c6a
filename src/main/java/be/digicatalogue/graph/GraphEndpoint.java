package be.digicatalogue.graph;

import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Message;
import be.digicatalogue.http.AnswerSender;
import be.digicatalogue.http.MediaRange;
import be.digicatalogue.http.ProblemLanguage;
import be.digicatalogue.http.RequestBody;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.question.Issue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import graphql.execution.ExecutionId;
import graphql.language.OperationDefinition.Operation;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Serves GraphQL over HTTP according to its specification (https://graphql.github.io/graphql-over-http/draft/). WebSockets
 * are left to SmallRye.
 */
@ApplicationScoped
public class GraphEndpoint {

    /** After the step that answers from the cache. */
    private static final int ORDER = -800;

    private static final String ADDRESS = "/graphql";
    private static final String METHODS = "GET, HEAD, POST, OPTIONS";
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final int LONGEST_CONTENT_TYPE = 200;
    private static final Set<String> BODIES = Set.of("application/json", "application/graphql+json");

    /** Commas outside quotes; in a long header it would take very long to find them. */
    private static final Pattern LIST = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    /** The argument of every search. */
    private static final Pattern WORDS = Pattern.compile("\\bq\\b");

    private static final String SOON_SECONDS = "2";

    /** Nothing reads it, and the default would generate a random number for each request. */
    private static final ExecutionId UNNAMED = ExecutionId.from("graphql");

    private static final ObjectWriter JSON = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build()
            .writer();

    private final QueryDocuments documents;
    private final TrustedDocuments trusted;
    private final PersistedQueries persisted;
    private final RequestContext context;
    private final AnswerSender sender;
    private final CurrentVertxRequest current;
    private final HttpExecution execution;
    private final WebSockets webSockets;

    GraphEndpoint(
            QueryDocuments documents,
            TrustedDocuments trusted,
            PersistedQueries persisted,
            RequestContext context,
            AnswerSender sender,
            CurrentVertxRequest current,
            HttpExecution execution,
            WebSockets webSockets) {
        this.documents = documents;
        this.trusted = trusted;
        this.persisted = persisted;
        this.context = context;
        this.sender = sender;
        this.current = current;
        this.execution = execution;
        this.webSockets = webSockets;
    }

    /** Builds the schema while the catalogue is read, so that the first request does not wait for it. */
    void prepare(@Observes StartupEvent started) {
        Infrastructure.getDefaultWorkerPool()
                .execute(() -> execution.of(ExecutionInput.newExecutionInput("{ __typename }")
                        .executionId(UNNAMED)
                        .build()));
    }

    void register(@Observes Router router) {
        router.route(ADDRESS).order(ORDER).handler(this::handle);
    }

    private void handle(RoutingContext request) {
        var http = request.request();
        var headers = http.headers();
        if (http.method() == HttpMethod.GET && headers.contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)) {
            webSockets.opens(request);
            request.next();
            return;
        }
        var accepted = ResponseType.accepted(headers.getAll(HttpHeaders.ACCEPT));
        var type = accepted.orElse(ResponseType.GRAPHQL_RESPONSE);
        if (http.method() == HttpMethod.OPTIONS) {
            request.response()
                    .putHeader(HttpHeaders.ALLOW, METHODS)
                    .setStatusCode(204)
                    .end();
        } else if (http.method() != HttpMethod.POST && !SAFE.contains(http.method())) {
            request.response().putHeader(HttpHeaders.ALLOW, METHODS);
            refuse(
                    request,
                    type,
                    GraphRefusal.of(405, GraphRefusal.BAD_REQUEST, Message.of("problem.methodNotAllowed", METHODS)));
        } else if (accepted.isEmpty()) {
            refuse(
                    request,
                    type,
                    GraphRefusal.of(
                            406,
                            GraphRefusal.BAD_REQUEST,
                            Message.of(
                                    "graphql.notAcceptable", "application/graphql-response+json, application/json")));
        } else if (http.method() != HttpMethod.POST) {
            answer(request, type, null);
        } else if (!isJson(headers.getAll(HttpHeaders.CONTENT_TYPE))) {
            refuse(
                    request,
                    type,
                    GraphRefusal.of(
                            415,
                            GraphRefusal.BAD_REQUEST,
                            Message.of("graphql.unsupportedMediaType", GraphRequest.EXAMPLE)));
        } else if (request.body() != null && request.body().buffer() != null) {
            answer(request, type, request.body().buffer());
        } else {
            RequestBody.read(request, body -> answer(request, type, body));
        }
    }

    /**
     * Pages of other websites can send other content types without a CORS preflight. A client that sets the header in two
     * spellings, as GraphiQL does, sends it twice or as a list (RFC 9110, 8.3); equal values are unambiguous.
     */
    private static boolean isJson(List<String> contentTypes) {
        if (contentTypes.stream().anyMatch(type -> type.length() > LONGEST_CONTENT_TYPE)) {
            return false;
        }
        var members = contentTypes.stream()
                .flatMap(type -> Stream.of(LIST.split(type, -1)))
                .map(MediaRange::of)
                .toList();
        return members.stream().map(MediaRange::type).distinct().count() == 1
                && members.stream().allMatch(type -> BODIES.contains(type.type()) && type.isUtf8());
    }

    /** @param body {@code null} when the parameters are in the URL */
    private void answer(RoutingContext request, ResponseType type, Buffer body) {
        var later = new AtomicReference<Runnable>();
        refusing(request, type, () -> {
            var sent = body == null
                    ? GraphRequest.ofAddress(request.request().query())
                    : GraphRequest.ofBody(body.getBytes());
            var catalogue = context.catalogueIfRead();
            if (catalogue.isEmpty()) {
                request.response().putHeader("Retry-After", SOON_SECONDS);
                throw GraphRefusal.of(503, GraphErrorForm.SERVICE_UNAVAILABLE, Message.of("problem.noCatalogueYet"));
            }
            var text = text(sent);
            if (WORDS.matcher(text).find() && catalogue.get().search().takesLong(length(request, text, body))) {
                later.set(() -> execute(request, type, sent, text));
            } else {
                execute(request, type, sent, text);
            }
        });
        if (later.get() != null) {
            // Both threads share the request context of CDI, so the worker starts after the event loop has ended it.
            request.vertx()
                    .executeBlocking(
                            () -> {
                                refusing(request, type, later.get());
                                return null;
                            },
                            false);
        }
    }

    /** More than the length of all searches together. */
    private static int length(RoutingContext request, String text, Buffer body) {
        return text.length() + (body == null ? request.request().query().length() : body.length());
    }

    /** Answers what is refused and what fails. Faces find their request in the context of this thread. */
    private void refusing(RoutingContext request, ResponseType type, Runnable answer) {
        var requests = Arc.container().requestContext();
        requests.activate();
        try {
            current.setCurrent(request);
            answer.run();
        } catch (GraphRefusal refusal) {
            refuse(request, type, refusal);
        } catch (BadQuestion malformed) {
            // The URL cannot be decoded.
            refuse(
                    request,
                    type,
                    GraphRefusal.malformed(
                            malformed.issues().get(0).name(),
                            malformed.issues().get(0).detail()));
        } catch (RuntimeException fault) {
            fail(request, type, fault);
        } finally {
            requests.terminate();
        }
    }

    private void execute(RoutingContext request, ResponseType type, GraphRequest sent, String text) {
        var document = documents.prepared(text);
        var errors = new GraphErrorForm(documents, text, sent.variables(), language(request));
        document.operation(sent.operationName())
                .filter(operation -> operation != Operation.QUERY)
                .ifPresent(operation -> refuse(request, operation));
        if (!document.errors().isEmpty()) {
            send(
                    request,
                    type,
                    ExecutionResultImpl.newExecutionResult()
                            .errors(errors.formatted(document.errors()))
                            .build());
            return;
        }
        if (sent.hash() != null && sent.query() != null) {
            persisted.keep(sent.hash(), text);
        }
        // Faces do not block and return their fields at once, so nothing waits here.
        send(
                request,
                type,
                errors.formatted(execution.of(ExecutionInput.newExecutionInput()
                        .query(text)
                        .operationName(sent.operationName())
                        .variables(sent.variables())
                        .executionId(UNNAMED)
                        .locale(Locale.ROOT)
                        .build())));
    }

    /** The source text of the requested document. */
    private String text(GraphRequest sent) {
        if (sent.documentId() != null) {
            return trusted.text(sent.documentId())
                    .orElseThrow(() -> GraphRefusal.unanswerable(
                            "PERSISTED_DOCUMENT_NOT_FOUND",
                            Message.of("graphql.noSuchDocument", Issue.shown(sent.documentId()))));
        }
        if (sent.hash() == null) {
            return sent.query();
        }
        if (sent.query() == null) {
            // Clients recognize this message.
            return persisted
                    .text(sent.hash())
                    .or(() -> trusted.text("sha256:" + sent.hash()))
                    .orElseThrow(() -> GraphRefusal.unanswerable(
                            "PERSISTED_QUERY_NOT_FOUND", Message.of("graphql.persistedQueryNotFound")));
        }
        if (!persisted.belongs(sent.hash(), sent.query())) {
            throw GraphRefusal.malformed("extensions", Message.of("graphql.wrongHash"));
        }
        return sent.query();
    }

    /**
     * Rejects an operation that is not a query: a safe method must not change anything, and a single answer cannot carry a
     * subscription.
     */
    private static void refuse(RoutingContext request, Operation operation) {
        if (request.request().method() != HttpMethod.POST) {
            request.response().putHeader(HttpHeaders.ALLOW, "POST, OPTIONS");
            throw GraphRefusal.of(405, GraphRefusal.BAD_REQUEST, Message.of("graphql.onlyQueriesWithGet"));
        }
        if (operation == Operation.SUBSCRIPTION) {
            throw GraphRefusal.unanswerable(
                    GraphRefusal.BAD_REQUEST, Message.of("graphql.subscription", "graphql-transport-ws"));
        }
    }

    private void send(RoutingContext request, ResponseType type, ExecutionResult result) {
        var answer = new LinkedHashMap<String, Object>();
        if (!result.getErrors().isEmpty()) {
            answer.put("errors", specification(result.getErrors()));
        }
        if (result.isDataPresent()) {
            answer.put("data", result.getData());
        }
        context.catalogueIfRead()
                .ifPresent(catalogue -> answer.put(
                        "extensions",
                        Map.of(
                                WebSocketOperations.REVISION,
                                catalogue.revision().number())));
        if (result.getErrors().isEmpty()) {
            sender.end(bytes(answer), type.contentType());
        } else {
            end(request, type, result.isDataPresent() ? 200 : type.requestError(), answer);
        }
    }

    private static void refuse(RoutingContext request, ResponseType type, GraphRefusal refusal) {
        end(
                request,
                type,
                refusal.status(type),
                Map.of("errors", specification(List.of(GraphErrorForm.formatted(refusal, language(request))))));
    }

    private static void fail(RoutingContext request, ResponseType type, Throwable fault) {
        end(
                request,
                type,
                500,
                Map.of("errors", specification(List.of(GraphErrorForm.fault(fault, language(request))))));
    }

    private static Language language(RoutingContext request) {
        return ProblemLanguage.of(RequestContext.of(request)).language();
    }

    private static List<Map<String, Object>> specification(List<GraphQLError> errors) {
        return errors.stream().map(GraphQLError::toSpecification).toList();
    }

    /** Ends a request with an answer that has errors. It must not be cached, because the same request may succeed soon. */
    private static void end(RoutingContext request, ResponseType type, int status, Map<String, Object> answer) {
        // The rest of an unread body is discarded, so that the next request on the connection can be read.
        request.request().resume();
        var body = bytes(answer);
        var response = request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, type.contentType())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (request.request().method() == HttpMethod.HEAD) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length))
                    .end();
        } else {
            response.end(Buffer.buffer(body));
        }
    }

    private static byte[] bytes(Map<String, Object> answer) {
        try {
            return JSON.writeValueAsBytes(answer);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("cannot write an answer of GraphQL", broken);
        }
    }
}
