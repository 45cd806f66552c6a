/**
 * The catalogue as linked data: JSON-LD with a context that this service publishes, and a permanent name for each record,
 * independent of the documents about it. A document has the properties of the JSON of its record.
 * The one rule: every property has a meaning in the context, from a vocabulary in common use where one has it.
 */
package be.digicatalogue.linked;
