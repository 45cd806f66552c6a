package be.digicatalogue.mcp;

import java.util.Set;
import java.util.function.Supplier;

/**
 * A question of REST that an assistant can ask as a tool: it takes the same parameters, which are described where the contract
 * describes them, and gives the same answer or a part of it. A feature offers one by producing it as a bean.
 *
 * @param title in English, as are all texts for assistants
 * @param address of the question over REST, such as {@code /v1/figures}
 * @param answer asks it; the parameters are those of the request at hand
 * @param shown the properties of the answer that are shown; empty for all
 */
public record AssistantTool(
        String name, String title, String description, String address, Supplier<?> answer, Set<String> shown) {}
