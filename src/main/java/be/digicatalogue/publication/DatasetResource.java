package be.digicatalogue.publication;

import be.digicatalogue.dataset.DatasetFile;
import be.digicatalogue.dataset.Export;
import be.digicatalogue.http.Document;
import be.digicatalogue.http.RequestContext;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The whole dataset as a file. */
@Path("/v1")
@Blocking
public class DatasetResource {

    private final RequestContext context;

    DatasetResource(RequestContext context) {
        this.context = context;
    }

    @GET
    @Path("dataset.zip")
    @Produces(Export.ZIP)
    public Response zip() {
        return file("zip", export().zip());
    }

    @GET
    @Path("dataset.xlsx")
    @Produces(Export.WORKBOOK)
    public Response workbook() {
        return file("xlsx", export().workbook());
    }

    private Export export() {
        context.question(parameters -> null);
        return context.catalogue().export();
    }

    private Response file(String extension, DatasetFile file) {
        var name = "digi-catalogue-" + context.catalogue().revision().number() + "." + extension;
        return Response.ok(new Document(file.content(), MediaType.valueOf(file.mediaType()), file.tag()))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
