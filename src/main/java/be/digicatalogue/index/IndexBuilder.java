package be.digicatalogue.index;

import be.digicatalogue.fact.SortKey;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.SearchDocument;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Writes the index: one document for each record, without stored fields, because the catalogue has the records. Documents are
 * written in the list order of records that match equally well, because Lucene breaks ties by document order.
 */
final class IndexBuilder {

    static final String TYPE = "type";
    static final String POSITION = "position";
    /** The field that contains every word, for looking up spellings. */
    static final String ANY_WORD = "any word";

    /** The field with all words of a name, in order. */
    static final String WHOLE = "whole";

    static final String WHOLE_STEMS = "whole stems";
    static final String WHOLE_SHORT = "whole short";

    /** A longer text cannot be searched for with 200 characters, and Lucene rejects a word of more than 32 kB. */
    private static final int LONGEST = 1_000;

    private static final double WRITER_MEGABYTES = 64;

    private static final int STANDING_BITS = 2;
    private static final int LENGTH_BITS = 16;

    /** Few texts and words occur very often. Caching more than these would cost more memory than it saves time. */
    private static final int MOST_REMEMBERED = 50_000;

    private final Map<String, List<String>> words = new HashMap<>();
    private final Map<String, String> stems = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    private IndexBuilder() {}

    static DirectoryReader build(Collection<SearchableRecords<?>> kinds) throws IOException {
        var directory = new ByteBuffersDirectory();
        // One thread and no merges keep the documents in the order of writing. A merge would also temporarily need
        // memory for
        // two indexes. Up to some hundred thousand records there is one segment anyway.
        var config = new IndexWriterConfig()
                .setRAMBufferSizeMB(WRITER_MEGABYTES)
                .setMergePolicy(NoMergePolicy.INSTANCE)
                .setUseCompoundFile(false);
        try (var writer = new IndexWriter(directory, config)) {
            var builder = new IndexBuilder();
            var byType = kinds.stream().collect(Collectors.toMap(SearchableRecords::type, Function.identity()));
            for (long rank : ranks(kinds)) {
                var searched = byType.get(type(rank));
                int position = position(rank);
                writer.addDocument(builder.document(searched.type(), position, searched.entry(position)));
            }
        }
        return DirectoryReader.open(directory);
    }

    /** The records in the order of writing, as one number for each, because the index needs the memory next. */
    private static long[] ranks(Collection<SearchableRecords<?>> kinds) {
        return kinds.stream()
                .flatMapToLong(searched ->
                        IntStream.range(0, searched.all().size()).mapToLong(position -> rank(searched, position)))
                .sorted()
                .toArray();
    }

    /**
     * The rank of a record among equal matches, with the first criterion in the highest bits: past records last, then the
     * kind, the rank within the kind, the number of words of the name, and the list position.
     */
    private static long rank(SearchableRecords<?> searched, int position) {
        var entry = searched.entry(position);
        long rank = past(entry);
        rank = rank << Byte.SIZE | searched.type().ordinal();
        rank = rank << STANDING_BITS | entry.standing().ordinal();
        rank = rank << LENGTH_BITS | length(entry);
        return rank << Integer.SIZE | position;
    }

    /** The same rank as a key that does not change when other records come and go. */
    static SortKey key(SearchableRecords<?> searched, int position) {
        var entry = searched.entry(position);
        return SortKey.of(
                        past(entry), searched.type().ordinal(), entry.standing().ordinal(), length(entry))
                .then(searched.key(position));
    }

    private static int past(SearchDocument entry) {
        return entry.standing() == SearchDocument.Rank.PAST ? 1 : 0;
    }

    private static int length(SearchDocument entry) {
        return Math.min(Dutch.words(entry.name().nl()).size(), (1 << LENGTH_BITS) - 1);
    }

    private static RecordKind type(long rank) {
        return RecordKind.values()[(byte) (rank >>> STANDING_BITS + LENGTH_BITS + Integer.SIZE)];
    }

    private static int position(long rank) {
        return (int) rank;
    }

    private Document document(RecordKind type, int position, SearchDocument entry) {
        var document = new Document();
        document.add(new StringField(TYPE, type.code(), Field.Store.NO));
        document.add(new NumericDocValuesField(POSITION, position));
        var names = entry.names().stream().map(Dutch::words).toList();
        var shortNames = entry.shortNames().stream().map(Dutch::words).toList();
        var allNames = Stream.concat(names.stream(), shortNames.stream()).toList();
        add(document, SearchField.NAME, allNames.stream().flatMap(List::stream));
        allNames.stream().flatMap(IndexBuilder::joined).distinct().forEach(word -> {
            add(document, SearchField.JOINED.field(), word);
            know(document, word);
        });
        add(document, SearchField.DETAIL, words(entry.details()));
        add(document, SearchField.WHEREABOUTS, words(entry.whereabouts()));
        add(document, SearchField.SORT, words(entry.sorts()));
        add(
                document,
                SearchField.TEXT,
                entry.texts().stream()
                        .flatMap(text -> text.all().values().stream())
                        .flatMap(text -> words(text).stream()));
        if (entry.standing() != SearchDocument.Rank.PAST) {
            for (var name : names) {
                add(document, WHOLE, String.join(" ", name));
                add(document, WHOLE_STEMS, name.stream().map(this::stem).collect(Collectors.joining(" ")));
            }
            shortNames.forEach(name -> add(document, WHOLE_SHORT, String.join(" ", name)));
        }
        return document;
    }

    private void add(Document document, SearchField part, Stream<String> words) {
        var distinct = words.distinct().toList();
        distinct.forEach(word -> add(document, part.field(), word));
        distinct.forEach(word -> know(document, word));
        if (part.stem > 0) {
            distinct.stream().map(this::stem).distinct().forEach(stem -> add(document, part.stems(), stem));
        }
    }

    private static void add(Document document, String field, String word) {
        if (word.length() <= LONGEST) {
            document.add(new StringField(field, word, Field.Store.NO));
        }
    }

    /** Adds a word to the known words; one document for each word is enough. */
    private void know(Document document, String word) {
        if (known.size() < MOST_REMEMBERED ? known.add(word) : !known.contains(word)) {
            add(document, ANY_WORD, word);
        }
    }

    private Stream<String> words(List<String> texts) {
        return texts.stream().flatMap(text -> words(text).stream());
    }

    private List<String> words(String text) {
        return remembered(words, text, Dutch::words);
    }

    private static Stream<String> joined(List<String> name) {
        return IntStream.range(1, name.size()).mapToObj(i -> name.get(i - 1) + name.get(i));
    }

    private String stem(String word) {
        return remembered(stems, word, Dutch::stem);
    }

    private static <T> T remembered(Map<String, T> made, String text, Function<String, T> making) {
        var known = made.get(text);
        if (known == null) {
            known = making.apply(text);
            if (made.size() < MOST_REMEMBERED) {
                made.put(text, known);
            }
        }
        return known;
    }
}
