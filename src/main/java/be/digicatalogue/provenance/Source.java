package be.digicatalogue.provenance;

import be.digicatalogue.fact.Addressed;
import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Text;
import be.digicatalogue.record.RecordKind;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A document or data set that facts of the catalogue come from. {@code date} is a year, a month or a day. */
@Description("A document or data set that the facts of the catalogue come from.")
public record Source(
        @NonNull @Description("Stable slug.") String id,
        @NonNull @Description("The kind of source.") Kind kind,
        @NonNull @Description("Title as published.") String title,
        @Description("Who published it.") String publisher,

        @Description("Date of the source: a year, a month or a day.")
        String date,

        @Description("Number of the parliamentary question.")
        String number,

        @Description("Minister who answered.") String answeredBy,

        @Description("Licence under which it may be reused; absent when none is stated.")
        String licence,

        @Description("The credit line for it.") String credit,
        @Description("The URL at which it is published.") String url,
        @Ignore Text about)
        implements Addressed {

    @Override
    public String type() {
        return RecordKind.SOURCES.code();
    }

    @Override
    public Text label() {
        return Text.name(title);
    }

    /** The kind of a source. */
    @Enum("SourceKind")
    @Description("The kind of source.")
    public enum Kind implements Coded {
        @Description("Written question in the Flemish Parliament with the minister's answer.")
        PARLIAMENTARY_QUESTION,
        @Description("Open data set.")
        OPEN_DATA
    }
}
