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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
 * Full-text search over all records of a catalogue. A word matches as spelled, as a beginning, and by its stem, in this order
 * of weight; names of places match in all languages ({@link Synonyms}). Only when that finds nothing, neighbouring words are
 * joined, and then typing errors are tolerated in words that are nowhere, where they may mean a word of a name: one in words
 * of 4 to 7 letters, two in longer ones, none in numbers ({@link Analysis#mayMean}). Every word must match, except words with
 * little meaning.
 */
public final class SearchIndex implements Finder {

    /** The fields that the {@code q} of a list searches: names and places, but not descriptions. */
    private static final Set<SearchField> OF_A_LIST =
            EnumSet.of(SearchField.NAME, SearchField.JOINED, SearchField.DETAIL);

    /** The fields with words that are suggested; words that texts mention are mostly noise. */
    private static final Set<SearchField> OF_SUGGESTIONS =
            EnumSet.of(SearchField.NAME, SearchField.SORT, SearchField.DETAIL);

    private static final Set<SearchField> OF_THE_SEARCH = EnumSet.allOf(SearchField.class);

    private static final int WHOLE_NAME = 1_000;
    private static final int WHOLE_SHORT_NAME = 900;
    /** For "digihubs", the records of that kind. */
    private static final int TITLE_OF_KIND = 600;

    private static final int BEGINNING_OF_NAME = 400;
    /** Decides only among names that match by stems; a name with the words as typed comes first. */
    private static final int WHOLE_NAME_BY_STEMS = 20;

    /** The factor by which each tolerated error reduces the weight of a word. */
    private static final float[] OF_FORGIVEN = {1, 0.5f, 0.4f};

    private static final float OF_FORGIVEN_BEGINNING = 0.6f;

    private static final int MOST_SPELLINGS = 200;
    private static final int SHORTEST_FORGIVEN_BEGINNING = 6;
    private static final int AUTOMATON_WORK = 10_000;

    /** Characters of a search times records that can be searched: so much takes up to some tens of milliseconds. */
    private static final long SHORT_WORK = 100_000;

    private static final int MOST_SUGGESTIONS = 5;
    private static final int MOST_SUGGESTED_SPELLINGS = 3;
    /** With more unknown words than this, spelling is not the problem. */
    private static final int MOST_MISSPELLED_WORDS = 6;

    private static final int MOST_ERRORS_OF_SUGGESTION = 3;
    /** More errors than an automaton of Lucene finds are looked for among words with the same first letter only. */
    private static final int MOST_ERRORS_OF_AUTOMATON = LevenshteinAutomata.MAXIMUM_SUPPORTED_DISTANCE;

    static {
        // A search of 200 characters can have a hundred words, each searched for in a dozen ways.
        IndexSearcher.setMaxClauseCount(1 << 14);
    }

    /** The kinds by the meaningful words of their titles in all languages. */
    private static final Map<List<String>, Set<RecordKind>> TITLES = titles();

    private final Map<RecordKind, SearchableRecords<?>> kinds = new EnumMap<>(RecordKind.class);
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Synonyms synonyms = new Synonyms();
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
            reader = IndexBuilder.build(searched, synonyms);
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
                collect(ofTypes(Set.of(type)), each(document -> types[document] = (byte) type.ordinal()));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot build the search index", broken);
        }
    }

    /**
     * True when a search may take too long for an event loop. What it takes grows with its words and with the records.
     *
     * @param characters the length of the search, which may be a word for every second one
     */
    public boolean takesLong(int characters) {
        return (long) characters * positions.length > SHORT_WORK;
    }

    /** The requested page of a search, best first, with fragments in the given language where there is a choice. */
    public SearchResults search(SearchQuestion question, Language language) {
        var page = question.page();
        var types = question.types();
        var selection = Selection.of(
                page,
                page.after() == null ? 0 : rank(page.after(), true),
                page.before() == null ? Long.MAX_VALUE : rank(page.before(), false),
                reader.maxDoc());
        var found = interpreted(question.words(), types, OF_THE_SEARCH, query -> select(query, selection));
        if (found == null) {
            return new SearchResults(Slice.page(List.of(), page), suggestions(question.words(), types));
        }
        var ranks = selection.inOrder();
        int skipped = (int) Math.min(page.offset(), ranks.length);
        var shown = Slice.of(
                Slice.made(ranks.length - skipped, index -> ranks[skipped + index]),
                found.total(),
                page,
                skipped > 0 || selection.isPreceded(),
                selection.isFollowed(found.total()),
                this::key);
        var hits = shown.items().stream()
                .map(rank -> hit(rank, found.words(), language))
                .toList();
        return new SearchResults(shown.with(hits), List.of());
    }

    private SearchHit hit(long rank, List<SearchTerm> words, Language language) {
        int document = (int) rank;
        var type = RecordKind.values()[types[document]];
        var entry = kinds.get(type).entry(positions[document]);
        return new SearchHit(
                type,
                entry.id(),
                entry.href(),
                entry.name(),
                Fragment.of(entry, words, language),
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
        var found = new BitSet(kinds.get(type).all().size());
        interpreted(
                words,
                Set.of(type),
                OF_A_LIST,
                query -> collect(new ConstantScoreQuery(query), each(document -> found.set(positions[document]))));
        return BitSetUtil.bitmapOf(found);
    }

    @Override
    public <T> List<Match<T>> ranked(RecordKind type, Words words, List<T> all) {
        var selection = Selection.lowest(all.size());
        interpreted(words, Set.of(type), OF_A_LIST, query -> select(query, selection));
        return Arrays.stream(selection.inOrder())
                .mapToObj(rank -> new Match<>(all.get(positions[(int) rank]), () -> key(rank)))
                .toList();
    }

    /** A search that found something: its words as they had to be interpreted for that, and the number of records. */
    private record Found(List<SearchTerm> words, int total) {}

    /** Offers the ranks of all documents that a query finds, and returns their number. */
    private int select(Query query, Selection selection) {
        return collect(query, eachScored((document, score) -> selection.offer(rank(score, document))));
    }

    private int collect(Query query, CollectorManager<Collector, Integer> documents) {
        try {
            return searcher.search(query, documents);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Runs the strictest interpretation of the words that finds anything.
     *
     * @param run takes what a query finds, and returns the number of documents; 0 makes the search go on
     * @return {@code null} when no interpretation finds anything
     */
    private Found interpreted(Words search, Set<RecordKind> types, Set<SearchField> parts, ToIntFunction<Query> run) {
        var words = search.words().stream().map(Analysis::folded).distinct().toList();
        var last = words.get(words.size() - 1);
        // A word with little meaning may be the beginning of another word that is being typed.
        var found = found(asSpelled(words, last), types, parts, run);
        if (found == null && Analysis.saysLittle(last)) {
            found = found(asSpelled(words, null), types, parts, run);
        }
        if (found == null) {
            found = joined(words, types, parts, run);
        }
        return found != null ? found : forgiving(asSpelled(words, null), types, parts, run);
    }

    private List<SearchTerm> asSpelled(List<String> words, String needed) {
        var forms = synonyms.forms(words);
        boolean saysSomething = forms.stream().anyMatch(each -> !Analysis.saysLittle(each.get(0)));
        return forms.stream()
                .map(each -> SearchTerm.asSpelled(
                        each, saysSomething && !each.get(0).equals(needed) && Analysis.saysLittle(each.get(0))))
                .toList();
    }

    /** Joins neighbouring words where the result is a known word: "digi bank". */
    private Found joined(List<String> words, Set<RecordKind> types, Set<SearchField> parts, ToIntFunction<Query> run) {
        for (int i = 1; i < words.size(); i++) {
            var joined = words.get(i - 1) + words.get(i);
            if (isKnown(joined, types, parts)) {
                var fewer = new ArrayList<>(words.subList(0, i - 1));
                fewer.add(joined);
                fewer.addAll(words.subList(i + 1, words.size()));
                var found = found(asSpelled(fewer, null), types, parts, run);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Tolerates errors in words that are nowhere, then also in beginnings. */
    private Found forgiving(
            List<SearchTerm> words, Set<RecordKind> types, Set<SearchField> parts, ToIntFunction<Query> run) {
        var unknown = words.stream()
                .filter(word -> !word.optional() && !isKnown(word, types, parts))
                .toList();
        if (unknown.size() > MOST_MISSPELLED_WORDS
                || unknown.stream().anyMatch(word -> Analysis.forgivenErrors(word.word()) == 0)) {
            return null;
        }
        var found = forgiving(words, unknown, false, types, parts, run);
        return found != null ? found : forgiving(words, unknown, true, types, parts, run);
    }

    private Found forgiving(
            List<SearchTerm> words,
            List<SearchTerm> some,
            boolean beginnings,
            Set<RecordKind> types,
            Set<SearchField> parts,
            ToIntFunction<Query> run) {
        var forgiven = words.stream()
                .map(word -> some.contains(word) ? word.forgiving(spellings(word, beginnings)) : word)
                .toList();
        return forgiven.equals(words) ? null : found(forgiven, types, parts, run);
    }

    private static Found found(
            List<SearchTerm> words, Set<RecordKind> types, Set<SearchField> parts, ToIntFunction<Query> run) {
        int total = run.applyAsInt(query(words, types, parts));
        return total == 0 ? null : new Found(words, total);
    }

    private boolean isKnown(String word, Set<RecordKind> types, Set<SearchField> parts) {
        return findsAny(query(asSpelled(List.of(word), word), types, parts));
    }

    private boolean isKnown(SearchTerm word, Set<RecordKind> types, Set<SearchField> parts) {
        return findsAny(query(List.of(word), types, parts));
    }

    private boolean findsAny(Query query) {
        return collect(new ConstantScoreQuery(query), each(document -> {
                    throw new CollectionTerminatedException();
                }))
                > 0;
    }

    private static Query query(List<SearchTerm> words, Set<RecordKind> types, Set<SearchField> parts) {
        var query = new BooleanQuery.Builder();
        if (!types.isEmpty()) {
            query.add(ofTypes(types), Occur.FILTER);
        }
        for (var word : words) {
            query.add(word(word, parts), word.optional() ? Occur.SHOULD : Occur.MUST);
        }
        var ways = new ArrayList<Query>();
        Stream.of(whole(words, SearchTerm::word), whole(words, SearchTerm::meaning))
                .distinct()
                .forEach(whole -> {
                    ways.add(worth(WHOLE_NAME, new TermQuery(new Term(IndexBuilder.WHOLE, whole))));
                    ways.add(worth(WHOLE_SHORT_NAME, new TermQuery(new Term(IndexBuilder.WHOLE_SHORT, whole))));
                    ways.add(worth(BEGINNING_OF_NAME, new PrefixQuery(new Term(IndexBuilder.WHOLE, whole))));
                });
        var stems = whole(words, word -> Analysis.stem(word.meaning(), Language.NL));
        ways.add(worth(WHOLE_NAME_BY_STEMS, new TermQuery(new Term(IndexBuilder.WHOLE_STEMS, stems))));
        var titled = TITLES.get(meaningful(words.stream().map(SearchTerm::word)));
        if (titled != null) {
            ways.add(worth(TITLE_OF_KIND, ofTypes(titled)));
        }
        query.add(new DisjunctionMaxQuery(ways, 0), Occur.SHOULD);
        return query.build();
    }

    private static Map<List<String>, Set<RecordKind>> titles() {
        var titles = new HashMap<List<String>, Set<RecordKind>>();
        for (var kind : RecordKind.values()) {
            for (var title : kind.title().all().values()) {
                titles.computeIfAbsent(
                                meaningful(Analysis.words(title).stream()), words -> EnumSet.noneOf(RecordKind.class))
                        .add(kind);
            }
        }
        return titles;
    }

    private static List<String> meaningful(Stream<String> words) {
        return words.filter(word -> !Analysis.saysLittle(word)).toList();
    }

    private static String whole(List<SearchTerm> words, Function<SearchTerm, String> part) {
        return words.stream().map(part).collect(Collectors.joining(" "));
    }

    /** The weight of the best match of a word counts. */
    private static Query word(SearchTerm searchTerm, Set<SearchField> parts) {
        var ways = new ArrayList<Query>();
        for (var part : parts) {
            ways.add(worth(part.exact, anyOf(part.field(), searchTerm.forms())));
            if (!searchTerm.optional()) {
                searchTerm
                        .forms()
                        .forEach(
                                form -> ways.add(worth(part.beginning, new PrefixQuery(new Term(part.field(), form)))));
                if (part.stem > 0) {
                    ways.add(worth(part.stem, anyOf(part.stems(), searchTerm.stems())));
                }
            }
        }
        searchTerm.spellings().stream()
                .collect(Collectors.groupingBy(
                        spelling -> (spelling.beginning() ? OF_FORGIVEN_BEGINNING : 1) * OF_FORGIVEN[spelling.errors()],
                        TreeMap::new,
                        Collectors.mapping(Spelling::word, Collectors.toList())))
                .forEach((share, spellings) -> {
                    for (var part : parts) {
                        ways.add(worth(share * part.exact, anyOf(part.field(), spellings)));
                    }
                });
        return new DisjunctionMaxQuery(ways, 0);
    }

    private static Query worth(float score, Query query) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    private static Query ofTypes(Set<RecordKind> types) {
        return anyOf(IndexBuilder.TYPE, types.stream().map(RecordKind::code).toList());
    }

    private static Query anyOf(String field, Collection<String> words) {
        return words.size() == 1
                ? new TermQuery(new Term(field, words.iterator().next()))
                : new TermInSetQuery(field, words.stream().map(BytesRef::new).toList());
    }

    /** Words of names that a misspelled word may mean, fewest errors first. */
    private List<Spelling> spellings(SearchTerm term, boolean beginnings) {
        var word = term.word();
        int most = Analysis.forgivenErrors(word);
        var near = new LevenshteinAutomata(word, true);
        var found = new LinkedHashMap<String, Spelling>();
        words(near.toAutomaton(most)).stream()
                .filter(known -> Analysis.mayMean(word, known))
                .map(known -> new Spelling(known, Analysis.errors(word, known), false))
                .sorted(Comparator.comparingInt(Spelling::errors))
                .forEach(spelling -> synonyms.of(spelling.word())
                        .forEach(form -> found.putIfAbsent(form, new Spelling(form, spelling.errors(), false))));
        if (beginnings && word.length() >= SHORTEST_FORGIVEN_BEGINNING) {
            // Only beginnings with one error: with more, everything resembles the beginning of something.
            var begun = Operations.determinize(
                    Operations.concatenate(near.toAutomaton(1), Automata.makeAnyString()), AUTOMATON_WORK);
            words(begun).stream()
                    .filter(known -> known.charAt(0) == word.charAt(0))
                    .forEach(known -> found.putIfAbsent(known, new Spelling(known, 1, true)));
        }
        return found.values().stream().limit(MOST_SPELLINGS).toList();
    }

    /** The words of names that an automaton accepts. */
    private List<String> words(Automaton accepted) {
        var found = new ArrayList<String>();
        try {
            var terms = MultiTerms.getTerms(reader, IndexBuilder.SPELLING);
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
                .map(Analysis::folded)
                .distinct()
                .limit(MOST_MISSPELLED_WORDS)
                .toList();
        var choices = new ArrayList<List<String>>();
        for (var word : words) {
            choices.add(isKnown(word, types, OF_THE_SEARCH) ? List.of(word) : nearest(word, types));
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
                .filter(candidate -> candidate.stream().anyMatch(word -> !Analysis.saysLittle(word)))
                .filter(candidate -> findsAny(query(asSpelled(candidate, null), types, OF_THE_SEARCH)))
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

    /**
     * The words of names nearest to an unknown word. With the same first letter less than half of the letters may be wrong,
     * otherwise a third.
     */
    private List<String> nearest(String word, Set<RecordKind> types) {
        if (Analysis.forgivenErrors(word) == 0) {
            return List.of();
        }
        int most = Math.min(MOST_ERRORS_OF_SUGGESTION, (word.length() - 1) / 2);
        var candidates = new LinkedHashSet<>(
                words(new LevenshteinAutomata(word, true).toAutomaton(Math.min(most, MOST_ERRORS_OF_AUTOMATON))));
        if (most > MOST_ERRORS_OF_AUTOMATON) {
            candidates.addAll(
                    words(Operations.concatenate(Automata.makeChar(word.codePointAt(0)), Automata.makeAnyString())));
        }
        var errors = new HashMap<String, Integer>();
        for (var known : candidates) {
            if (known.length() > 2 && Math.abs(known.length() - word.length()) <= most) {
                int number = Analysis.errors(word, known);
                if (number <= (known.charAt(0) == word.charAt(0) ? most : word.length() / 3)) {
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
                .filter(known -> isKnown(known, types, OF_SUGGESTIONS))
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

    /** Collects matches without scores, in one thread, and counts them. */
    private static CollectorManager<Collector, Integer> each(Consumer then) {
        return collected(ScoreMode.COMPLETE_NO_SCORES, (document, score) -> then.document(document));
    }

    /** Collects matches with their scores, in one thread, and counts them. */
    private static CollectorManager<Collector, Integer> eachScored(ScoredConsumer then) {
        return collected(ScoreMode.COMPLETE, then);
    }

    private static CollectorManager<Collector, Integer> collected(ScoreMode mode, ScoredConsumer then) {
        return new CollectorManager<>() {
            private int total;

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
                        total++;
                        then.document(base + document, mode.needsScores() ? scorer.score() : 0);
                    }

                    @Override
                    public ScoreMode scoreMode() {
                        return mode;
                    }
                };
            }

            @Override
            public Integer reduce(Collection<Collector> collectors) {
                return total;
            }
        };
    }
}
