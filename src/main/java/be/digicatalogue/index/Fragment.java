package be.digicatalogue.index;

import be.digicatalogue.fact.Language;
import be.digicatalogue.record.SearchDocument;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Shows why a record was found: the passages that contain the words, as HTML with the words marked. */
final class Fragment {

    private static final int LONGEST = 200;
    /** The number of characters that a long passage shows before the first word that was found. */
    private static final int LEAD = 60;

    private static final String BETWEEN_PASSAGES = " · ";

    private final List<SearchTerm> search;

    private Fragment(List<SearchTerm> search) {
        this.search = search;
    }

    /**
     * The fewest passages that show every word that can be shown. Earlier passages, names and the requested language come
     * first.
     */
    static String of(SearchDocument entry, List<SearchTerm> search, Language language) {
        var fragment = new Fragment(search);
        var passages = new ArrayList<MarkedText>();
        Stream.of(
                        Stream.of(entry.name().in(language)),
                        entry.names().stream(),
                        entry.shortNames().stream(),
                        entry.details().stream(),
                        entry.whereabouts().stream(),
                        entry.texts().stream().map(text -> text.in(language)),
                        entry.texts().stream().flatMap(text -> text.all().values().stream()))
                .flatMap(texts -> texts)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(text -> passages.add(fragment.passage(text)));
        var shown = new ArrayList<String>();
        var missing = new BitSet();
        for (int i = 0; i < search.size(); i++) {
            // A passage is not shown only because of a word with little meaning.
            missing.set(i, !search.get(i).optional());
        }
        while (!missing.isEmpty()) {
            MarkedText best = null;
            int most = 0;
            for (var passage : passages) {
                int news = passage.newTo(missing);
                if (news > most) {
                    best = passage;
                    most = news;
                }
            }
            if (best == null) {
                break;
            }
            shown.add(best.html());
            missing.andNot(best.words());
        }
        return shown.isEmpty() ? passages.get(0).html() : String.join(BETWEEN_PASSAGES, shown);
    }

    /** A text with the positions of the words in it, and the search words that they match. */
    private record MarkedText(String text, List<int[]> marks, BitSet words) {

        int newTo(BitSet missing) {
            var news = (BitSet) words.clone();
            news.and(missing);
            return news.cardinality();
        }

        String html() {
            int from = 0;
            int to = text.length();
            if (to > LONGEST) {
                from = marks.isEmpty() ? 0 : wordAfter(marks.get(0)[0] - LEAD);
                to = wordBefore(from + LONGEST);
            }
            var html = new StringBuilder(from > 0 ? "…" : "");
            int done = from;
            for (var mark : marks) {
                if (mark[0] >= done && mark[1] <= to) {
                    escape(text.substring(done, mark[0]), html);
                    html.append("<em>");
                    escape(text.substring(mark[0], mark[1]), html);
                    html.append("</em>");
                    done = mark[1];
                }
            }
            escape(text.substring(done, to), html);
            return html.append(to < text.length() ? "…" : "").toString();
        }

        private int wordAfter(int position) {
            if (position <= 0) {
                return 0;
            }
            int space = text.indexOf(' ', position);
            return space < 0 || space >= marks.get(0)[0] ? marks.get(0)[0] : space + 1;
        }

        private int wordBefore(int position) {
            if (position >= text.length()) {
                return text.length();
            }
            int space = text.lastIndexOf(' ', position);
            // A text without a space is cut at the limit, but not within a surrogate pair.
            return space > position - LONGEST / 2
                    ? space
                    : Character.isLowSurrogate(text.charAt(position)) ? position - 1 : position;
        }
    }

    private MarkedText passage(String text) {
        var marks = new ArrayList<int[]>();
        var words = new BitSet();
        var tokens = Analysis.tokens(text);
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            boolean single = note(token.word(), words);
            if (single) {
                marks.add(new int[] {token.start(), token.end()});
            } else if (i + 1 < tokens.size()
                    && joins(token.word(), tokens.get(i + 1).word(), words)) {
                marks.add(new int[] {token.start(), tokens.get(++i).end()});
            }
        }
        return new MarkedText(text, marks, words);
    }

    private boolean note(String token, BitSet words) {
        boolean met = false;
        for (int i = 0; i < search.size(); i++) {
            if (search.get(i).isMetBy(token)) {
                words.set(i);
                met = true;
            }
        }
        return met;
    }

    /** True when two words were typed as one, such as "sintniklaas"; the second may be a beginning. */
    private boolean joins(String first, String second, BitSet words) {
        var joined = first + second;
        boolean met = false;
        for (int i = 0; i < search.size(); i++) {
            var term = search.get(i);
            if (!term.optional()
                    && (term.word().length() > first.length() && joined.startsWith(term.word())
                            || term.spellings().stream()
                                    .anyMatch(spelling -> spelling.word().equals(joined)))) {
                words.set(i);
                met = true;
            }
        }
        return met;
    }

    private static void escape(String text, StringBuilder html) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }
}
