package be.digicatalogue.index;

import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.SortKey;
import be.digicatalogue.fact.Words;
import be.digicatalogue.index.SearchTerm.Spelling;
import be.digicatalogue.question.Selection;
import be.digicatalogue.question.Slice;
import be.digicatalogue.record.Finder;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordLookup;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.RoaringBitmap;

/**
 * Full-text search over all records of a catalogue. A word matches as spelled, by its stem and as a beginning. Only when that
 * finds nothing, neighbouring words are joined and typing errors tolerated: one in words of 4 to 7 letters, two in longer
 * ones, none in numbers. Every word must match, except words with little meaning.
 */
public final class SearchIndex implements Finder {

    /** The fields that the {@code q} of a list searches: names and places, but not descriptions. */
    private static final Set<SearchField> OF_A_LIST =
            EnumSet.of(SearchField.NAME, SearchField.JOINED, SearchField.DETAIL);

    private static final Set<SearchField> OF_NAMES =
            EnumSet.of(SearchField.NAME, SearchField.JOINED, SearchField.SORT, SearchField.DETAIL);

    private static final Set<SearchField> OF_THE_SEARCH = EnumSet.allOf(SearchField.class);

    private static final int WHOLE_NAME = 1_000;
    private static final int WHOLE_SHORT_NAME = 900;
    private static final int WHOLE_NAME_BY_STEMS = 500;
    private static final int BEGINNING_OF_NAME = 20;

    /** The factor by which each tolerated error reduces the weight of a word. */
    private static final float[] OF_FORGIVEN = {1, 0.5f, 0.4f};

    private static final float OF_FORGIVEN_BEGINNING = 0.6f;

    private static final int MOST_SPELLINGS = 200;
    private static final int SHORTEST_FORGIVEN_BEGINNING = 5;
    private static final int AUTOMATON_WORK = 10_000;

    private static final int MOST_SUGGESTIONS = 5;
    private static final int MOST_SUGGESTED_SPELLINGS = 3;
    /** With more unknown words than this, spelling is not the problem. */
    private static final int MOST_MISSPELLED_WORDS = 6;

    private static final int MOST_ERRORS_OF_SUGGESTION = 3;

    static {
        // A search of 200 characters can have a hundred words, each searched for in a dozen ways.
        IndexSearcher.setMaxClauseCount(1 << 14);
    }

    private final Map<RecordKind, SearchableRecords<?>> kinds = new EnumMap<>(RecordKind.class);
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final byte[] types;
    private final int[] positions;

    /** Builds the index over all kinds that can be searched. */
    public static SearchIndex of(RecordLookup records) {
        return new SearchIndex(Schema.loaded().types().stream()
                .filter(RecordType::isSearched)
                .<SearchableRecords<?>>map(type -> SearchableRecords.of(type, records))
                .toList());
    }

    public SearchIndex(Collection<SearchableRecords<?>> searched) {
        searched.forEach(kind -> kinds.put(kind.type(), kind));
        try {
            reader = IndexBuilder.build(searched);
            searcher = new IndexSearcher(reader);
            // Lucene's default cache is shared by all indexes of the process and would keep results of released
            // catalogues.
            searcher.setQueryCache(null);
            positions = new int[reader.maxDoc()];
            var values = MultiDocValues.getNumericValues(reader, IndexBuilder.POSITION);
            for (int document = 0; document < positions.length; document++) {
                values.advance(document);
                positions[document] = (int) values.longValue();
            }
            types = new byte[positions.length];
            for (var type : kinds.keySet()) {
                searcher.search(ofTypes(Set.of(type)), each(document -> types[document] = (byte) type.ordinal()));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot build the search index", broken);
        }
    }

    /** The requested page of a search, best first, with fragments in the given language where there is a choice. */
    public SearchResults search(SearchQuestion question, Language language) {
        var page = question.page();
        var types = question.types();
        var plan = plan(question.words(), types, OF_THE_SEARCH);
        if (plan == null) {
            return new SearchResults(Slice.page(List.of(), page), suggestions(question.words(), types));
        }
        var selection = Selection.of(
                page,
                page.after() == null ? 0 : rank(page.after(), true),
                page.before() == null ? Long.MAX_VALUE : rank(page.before(), false),
                reader.maxDoc());
        int total = select(plan, selection);
        var ranks = selection.inOrder();
        int skipped = (int) Math.min(page.offset(), ranks.length);
        var found = Slice.of(
                Slice.made(ranks.length - skipped, index -> ranks[skipped + index]),
                total,
                page,
                skipped > 0 || selection.isPreceded(),
                selection.isFollowed(total),
                this::key);
        var hits = found.items().stream().map(rank -> hit(rank, plan, language)).toList();
        return new SearchResults(found.with(hits), List.of());
    }

    private SearchHit hit(long rank, Plan plan, Language language) {
        int document = (int) rank;
        var type = RecordKind.values()[types[document]];
        var entry = kinds.get(type).entry(positions[document]);
        return new SearchHit(
                type,
                entry.id(),
                entry.href(),
                entry.name(),
                Fragment.of(entry, plan.words(), language),
                Math.round(score(rank)));
    }

    /** The rank of a document among those found: the best score first, then the first document. */
    private static long rank(float score, int document) {
        return (long) (Integer.MAX_VALUE - Float.floatToIntBits(score)) << Integer.SIZE | document;
    }

    private static float score(long rank) {
        return Float.intBitsToFloat(Integer.MAX_VALUE - (int) (rank >>> Integer.SIZE));
    }

    /** The key of a document among those found: its rank, with the document's own key instead of its number. */
    private SortKey key(long rank) {
        return SortKey.of(rank >>> Integer.SIZE).then(key((int) rank));
    }

    private SortKey key(int document) {
        return IndexBuilder.key(kinds.get(RecordKind.values()[types[document]]), positions[document]);
    }

    /** The rank of the first document after a key, or of the first that is not before it; its own document may be gone. */
    private long rank(SortKey key, boolean after) {
        var documents = Slice.made(positions.length, document -> document);
        int document = after
                ? Slice.firstAfter(key.from(1), documents, this::key)
                : Slice.firstFrom(key.from(1), documents, this::key);
        return Math.max(0, Math.min(Integer.MAX_VALUE, key.number(0))) << Integer.SIZE | document;
    }

    @Override
    public <T> List<T> matching(RecordKind type, Words words, List<T> all) {
        var found = new ArrayList<T>();
        positions(type, words).forEach((int position) -> found.add(all.get(position)));
        return found;
    }

    @Override
    public RoaringBitmap positions(RecordKind type, Words words) {
        var plan = plan(words, Set.of(type), OF_A_LIST);
        if (plan == null) {
            return new RoaringBitmap();
        }
        var found = new BitSet(kinds.get(type).all().size());
        try {
            searcher.search(new ConstantScoreQuery(plan.query()), each(document -> found.set(positions[document])));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return BitSetUtil.bitmapOf(found);
    }

    @Override
    public <T> List<Match<T>> ranked(RecordKind type, Words words, List<T> all) {
        var plan = plan(words, Set.of(type), OF_A_LIST);
        if (plan == null) {
            return List.of();
        }
        var selection = Selection.lowest(all.size());
        select(plan, selection);
        return Arrays.stream(selection.inOrder())
                .mapToObj(rank -> new Match<>(all.get(positions[(int) rank]), () -> key(rank)))
                .toList();
    }

    /** A query that finds something, with its words as they had to be interpreted for that. */
    private record Plan(List<SearchTerm> words, Query query) {}

    /** Offers the ranks of all documents that a search finds, and returns their number. */
    private int select(Plan plan, Selection selection) {
        var total = new int[1];
        try {
            searcher.search(plan.query(), eachScored((document, score) -> {
                selection.offer(rank(score, document));
                total[0]++;
            }));
            return total[0];
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The strictest interpretation of the words that finds anything; {@code null} when none does. */
    private Plan plan(Words search, Set<RecordKind> types, Set<SearchField> parts) {
        var words = search.words().stream().map(Dutch::folded).distinct().toList();
        var last = words.get(words.size() - 1);
        // A word with little meaning may be the beginning of another word that is being typed.
        var plan = found(asSpelled(words, last), types, parts);
        if (plan == null && Dutch.saysLittle(last)) {
            plan = found(asSpelled(words, null), types, parts);
        }
        if (plan == null) {
            plan = joined(words, types, parts);
        }
        return plan != null ? plan : forgiving(asSpelled(words, null), types, parts);
    }

    private static List<SearchTerm> asSpelled(List<String> words, String needed) {
        boolean saysSomething = words.stream().anyMatch(word -> !Dutch.saysLittle(word));
        return words.stream()
                .map(word ->
                        SearchTerm.asSpelled(word, saysSomething && !word.equals(needed) && Dutch.saysLittle(word)))
                .toList();
    }

    /** Joins neighbouring words where the result is a known word: "digi bank". */
    private Plan joined(List<String> words, Set<RecordKind> types, Set<SearchField> parts) {
        for (int i = 1; i < words.size(); i++) {
            var joined = words.get(i - 1) + words.get(i);
            if (isKnown(SearchTerm.asSpelled(joined, false), types, parts)) {
                var fewer = new ArrayList<>(words.subList(0, i - 1));
                fewer.add(joined);
                fewer.addAll(words.subList(i + 1, words.size()));
                var plan = found(asSpelled(fewer, null), types, parts);
                if (plan != null) {
                    return plan;
                }
            }
        }
        return null;
    }

    /** Tolerates errors in unknown words, then in words that occur in texts only, then in beginnings of both. */
    private Plan forgiving(List<SearchTerm> words, Set<RecordKind> types, Set<SearchField> parts) {
        var unknown = words.stream()
                .filter(word -> !word.optional() && !isKnown(word, types, parts))
                .toList();
        if (unknown.size() > MOST_MISSPELLED_WORDS
                || unknown.stream().anyMatch(word -> Dutch.forgivenErrors(word.word()) == 0)) {
            return null;
        }
        var plan = forgiving(words, unknown, false, types, parts);
        if (plan != null) {
            return plan;
        }
        // A correctly spelled name is kept: a search for Gent must not find Genk because that has more records.
        var unnamed = words.stream()
                .filter(word -> !word.optional() && !isKnown(word, types, OF_NAMES))
                .toList();
        if (unnamed.size() > MOST_MISSPELLED_WORDS) {
            return null;
        }
        plan = unnamed.equals(unknown) ? null : forgiving(words, unnamed, false, types, parts);
        return plan != null ? plan : forgiving(words, unnamed, true, types, parts);
    }

    private Plan forgiving(
            List<SearchTerm> words,
            List<SearchTerm> some,
            boolean beginnings,
            Set<RecordKind> types,
            Set<SearchField> parts) {
        var forgiven = words.stream()
                .map(word -> some.contains(word) ? word.forgiving(spellings(word, beginnings)) : word)
                .toList();
        return forgiven.equals(words) ? null : found(forgiven, types, parts);
    }

    private Plan found(List<SearchTerm> words, Set<RecordKind> types, Set<SearchField> parts) {
        var query = query(words, types, parts);
        return findsAny(query) ? new Plan(words, query) : null;
    }

    private boolean isKnown(SearchTerm word, Set<RecordKind> types, Set<SearchField> parts) {
        return findsAny(query(List.of(word), types, parts));
    }

    private boolean findsAny(Query query) {
        var found = new boolean[1];
        try {
            searcher.search(new ConstantScoreQuery(query), each(document -> {
                found[0] = true;
                throw new CollectionTerminatedException();
            }));
            return found[0];
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Query query(List<SearchTerm> words, Set<RecordKind> types, Set<SearchField> parts) {
        var query = new BooleanQuery.Builder();
        if (!types.isEmpty()) {
            query.add(ofTypes(types), Occur.FILTER);
        }
        for (var word : words) {
            query.add(word(word, parts), word.optional() ? Occur.SHOULD : Occur.MUST);
        }
        var whole = words.stream().map(word -> Dutch.inFull(word.word())).collect(Collectors.joining(" "));
        var stems = words.stream().map(SearchTerm::stem).collect(Collectors.joining(" "));
        query.add(
                new DisjunctionMaxQuery(
                        List.of(
                                worth(WHOLE_NAME, new TermQuery(new Term(IndexBuilder.WHOLE, whole))),
                                worth(WHOLE_SHORT_NAME, new TermQuery(new Term(IndexBuilder.WHOLE_SHORT, whole))),
                                worth(WHOLE_NAME_BY_STEMS, new TermQuery(new Term(IndexBuilder.WHOLE_STEMS, stems))),
                                worth(BEGINNING_OF_NAME, new PrefixQuery(new Term(IndexBuilder.WHOLE, whole)))),
                        0),
                Occur.SHOULD);
        return query.build();
    }

    /** The weight of the best match of a word counts. */
    private static Query word(SearchTerm searchTerm, Set<SearchField> parts) {
        var ways = new ArrayList<Query>();
        for (var part : parts) {
            ways.add(worth(part.exact, new TermQuery(new Term(part.field(), searchTerm.word()))));
            if (!searchTerm.optional()) {
                if (part.stem > 0) {
                    ways.add(worth(part.stem, new TermQuery(new Term(part.stems(), searchTerm.stem()))));
                }
                ways.add(worth(part.beginning, new PrefixQuery(new Term(part.field(), searchTerm.word()))));
            }
        }
        searchTerm.spellings().stream()
                .collect(Collectors.groupingBy(
                        spelling -> (spelling.beginning() ? OF_FORGIVEN_BEGINNING : 1) * OF_FORGIVEN[spelling.errors()],
                        TreeMap::new,
                        Collectors.mapping(spelling -> new BytesRef(spelling.word()), Collectors.toList())))
                .forEach((share, spellings) -> {
                    for (var part : parts) {
                        ways.add(worth(share * part.exact, new TermInSetQuery(part.field(), spellings)));
                    }
                });
        return new DisjunctionMaxQuery(ways, 0);
    }

    private static Query worth(float score, Query query) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    private static Query ofTypes(Set<RecordKind> types) {
        return new TermInSetQuery(
                IndexBuilder.TYPE,
                types.stream().map(type -> new BytesRef(type.code())).toList());
    }

    /** Words of the index that a misspelled word may mean, fewest errors first. */
    private List<Spelling> spellings(SearchTerm word, boolean beginnings) {
        int most = Dutch.forgivenErrors(word.word());
        var found = new LinkedHashMap<String, Spelling>();
        word.spellings().forEach(spelling -> found.put(spelling.word(), spelling));
        var near = new LevenshteinAutomata(word.word(), true);
        if (most > 0) {
            words(near.toAutomaton(most), IndexBuilder.ANY_WORD).stream()
                    .map(known -> new Spelling(known, Math.min(most, Dutch.errors(word.word(), known)), false))
                    .sorted(Comparator.comparingInt(Spelling::errors))
                    .forEach(spelling -> found.putIfAbsent(spelling.word(), spelling));
        }
        if (beginnings && most > 0 && word.word().length() >= SHORTEST_FORGIVEN_BEGINNING) {
            // Only beginnings without errors: with errors, everything resembles the beginning of something.
            var begun = Operations.determinize(
                    Operations.concatenate(near.toAutomaton(1), Automata.makeAnyString()), AUTOMATON_WORK);
            words(begun, IndexBuilder.ANY_WORD).stream()
                    .filter(known -> known.charAt(0) == word.word().charAt(0))
                    .forEach(known -> found.putIfAbsent(known, new Spelling(known, 1, true)));
        }
        return found.values().stream().limit(MOST_SPELLINGS).toList();
    }

    /** The words of a field that an automaton accepts. */
    private List<String> words(Automaton accepted, String field) {
        var found = new ArrayList<String>();
        try {
            var terms = MultiTerms.getTerms(reader, field);
            if (terms != null) {
                var matching = new CompiledAutomaton(accepted).getTermsEnum(terms);
                for (var term = matching.next(); term != null; term = matching.next()) {
                    found.add(term.utf8ToString());
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return found;
    }

    /**
     * Other searches, each of which finds something: unknown words replaced by the nearest known spelling or omitted, then
     * parts of the search.
     */
    List<String> suggestions(Words search, Set<RecordKind> types) {
        var words = search.words().stream()
                .map(Dutch::folded)
                .distinct()
                .limit(MOST_MISSPELLED_WORDS)
                .toList();
        var choices = new ArrayList<List<String>>();
        for (var word : words) {
            choices.add(
                    isKnown(SearchTerm.asSpelled(word, false), types, OF_THE_SEARCH)
                            ? List.of(word)
                            : nearest(word, types));
        }
        var candidates = new LinkedHashSet<List<String>>();
        combine(choices, 0, List.of(), candidates);
        // Omits unknown words first.
        var leaving = IntStream.range(0, words.size())
                .boxed()
                .sorted(Comparator.comparing(i -> choices.get(i).equals(List.of(words.get(i))) ? 1 : 0))
                .toList();
        for (int left : leaving) {
            var fewer = new ArrayList<>(choices);
            fewer.set(left, List.of());
            combine(fewer, 0, List.of(), candidates);
        }
        for (int i = leaving.size() - 1; i >= 0; i--) {
            choices.get(leaving.get(i)).forEach(word -> candidates.add(List.of(word)));
        }
        return candidates.stream()
                .filter(candidate -> candidate.stream().anyMatch(word -> !Dutch.saysLittle(word)))
                .filter(candidate -> found(asSpelled(candidate, null), types, OF_THE_SEARCH) != null)
                .limit(MOST_SUGGESTIONS)
                .map(candidate -> String.join(" ", candidate))
                .toList();
    }

    /** All combinations with one element of each choice; an empty choice is skipped. */
    private static void combine(List<List<String>> choices, int from, List<String> begun, Set<List<String>> all) {
        if (all.size() > MOST_SUGGESTIONS * MOST_SUGGESTIONS) {
            return;
        }
        if (from == choices.size()) {
            if (!begun.isEmpty()) {
                all.add(begun);
            }
            return;
        }
        if (choices.get(from).isEmpty()) {
            combine(choices, from + 1, begun, all);
        }
        for (var word : choices.get(from)) {
            var longer = new ArrayList<>(begun);
            longer.add(word);
            combine(choices, from + 1, longer, all);
        }
    }

    /** The known words nearest to an unknown one, further away than the tolerated errors. */
    private List<String> nearest(String word, Set<RecordKind> types) {
        if (Dutch.forgivenErrors(word) == 0) {
            return List.of();
        }
        int most = Math.min(MOST_ERRORS_OF_SUGGESTION, word.length() / 2);
        var errors = new LinkedHashMap<String, Integer>();
        for (var known : words(Automata.makeAnyString(), IndexBuilder.ANY_WORD)) {
            if (Math.abs(known.length() - word.length()) <= most && known.length() > 2) {
                int number = Dutch.errors(word, known);
                if (number <= most) {
                    errors.put(known, number);
                }
            }
        }
        return errors.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().charAt(0) != word.charAt(0))
                        .thenComparing(entry -> -namedBy(entry.getKey()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                // Only names are useful suggestions; words that texts mention are mostly noise.
                .filter(known -> isKnown(SearchTerm.asSpelled(known, false), types, OF_NAMES))
                .limit(MOST_SUGGESTED_SPELLINGS)
                .toList();
    }

    /** The number of records with a word in their name. */
    private int namedBy(String word) {
        try {
            return reader.docFreq(new Term(SearchField.NAME.field(), word));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @FunctionalInterface
    private interface Consumer {
        void document(int number);
    }

    @FunctionalInterface
    private interface ScoredConsumer {
        void document(int number, float score);
    }

    /** Collects matches without scores, in one thread. */
    private static CollectorManager<Collector, Void> each(Consumer then) {
        return collected(ScoreMode.COMPLETE_NO_SCORES, (document, score) -> then.document(document));
    }

    /** Collects matches with their scores, in one thread. */
    private static CollectorManager<Collector, Void> eachScored(ScoredConsumer then) {
        return collected(ScoreMode.COMPLETE, then);
    }

    private static CollectorManager<Collector, Void> collected(ScoreMode mode, ScoredConsumer then) {
        return new CollectorManager<>() {
            @Override
            public Collector newCollector() {
                return new SimpleCollector() {
                    private int base;
                    private Scorable scorer;

                    @Override
                    protected void doSetNextReader(LeafReaderContext leaf) {
                        base = leaf.docBase;
                    }

                    @Override
                    public void setScorer(Scorable scorer) {
                        this.scorer = scorer;
                    }

                    @Override
                    public void collect(int document) throws IOException {
                        then.document(base + document, mode.needsScores() ? scorer.score() : 0);
                    }

                    @Override
                    public ScoreMode scoreMode() {
                        return mode;
                    }
                };
            }

            @Override
            public Void reduce(Collection<Collector> collectors) {
                return null;
            }
        };
    }
}
