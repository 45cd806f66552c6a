package be.digicatalogue.http;

import java.util.List;

/** One page of a list with its neighbours, as every list of the API answers. */
public record Listing<T>(
        String self,
        List<T> items,
        int total,
        long page,
        int pageSize,
        String first,
        String prev,
        String next,
        String last) {}
