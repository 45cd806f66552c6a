package be.digicatalogue.mcp;

import java.util.function.Supplier;

/**
 * A REST answer that an assistant can read without an id. A feature provides it as a bean.
 *
 * @param name the name after {@code digicatalogue://}
 * @param title the title in English, as all texts for assistants
 * @param address the path of the answer in REST
 * @param answer computes the answer
 */
public record AssistantResource(String name, String title, String description, String address, Supplier<?> answer) {}
