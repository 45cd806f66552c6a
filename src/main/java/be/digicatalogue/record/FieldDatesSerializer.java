package be.digicatalogue.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.List;

/** Writes the dates of the fields of a record as one object: {@code {"openingHours": "2023", "phone": "2025-03"}}. */
public final class FieldDatesSerializer extends JsonSerializer<List<FieldDate>> {

    @Override
    public void serialize(List<FieldDate> dates, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeStartObject();
        for (var date : dates) {
            json.writeStringField(date.field(), date.date());
        }
        json.writeEndObject();
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, List<FieldDate> dates) {
        return dates.isEmpty();
    }
}
