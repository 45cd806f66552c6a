package be.digicatalogue.graph;

import org.eclipse.microprofile.graphql.Description;

/** The position of a page in its list (Relay cursor specification). */
@Description("The position of a page in its list (Relay).")
public record PageInfo(
        @Description("True when there are items after this page.")
        boolean hasNextPage,

        @Description("True when there are items before this page.")
        boolean hasPreviousPage,

        @Description("Cursor of the first item of the page.")
        String startCursor,

        @Description("Cursor of the last item of the page. Pass it as `after` to get the next page.")
        String endCursor) {}
