package be.digicatalogue.http;

/** An answer that is one page of a list, with its other members. */
public interface PagedAnswer {

    PagedList<?> list();
}
