package be.digicatalogue.linked;

import be.digicatalogue.http.Answered;
import be.digicatalogue.http.Format;
import be.digicatalogue.http.Json;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers of the REST face as JSON-LD. */
@ApplicationScoped
public class JsonLdFormat implements Format {

    @Override
    public String name() {
        return "jsonld";
    }

    @Override
    public String mediaType() {
        return JsonLd.MEDIA_TYPE;
    }

    @Override
    public byte[] write(Answered answer) {
        return Json.write(new JsonLd(answer.view().base()).document(answer.jsonWithLanguages(), type(answer)));
    }

    @Override
    public byte[] writeItem(Answered item) {
        return Json.write(new JsonLd(item.view().base()).record(item.jsonWithLanguages(), type(item)));
    }

    private static String type(Answered answer) {
        // "/v1/" stands before the type.
        return answer.address().split("/")[2];
    }
}
