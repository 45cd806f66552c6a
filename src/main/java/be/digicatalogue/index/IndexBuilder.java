package be.digicatalogue.index;

import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.SortKey;
import be.digicatalogue.fact.Text;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.SearchDocument;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
    /** The field with the words of names, places and sorts, for looking up spellings. Words of texts are no names. */
    static final String SPELLING = "spelling";

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
    private final Map<Language, Map<String, String>> stems = new EnumMap<>(Language.class);
    private final Set<String> known = new HashSet<>();
    private final Synonyms synonyms;

    private IndexBuilder(Synonyms synonyms) {
        this.synonyms = synonyms;
    }

    /**
     * Writes the records.
     *
     * @param synonyms receives the names of the records in other languages
     */
    static DirectoryReader build(Collection<SearchableRecords<?>> kinds, Synonyms synonyms) throws IOException {
        var directory = new ByteBuffersDirectory();
        // One thread and no merges keep the documents in the order of writing. A merge would also temporarily need
        // memory for
        // two indexes. Up to some hundred thousand records there is one segment anyway.
        var config = new IndexWriterConfig()
                .setRAMBufferSizeMB(WRITER_MEGABYTES)
                .setMergePolicy(NoMergePolicy.INSTANCE)
                .setUseCompoundFile(false);
        try (var writer = new IndexWriter(directory, config)) {
            var builder = new IndexBuilder(synonyms);
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
        return Math.min(Analysis.words(entry.name().nl()).size(), (1 << LENGTH_BITS) - 1);
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
        var names = entry.names().stream().map(Analysis::words).toList();
        var shortNames = entry.shortNames().stream().map(Analysis::words).toList();
        var allNames = Stream.concat(names.stream(), shortNames.stream()).toList();
        add(
                document,
                SearchField.NAME,
                Stream.concat(
                        Stream.of(entry.name()),
                        Stream.concat(entry.otherNames().stream(), entry.shortNames().stream())
                                .map(Text::name)));
        allNames.stream().flatMap(IndexBuilder::joined).distinct().forEach(word -> {
            add(document, SearchField.JOINED.field(), word);
            know(document, word);
        });
        add(document, SearchField.DETAIL, entry.details().stream().map(Text::name));
        add(document, SearchField.WHEREABOUTS, entry.whereabouts().stream().map(Text::name));
        add(document, SearchField.SORT, Stream.concat(Stream.of(type.title()), entry.sorts().stream()));
        add(document, SearchField.TEXT, entry.texts().stream());
        if (entry.standing() != SearchDocument.Rank.PAST) {
            for (var name : names) {
                add(document, WHOLE, String.join(" ", name));
                add(
                        document,
                        WHOLE_STEMS,
                        name.stream().map(word -> stem(word, Language.NL)).collect(Collectors.joining(" ")));
            }
            shortNames.forEach(name -> add(document, WHOLE_SHORT, String.join(" ", name)));
        }
        synonyms.add(entry);
        return document;
    }

    /** Adds the words of texts, with their stems in the language of each text. A proper name counts as Dutch. */
    private void add(Document document, SearchField part, Stream<Text> texts) {
        var distinct = new LinkedHashSet<String>();
        var stemmed = new LinkedHashSet<String>();
        texts.forEach(text -> {
            for (var language : Language.values()) {
                var its = text.own(language);
                if (its != null) {
                    var words = words(its);
                    distinct.addAll(words);
                    if (part.stem > 0) {
                        words.forEach(word -> stemmed.add(stem(word, language)));
                    }
                }
            }
        });
        distinct.forEach(word -> add(document, part.field(), word));
        if (part != SearchField.TEXT) {
            distinct.forEach(word -> know(document, word));
        }
        stemmed.forEach(stem -> add(document, part.stems(), stem));
    }

    private static void add(Document document, String field, String word) {
        if (word.length() <= LONGEST) {
            document.add(new StringField(field, word, Field.Store.NO));
        }
    }

    /** Adds a word to those that a misspelled one may mean; one document for each word is enough. */
    private void know(Document document, String word) {
        if (known.size() < MOST_REMEMBERED ? known.add(word) : !known.contains(word)) {
            add(document, SPELLING, word);
        }
    }

    private List<String> words(String text) {
        return remembered(words, text, Analysis::words);
    }

    private static Stream<String> joined(List<String> name) {
        return IntStream.range(1, name.size()).mapToObj(i -> name.get(i - 1) + name.get(i));
    }

    private String stem(String word, Language language) {
        return remembered(
                stems.computeIfAbsent(language, any -> new HashMap<>()), word, each -> Analysis.stem(each, language));
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
