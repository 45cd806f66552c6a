package be.digicatalogue.linked;

import be.digicatalogue.http.Format;
import be.digicatalogue.http.Json;
import be.digicatalogue.http.UnformattedAnswer;
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
    public byte[] write(UnformattedAnswer answer) {
        return Json.write(new JsonLd(answer.view().base()).document(answer.jsonWithLanguages(), type(answer)));
    }

    @Override
    public byte[] writeItem(UnformattedAnswer item) {
        return Json.write(new JsonLd(item.view().base()).record(item.jsonWithLanguages(), type(item)));
    }

    private static String type(UnformattedAnswer answer) {
        // "/v1/" stands before the type.
        return answer.address().split("/")[2];
    }
}
