package be.digicatalogue.fact;

/** A code with a name for people. */
public interface Labelled extends Coded {

    Text label();
}
