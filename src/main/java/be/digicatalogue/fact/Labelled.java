package be.digicatalogue.fact;

/** A code that has a name for readers. */
public interface Labelled extends Coded {

    Text label();
}
