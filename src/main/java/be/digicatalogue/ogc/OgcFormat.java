package be.digicatalogue.ogc;

import be.digicatalogue.fact.Message;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.question.Parameters;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The formats of a resource: one for programs, which comes first, and a page. */
record OgcFormat(String name, String type) {

    static final String PARAMETER = "f";

    private static final String JSON = "json";
    static final OgcFormat HTML = new OgcFormat("html", "text/html");

    private static final OgcFormat PLAIN = json(MediaType.APPLICATION_JSON);

    /** The format for programs. */
    static OgcFormat json(String type) {
        return new OgcFormat(JSON, type);
    }

    boolean isPage() {
        return this.equals(HTML);
    }

    /** The value of the {@code Content-Type} header. */
    String contentType() {
        return isPage() ? type + ";charset=UTF-8" : type;
    }

    /**
     * The requested format; the parameter takes precedence over the {@code Accept} header.
     *
     * @param machines the format for programs; a client that accepts plain JSON gets it with that type
     * @throws Refusal when the header accepts none of them
     */
    static OgcFormat requested(OgcFormat machines, String parameter, RequestContext context) {
        if (parameter != null) {
            return parameter.equals(HTML.name) ? HTML : machines;
        }
        return context.accepted(List.of(machines, HTML, PLAIN), OgcFormat::type)
                .orElseThrow(() -> new Refusal(Problem.status(
                        406,
                        Message.of(
                                "problem.formatNotAcceptable",
                                List.of(machines.type, PLAIN.type, HTML.type),
                                List.of(JSON, HTML.name)))));
    }

    /** The parameter {@code f}. */
    static String parameter(Parameters parameters) {
        return parameters.oneOf(PARAMETER, List.of(JSON, HTML.name));
    }
}
