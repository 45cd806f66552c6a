package be.digicatalogue.mcp;

import java.util.function.Supplier;

/**
 * An answer of REST that an assistant can read without knowing any id. A feature offers one by producing it as a bean.
 *
 * @param name behind {@code digicatalogue://}
 * @param title in English, as are all texts for assistants
 * @param address of the answer over REST
 * @param answer gives it
 */
public record AssistantResource(String name, String title, String description, String address, Supplier<?> answer) {}
