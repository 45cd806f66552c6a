/**
 * The catalogue for AI assistants, over the Model Context Protocol: tools that run the queries of REST, and records as
 * resources. An answer is that of REST plus what is needed to cite it.
 * The one rule: the service keeps no state for a client, so any instance can answer any request.
 */
package be.digicatalogue.mcp;
