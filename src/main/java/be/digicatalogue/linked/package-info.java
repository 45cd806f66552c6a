/**
 * The catalogue as linked data: JSON-LD with a context that this service gives out, and an address that names each record for
 * good, whichever document tells about it.
 * What a document says is what the JSON of the record says; the context tells what each property means.
 * The one rule: no property without a meaning, in a vocabulary that is in use where there is one.
 */
package be.digicatalogue.linked;
