package be.digicatalogue.linked;

import be.digicatalogue.http.Format;
import be.digicatalogue.http.Json;
import be.digicatalogue.http.UnformattedAnswer;
import jakarta.enterprise.context.ApplicationScoped;

/** REST answers as JSON-LD. */
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
        // The type follows "/v1/".
        return answer.address().split("/")[2];
    }
}
