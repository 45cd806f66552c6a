package be.digicatalogue.http;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A whole list in one format, as pieces: its beginning, one record at a time, its end. The other members are those of a page,
 * except for paging.
 */
public final class WholeList implements Iterator<byte[]> {

    /** The position of the records in an answer without records; a format without this position only has a beginning. */
    private static final String NONE = "[]";

    /** The list without its records. */
    private record Frame(String self, List<Object> items, int total) implements PagedAnswer {

        @Override
        public PagedList<?> list() {
            return new PagedList<>(self, items, total, 1, 1, null, null, null, null);
        }
    }

    private final Format format;
    private final View view;
    private final String address;
    private final Iterator<?> records;
    private final byte[] end;
    private byte[] beginning;
    private boolean ended;

    /** @param address the path of the paged list, such as {@code /v1/partners} */
    public WholeList(PagedList<?> list, Format format, View view, String address) {
        this.format = format;
        this.view = view;
        this.address = address;
        records = list.items().iterator();
        var frame = new String(
                format.write(new UnformattedAnswer(new Frame(list.self(), List.of(), list.total()), view, address)),
                StandardCharsets.UTF_8);
        int place = frame.indexOf(NONE);
        int begins = place < 0 ? frame.length() : place + 1;
        beginning = bytes(frame.substring(0, begins) + (place < 0 ? "" : "\n"));
        end = bytes(place < 0 ? "" : "\n" + frame.substring(begins));
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public byte[] next() {
        if (beginning != null) {
            var first = beginning;
            beginning = null;
            return first;
        }
        if (records.hasNext()) {
            return followed(format.writeItem(new UnformattedAnswer(records.next(), view, address)));
        }
        if (ended) {
            throw new NoSuchElementException();
        }
        ended = true;
        return end;
    }

    private byte[] followed(byte[] record) {
        if (!records.hasNext()) {
            return record;
        }
        var between = bytes(format.between());
        var piece = new byte[record.length + between.length];
        System.arraycopy(record, 0, piece, 0, record.length);
        System.arraycopy(between, 0, piece, record.length, between.length);
        return piece;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
