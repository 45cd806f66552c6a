package be.digicatalogue.record;

import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/**
 * The kinds of record. The code of a kind is the path segment of its URLs. Among records that match a search equally well,
 * kinds come in this order: records that people search by name, then places to go, then texts.
 */
@Enum("RecordKind")
@Description("The kinds of record.")
public enum RecordKind implements Coded {
    @Description("Localities under their postal codes.")
    PLACES(
            "Place",
            new Text(
                    "Plaatsen en postcodes",
                    "Localités et codes postaux",
                    "Orte und Postleitzahlen",
                    "Places and postal codes"),
            id -> "/v1/places?postalCode=" + id.substring(0, Math.min(4, id.length()))),
    @Description("Municipalities.")
    MUNICIPALITIES("Municipality", new Text("Gemeenten", "Communes", "Gemeinden", "Municipalities")),
    @Description("The Flemish provinces and the Brussels region.")
    PROVINCES("Province", new Text("Provincies", "Provinces", "Provinzen", "Provinces")),
    @Description("Knowledge partners.")
    PARTNERS(
            "Partner",
            new Text("Kennispartners", "Partenaires de la connaissance", "Wissenspartner", "Knowledge partners")),
    @Description("Voka chambers.")
    CHAMBERS(
            "Chamber",
            new Text("Kamers van koophandel", "Chambres de commerce", "Handelskammern", "Chambers of commerce")),
    @Description("Programmes.")
    PROGRAMMES("Programme", new Text("Programma's", "Programmes", "Programme", "Programmes")),
    @Description("Digibanks and other networks.")
    DIGIBANKS("Digibank", new Text("Digibanken", "Digibanks", "Digibanken", "Digibanks")),
    @Description("Service points.")
    SERVICE_POINTS(
            "ServicePoint",
            new Text(
                    "Digipunten en andere hulppunten",
                    "Points d'aide numérique",
                    "Anlaufstellen für digitale Hilfe",
                    "Service points")),
    @Description("Digihubs.")
    CONSORTIA("Consortium", new Text("Digihubs", "Digihubs", "Digihubs", "Digihubs")),
    @Description("Voka offices.")
    VOKA_OFFICES(
            "VokaOffice",
            new Text("Kantoren van Voka", "Bureaux de Voka", "Geschäftsstellen von Voka", "Voka offices")),
    @Description("Services.")
    SERVICES(
            "Service",
            new Text(
                    "Diensten van digibanken",
                    "Services des digibanks",
                    "Dienste der Digibanken",
                    "Services of digibanks"),
            id -> "/v1/services"),
    @Description("Sources.")
    SOURCES("Source", new Text("Bronnen", "Sources", "Quellen", "Sources")),
    @Description("Dated facts.")
    TIMELINE("TimelineEvent", new Text("Tijdlijn", "Chronologie", "Zeitleiste", "Timeline")),
    @Description("Figures.")
    FIGURES("Figure", new Text("Cijfers", "Chiffres", "Zahlen", "Figures")),
    @Description("The subjects of figures.")
    SUBJECTS("Subject", new Text("Onderwerpen", "Sujets", "Themen", "Subjects"), id -> "/v1/figures?subject=" + id);

    private final String code = Coded.super.code();
    private final String property = camelCase(code);
    private final String typeName;
    private final Text title;
    /** The path of a list that contains a record without a URL of its own; {@code null} for kinds whose records have URLs. */
    private final UnaryOperator<String> foundAt;

    RecordKind(String typeName, Text title) {
        this(typeName, title, null);
    }

    RecordKind(String typeName, Text title, UnaryOperator<String> foundAt) {
        this.typeName = typeName;
        this.title = title;
        this.foundAt = foundAt;
    }

    @Override
    public String code() {
        return code;
    }

    /** The name of the kind as a property of an answer, such as {@code vokaOffices}. */
    public String property() {
        return property;
    }

    private static String camelCase(String code) {
        var name = new StringBuilder();
        for (var word : code.split("-")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    /** The name of one record in GraphQL and in linked data, such as {@code VokaOffice}. */
    public String typeName() {
        return typeName;
    }

    /** The title of the kind, in the plural. */
    public Text title() {
        return title;
    }

    /**
     * True when each record has a URL of its own, {@code /v1/{code}/{id}}; otherwise the URL of a list that contains it is
     * used.
     */
    public boolean isAddressed() {
        return foundAt == null;
    }

    /** The path of a record, such as {@code /v1/partners/vives}. */
    public String path(String id) {
        return foundAt == null ? "/v1/" + code + "/" + id : foundAt.apply(id);
    }

    /** A reference to a record; {@code null} for a {@code null} id. */
    public Reference reference(String id) {
        return id == null ? null : new Reference(code, id);
    }

    /** The kind with a path segment; empty when unknown. */
    public static Optional<RecordKind> find(String code) {
        return Coded.find(RecordKind.class, code);
    }
}
