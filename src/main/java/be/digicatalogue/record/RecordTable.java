package be.digicatalogue.record;

import be.digicatalogue.fact.Reference;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A table of the dataset that holds records of a kind, or parts of them.
 *
 * @param name the name, such as {@code service-points}; its file is {@code service-points.csv}
 * @param row the class of its rows
 * @param ours tells by the column {@code kind} whether a row is of this kind; the column is {@code null} in a table without
 * one
 * @param part the property of the records that its rows are parts of; {@code null} for a table with a row for each record
 * @param owners the records that a row is a part of, by the values of its key; {@code null} for a table with a row for each
 * record
 */
public record RecordTable(
        RecordKind kind,
        String name,
        Class<?> row,
        Predicate<String> ours,
        String part,
        Function<List<String>, List<Reference>> owners) {}
