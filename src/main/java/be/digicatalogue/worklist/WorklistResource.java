package be.digicatalogue.worklist;

import be.digicatalogue.access.Caller;
import be.digicatalogue.access.Role;
import be.digicatalogue.dataset.DataPackage;
import be.digicatalogue.dataset.Table;
import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.http.Json;
import be.digicatalogue.http.PagedList;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.question.Slice;
import be.digicatalogue.record.Address;
import be.digicatalogue.record.Schema;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What curators should look at, by task, kind and municipality. */
@Path("/admin/v1/worklist")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class WorklistResource {

    private static final int UNAVAILABLE = 503;

    private final RequestContext context;
    private final Caller caller;
    private final List<StoredWork> stored;

    WorklistResource(RequestContext context, Caller caller, @All List<StoredWork> stored) {
        this.context = context;
        this.caller = caller;
        this.stored = stored;
    }

    /** Each part is {@code null} for all. */
    private record WorkQuestion(WorkTask task, String type, Reference municipality, PageRequest page) {}

    /** The number of items of a municipality. */
    private record MunicipalWork(Reference municipality, int count) {}

    /**
     * A page of items.
     *
     * @param tasks the number of items of each task, whichever tasks are asked for
     * @param types the number of items of each kind of record or table, whichever is asked for
     * @param municipalities the municipalities with items, most first, whichever is asked for
     * @param unavailable the tasks whose items cannot be read now, because the database is away
     */
    private record WorkPage(
            @JsonUnwrapped PagedList<WorkItem> list,
            Map<WorkTask, Integer> tasks,
            Map<String, Integer> types,
            List<MunicipalWork> municipalities,
            List<WorkTask> unavailable) {}

    @GET
    public Response list() {
        caller.must(Role.values());
        var question = context.question(this::question);
        var worklist = Worklist.of(context.catalogue());
        var items = new ArrayList<WorkItem>();
        var unavailable = new ArrayList<WorkTask>();
        for (var work : stored) {
            try {
                items.addAll(work.open(worklist.rows()));
            } catch (Refusal away) {
                if (away.problem().status() != UNAVAILABLE || question.task() == work.task()) {
                    throw away;
                }
                unavailable.add(work.task());
            }
        }
        items.addAll(worklist.on(context.today()));
        Predicate<WorkItem> ofTask = item -> question.task() == null || question.task() == item.task();
        Predicate<WorkItem> ofType =
                item -> question.type() == null || question.type().equals(item.typeOrTable());
        Predicate<WorkItem> there = item ->
                question.municipality() == null || question.municipality().equals(item.municipality());
        var chosen = items.stream().filter(ofTask.and(ofType).and(there)).toList();
        var page = new WorkPage(
                context.list(Slice.page(chosen, question.page())),
                count(items.stream().filter(ofType.and(there)), WorkItem::task),
                count(items.stream().filter(ofTask.and(there)), WorkItem::typeOrTable),
                municipalities(items.stream().filter(ofTask.and(ofType))),
                unavailable);
        return Response.ok(Json.write(page, context.view()), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private WorkQuestion question(Parameters parameters) {
        return new WorkQuestion(
                parameters.code("task", WorkTask.class),
                parameters.oneOf(
                        "type",
                        Stream.concat(
                                        Schema.loaded().listed().map(type -> type.kind()
                                                .code()),
                                        DataPackage.TABLES.stream().map(Table::name))
                                .distinct()
                                .toList()),
                municipality(parameters),
                parameters.page());
    }

    private Reference municipality(Parameters parameters) {
        var code = parameters.text("municipality");
        if (code == null) {
            return null;
        }
        var municipality = Address.of(null, null, null, null, code).municipality();
        if (context.catalogue().find(municipality).isEmpty()) {
            parameters.expect("municipality", Message.of("expected.idListedAt", "/v1/" + municipality.type()));
        }
        return municipality;
    }

    private static <K extends Comparable<K>> Map<K, Integer> count(Stream<WorkItem> items, Function<WorkItem, K> by) {
        return items.collect(Collectors.groupingBy(by, TreeMap::new, Collectors.summingInt(item -> 1)));
    }

    private static List<MunicipalWork> municipalities(Stream<WorkItem> items) {
        return count(items.filter(item -> item.municipality() != null), WorkItem::municipality).entrySet().stream()
                .map(each -> new MunicipalWork(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(MunicipalWork::count).reversed())
                .toList();
    }
}
