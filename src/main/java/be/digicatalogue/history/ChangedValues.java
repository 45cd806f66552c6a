package be.digicatalogue.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * What a revision changed in a record: values by the names of its columns in the dataset, in camelCase, and of its parts. A
 * changed record has the fields that differ, any other all fields that have a value.
 *
 * @param before a JSON object; {@code null} for an added record
 * @param after a JSON object; {@code null} for a removed record
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangedValues(
        @JsonRawValue String before, @JsonRawValue String after) {}
