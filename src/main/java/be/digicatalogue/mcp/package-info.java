/**
 * The catalogue for AI assistants, over the Model Context Protocol: tools that ask the questions of REST, and records as
 * resources. Everything comes from the catalogue at hand, and is what REST answers with what is needed to cite it.
 * The one rule: no state is kept for a caller, so that any instance answers any request.
 */
package be.digicatalogue.mcp;
