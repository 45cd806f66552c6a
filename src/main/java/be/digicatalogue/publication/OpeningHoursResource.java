package be.digicatalogue.publication;

import be.digicatalogue.access.Caller;
import be.digicatalogue.access.Role;
import be.digicatalogue.fact.Belgium;
import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Text;
import be.digicatalogue.hours.HoursDoubts;
import be.digicatalogue.hours.OpeningHours;
import be.digicatalogue.hours.UnreadableHours;
import be.digicatalogue.hours.WeekGrid;
import be.digicatalogue.http.Json;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.question.Issue;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes opening hours for a form, so that no other program has to know their syntax. It changes nothing. */
@Path("/admin/v1/opening-hours")
@Produces(MediaType.APPLICATION_JSON)
public class OpeningHoursResource {

    private static final String OPENING_HOURS = "openingHours";
    private static final String GRID = "grid";

    private final RequestContext context;
    private final Caller caller;

    OpeningHoursResource(RequestContext context, Caller caller) {
        this.context = context;
        this.caller = caller;
    }

    /**
     * Hours in each of their forms.
     *
     * @param grid {@code null} when they can be edited as text only
     * @param doubts what their author probably did not mean
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record DescribedHours(String openingHours, Text inWords, WeekGrid grid, List<Message> doubts) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response describe(byte[] body) {
        caller.must(Role.values());
        context.question(parameters -> null);
        var asked = RecordResource.json(body);
        var text = asked.path(OPENING_HOURS);
        boolean isGrid = asked.path(GRID).isObject();
        if (asked.size() != 1 || !isGrid && !text.isTextual()) {
            throw new BadQuestion(
                    List.of(Issue.invalid("body", null, null, Message.of("admin.hoursOrGrid", OPENING_HOURS, GRID))));
        }
        var name = isGrid ? GRID : OPENING_HOURS;
        try {
            var osm = isGrid ? grid(asked.get(GRID)).osm() : text.textValue();
            var hours = OpeningHours.parse(osm, List.of());
            return Response.ok(
                            Json.write(
                                    new DescribedHours(
                                            osm,
                                            hours.inWords(),
                                            WeekGrid.of(osm).orElse(null),
                                            HoursDoubts.about(osm, LocalDate.now(Belgium.ZONE))),
                                    context.view()),
                            MediaType.APPLICATION_JSON_TYPE)
                    .build();
        } catch (UnreadableHours unreadable) {
            throw new BadQuestion(List.of(Issue.invalid(
                    "body",
                    name,
                    isGrid ? null : text.textValue(),
                    Message.of("finding.unreadableHours", unreadable.reason()))));
        }
    }

    private static WeekGrid grid(JsonNode grid) {
        var week = new ArrayList<List<WeekGrid.HoursStretch>>();
        grid.path("week").forEach(day -> week.add(stretches(day)));
        return new WeekGrid(
                week,
                grid.path("holidays").isArray() ? stretches(grid.get("holidays")) : null,
                grid.path("others").asText(null));
    }

    private static List<WeekGrid.HoursStretch> stretches(JsonNode day) {
        var stretches = new ArrayList<WeekGrid.HoursStretch>();
        day.forEach(each -> stretches.add(new WeekGrid.HoursStretch(
                each.path("from").asText(), each.path("to").asText())));
        return stretches;
    }
}
