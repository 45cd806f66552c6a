package be.digicatalogue.search;

import java.util.List;
import java.util.function.Function;

/**
 * All records of one kind and what each can be found by.
 *
 * @param all in the order of their list; the index answers with positions in it
 */
public record Searched<T>(RecordType type, List<T> all, Function<T, Entry> entry) {

    Entry entry(int position) {
        return entry.apply(all.get(position));
    }
}
