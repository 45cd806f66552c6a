package be.digicatalogue.index;

import be.digicatalogue.fact.Link;
import be.digicatalogue.fact.Text;
import be.digicatalogue.record.RecordKind;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A record that was found.
 *
 * @param href its URL; for a place or a service, the URL of a list that contains it
 * @param fragment HTML: escaped text with the words that were found between {@code <em>} and {@code </em>}
 * @param score the relevance, higher is better; comparable only within one answer
 */
@Description("A record that was found.")
public record SearchHit(
        @NonNull @Description("The kind of record.") RecordKind type,

        @NonNull @Description("Its id among the records of its kind.")
        String id,

        @Ignore Link href,
        @Ignore Text name,

        @NonNull
        @Description(
                "The passages in which the words were found, as HTML: escaped text with the words between <em> and </em>.")
        String fragment,

        @Description("The relevance; comparable only within one response.")
        int score) {}
