package be.digicatalogue.mcp;

import java.util.Set;
import java.util.function.Supplier;

/**
 * A REST query that an assistant can run as a tool. It has the same parameters, described as in the contract, and returns the
 * same answer or a part of it. A feature provides it as a bean.
 *
 * @param title the title in English, as all texts for assistants
 * @param address the path of the query in REST, such as {@code /v1/figures}
 * @param answer computes the answer with the parameters of the current request
 * @param shown the properties of the answer to show; empty for all
 */
public record AssistantTool(
        String name, String title, String description, String address, Supplier<?> answer, Set<String> shown) {}
