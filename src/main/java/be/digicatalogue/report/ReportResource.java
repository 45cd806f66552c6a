package be.digicatalogue.report;

import be.digicatalogue.fact.Message;
import be.digicatalogue.http.Clients;
import be.digicatalogue.http.Json;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.ProblemLanguage;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.question.Parameters;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Where anybody reports that something is wrong, and sees at a secret address what became of it. */
@Path("/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ReportResource {

    private final RequestContext context;
    private final Reports reports;
    private final Clients clients;
    private final RoutingContext request;

    ReportResource(RequestContext context, Reports reports, Clients clients, RoutingContext request) {
        this.context = context;
        this.reports = reports;
        this.clients = clients;
        this.request = request;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(byte[] body) {
        context.question(parameters -> null);
        var fields = ReportBody.texts(ReportBody.object(body));
        var draft = Parameters.read(
                Parameters.Face.BODY, fields, parameters -> ReportDraft.read(parameters, context.catalogue()));
        var token = reports.add(draft, clients.of(request.request()));
        return json(new Reports.ReportAnswer(ReportStatus.RECEIVED, null))
                .status(201)
                .location(URI.create(context.base() + "/v1/reports/" + token.text()))
                .build();
    }

    @GET
    @Path("{token}")
    public Response one(@PathParam("token") String token) {
        context.question(parameters -> null);
        return json(SecretToken.read(token).flatMap(reports::answer).orElseThrow(ReportResource::unknown))
                .build();
    }

    private Response.ResponseBuilder json(Reports.ReportAnswer answer) {
        return Response.ok(Json.write(answer, ProblemLanguage.of(context).language()), MediaType.APPLICATION_JSON_TYPE);
    }

    /** One answer for a token that is unknown, void or expired. */
    private static Refusal unknown() {
        return new Refusal(Problem.notFound(Message.of("report.noSuchReport")));
    }
}
