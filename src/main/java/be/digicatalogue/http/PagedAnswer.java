package be.digicatalogue.http;

/** An answer that is one page of a list, with whatever else belongs to it. */
public interface PagedAnswer {

    PagedList<?> list();
}
