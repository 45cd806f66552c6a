package be.digicatalogue.report;

import be.digicatalogue.fact.Message;
import be.digicatalogue.http.JsonInput;
import be.digicatalogue.http.MalformedJson;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.question.Issue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON that reporters and curators send. */
public final class ReportBody {

    private ReportBody() {}

    /** @throws BadQuestion when the body is not a JSON object */
    public static ObjectNode object(byte[] body) {
        Message wrong;
        try {
            if (JsonInput.READER.readTree(body) instanceof ObjectNode object) {
                return object;
            }
            wrong = Message.of("json.notObject");
        } catch (JsonProcessingException malformed) {
            wrong = MalformedJson.explanation(malformed);
        } catch (IOException unreadable) {
            wrong = Message.of("json.notObject");
        }
        throw new BadQuestion(List.of(Issue.invalid("body", null, null, wrong)));
    }

    /**
     * The properties of an object as parameters.
     *
     * @throws BadQuestion when one of them is not a text
     */
    public static Map<String, List<String>> texts(ObjectNode object) {
        var texts = new LinkedHashMap<String, List<String>>();
        var issues = new ArrayList<Issue>();
        object.properties().forEach(property -> {
            var value = property.getValue();
            if (value.isTextual()) {
                texts.put(property.getKey(), List.of(value.textValue()));
            } else {
                issues.add(Issue.invalid(
                        "body",
                        property.getKey(),
                        value.toString(),
                        Message.of("parameter.notText", Issue.shown(property.getKey()))));
            }
        });
        if (!issues.isEmpty()) {
            throw new BadQuestion(issues);
        }
        return texts;
    }
}
