package be.digicatalogue.dataset;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of a workbook as XML: whether the workbook reader can process them safely, and what it does not tell of them. It
 * knows no merged cells and no hidden rows, it takes {@code date1904="1"} for false, and texts that are not in the shared table
 * for empty ones.
 */
final class WorkbookParts {

    private static final Pattern XML = Pattern.compile(".*\\.(xml|rels)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARED_TEXTS = Pattern.compile(".*sharedstrings\\.xml", Pattern.CASE_INSENSITIVE);
    private static final Pattern RELATIONS = Pattern.compile("(.*/)?_rels/workbook[^/]*\\.rels");

    /** Up to XFD1048576, the last possible cell of a sheet. */
    private static final Pattern CELL = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}");

    /** The namespace of Excel's format "Strict Open XML Spreadsheet". */
    private static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    /** Excel's numbers have 15 digits and exponents of three. */
    private static final int LONGEST_NUMBER = 40;

    private static final XMLInputFactory READER = reader();

    private final List<String> harmful = new ArrayList<>();
    private final Map<String, SheetPart> sheets = new HashMap<>();
    private final Map<String, String> relations = new HashMap<>();
    private boolean since1904;
    private boolean strict;
    private int sharedTexts;

    /**
     * A sheet, beside its cells.
     *
     * Of merged cells and of missing texts there are at most as many as a report lists.
     *
     * @param merged the ranges of merged cells, such as {@code A2:A5}
     * @param hidden the numbers of the hidden rows that have cells
     * @param missing the cells whose text is not in the shared table, with the numbers of their rows
     */
    record SheetPart(List<String> merged, List<Integer> hidden, List<MissingText> missing) {}

    /** @param cell such as {@code B3}; {@code null} when the sheet does not say */
    record MissingText(int row, String cell) {}

    WorkbookParts(Map<String, byte[]> parts) {
        parts.keySet().stream()
                .filter(name -> XML.matcher(name).matches())
                // Which shared texts there are has to be known before the cells that name them.
                .sorted(Comparator.comparing(name -> !SHARED_TEXTS.matcher(name).matches()))
                .forEach(name -> read(name, parts.get(name)));
    }

    /** The names of parts that the reader cannot process safely. */
    List<String> harmful() {
        return harmful;
    }

    /** True when days are counted from 1904, as Excel for Mac did. */
    boolean since1904() {
        return since1904;
    }

    boolean strict() {
        return strict;
    }

    /** The sheet with an id within the workbook; an empty one when there is no such part. */
    SheetPart sheet(String relation) {
        var part = relations.getOrDefault(relation, "").toLowerCase(Locale.ROOT);
        return sheets.getOrDefault(part, new SheetPart(List.of(), List.of(), List.of()));
    }

    private void read(String name, byte[] content) {
        try {
            read(name, READER.createXMLStreamReader(new ByteArrayInputStream(content)));
        } catch (XMLStreamException | NumberFormatException malformed) {
            harmful.add(name);
        }
    }

    /**
     * Reads one part. The workbook reader allocates memory for every column up to that of a cell and for every shared text up
     * to that of a cell, and takes a long time for a number of a million digits.
     */
    private void read(String name, XMLStreamReader xml) throws XMLStreamException {
        var sheet = new SheetPart(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var row = new RowPart();
        var type = "";
        String cell = null;
        var value = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("no part of a workbook has entities");
                case XMLStreamConstants.START_ELEMENT -> {
                    value.setLength(0);
                    strict |= STRICT.equals(xml.getNamespaceURI());
                    switch (xml.getLocalName()) {
                        case "row" -> row.begin(xml);
                        case "c" -> {
                            cell = xml.getAttributeValue(null, "r");
                            type = xml.getAttributeValue(null, "t");
                            // The reader knows no days in the format of ISO 8601, which only the strict format has.
                            strict |= "d".equals(type);
                            if (cell != null && !CELL.matcher(cell).matches()) {
                                throw new XMLStreamException("no cell is called " + cell);
                            }
                            row.show(sheet.hidden());
                        }
                        case "si" -> sharedTexts++;
                        case "mergeCell" -> note(sheet.merged(), xml.getAttributeValue(null, "ref"));
                        case "workbookPr" -> since1904 = isTrue(xml.getAttributeValue(null, "date1904"));
                        case "Relationship" -> relation(name, xml);
                        default -> {
                            // nothing that matters
                        }
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (value.length() <= LONGEST_NUMBER) {
                        value.append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.getLocalName().equals("v")) {
                        boolean number = type == null || type.equals("n") || type.equals("s");
                        if (number && value.length() > LONGEST_NUMBER) {
                            throw new XMLStreamException("no number has so many digits");
                        }
                        if ("s".equals(type) && !value.isEmpty() && !isShared(value.toString())) {
                            note(sheet.missing(), new MissingText(row.number, cell));
                        }
                    }
                }
                default -> {
                    // the workbook reader ignores this
                }
            }
        }
        sheets.put(name.toLowerCase(Locale.ROOT), sheet);
    }

    /** Adds to a list that a report can show in full; a hostile workbook may have millions. */
    private static <T> void note(List<T> list, T noted) {
        if (list.size() < Report.MOST) {
            list.add(noted);
        }
    }

    private boolean isShared(String index) {
        return index.matches("[0-9]{1,9}") && Integer.parseInt(index) < sharedTexts;
    }

    private static boolean isTrue(String value) {
        return "1".equals(value) || "true".equals(value);
    }

    private void relation(String part, XMLStreamReader xml) {
        var relations = RELATIONS.matcher(part);
        var target = xml.getAttributeValue(null, "Target");
        if (relations.matches() && target != null) {
            var folder = relations.group(1) == null ? "" : relations.group(1);
            this.relations.put(
                    xml.getAttributeValue(null, "Id"), target.startsWith("/") ? target.substring(1) : folder + target);
        }
    }

    /** The row that is being read. */
    private static final class RowPart {

        private int number;
        private boolean hidden;

        void begin(XMLStreamReader xml) {
            var given = xml.getAttributeValue(null, "r");
            number = given == null ? number + 1 : Integer.parseInt(given);
            hidden = isTrue(xml.getAttributeValue(null, "hidden"));
        }

        /** Notes the row when it is hidden, at its first cell. */
        void show(List<Integer> hiddenRows) {
            if (hidden) {
                hiddenRows.add(number);
                hidden = false;
            }
        }
    }

    private static XMLInputFactory reader() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
