package be.digicatalogue.dcat;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.catalogue.Summary;
import be.digicatalogue.dcat.Triples.Resource;
import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Lasting;
import be.digicatalogue.http.Contract;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;

/**
 * What the service publishes, described for open-data portals: DCAT-AP 3.0 of the European Commission and DCAT-AP
 * Vlaanderen, which wants more of it. Codes are those of the Publications Office of the European Union.
 */
final class DcatCatalogue {

    private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
    private static final String FLANDERS = "http://data.europa.eu/nuts/code/BE2";

    private static final String TITLE = "dct:title";
    private static final String DESCRIPTION = "dct:description";
    private static final String IDENTIFIER = "dct:identifier";
    private static final String CONCEPT = "skos:Concept";
    private static final String NL = "nl";
    private static final String EN = "en";

    /** The subject of a dataset, of the themes that European portals sort by. */
    private enum Theme {
        ECON("Economie en financiën", "Economy and finance"),
        GOVE("Overheid en publieke sector", "Government and public sector"),
        REGI("Regio's en steden", "Regions and cities"),
        SOCI("Bevolking en samenleving", "Population and society"),
        TECH("Wetenschap en technologie", "Science and technology");

        private final String nl;
        private final String en;

        Theme(String nl, String en) {
            this.nl = nl;
            this.en = en;
        }
    }

    /** Under which licence the facts of a dataset may be reused. */
    private enum Licence {
        /** Each fact names its source; of different sources, different licences. */
        BY_SOURCE,
        CC_BY,
        STATBEL
    }

    /**
     * A list of the catalogue as a dataset.
     *
     * @param list the path segment under {@code /v1}
     * @param located whether it is a collection of OGC API - Features as well
     */
    private record Listed(
            String list,
            String nl,
            String en,
            String aboutNl,
            String aboutEn,
            Theme theme,
            Licence licence,
            boolean located,
            Function<Catalogue, List<? extends Fact>> facts) {}

    private static final List<Listed> LISTS = List.of(
            new Listed(
                    "service-points",
                    "Digipunten en andere hulppunten",
                    "Service points",
                    "Plaatsen waar burgers hulp krijgen met digitale zaken, met diensten, adres en openingsuren.",
                    "Places where citizens get help with digital things, with services, address and opening hours.",
                    Theme.SOCI,
                    Licence.BY_SOURCE,
                    true,
                    catalogue -> catalogue.servicePoints().all()),
            new Listed(
                    "digibanks",
                    "Digibanken",
                    "Digibanks",
                    "Lokale partnerschappen voor digitale inclusie, met de gemeenten die zij noemen.",
                    "Local partnerships for digital inclusion, with the municipalities that they name.",
                    Theme.SOCI,
                    Licence.BY_SOURCE,
                    true,
                    catalogue -> catalogue.digibanks().all()),
            new Listed(
                    "consortia",
                    "Digihubs",
                    "Digihubs",
                    "De consortia die in elke provincie de digihub vormden: wie leidde en wie deelnam.",
                    "The consortia that ran the digihub of each province: who led and who took part.",
                    Theme.ECON,
                    Licence.BY_SOURCE,
                    false,
                    catalogue -> catalogue.consortia().all()),
            new Listed(
                    "partners",
                    "Kennispartners",
                    "Knowledge partners",
                    "Universiteiten, hogescholen en onderzoekscentra in de digihubs.",
                    "Universities, colleges and research centres in the digihubs.",
                    Theme.TECH,
                    Licence.BY_SOURCE,
                    true,
                    catalogue -> catalogue.partners().all()),
            new Listed(
                    "voka-offices",
                    "Kantoren van Voka",
                    "Voka offices",
                    "Kantoren van de kamers van koophandel van Voka.",
                    "Offices of the Voka chambers of commerce.",
                    Theme.ECON,
                    Licence.BY_SOURCE,
                    true,
                    catalogue -> catalogue.vokaOffices().all()),
            new Listed(
                    "chambers",
                    "Kamers van koophandel",
                    "Chambers of commerce",
                    "De kamers van koophandel van Voka, met hun adres en hun kantoren.",
                    "The Voka chambers of commerce, with their address and their offices.",
                    Theme.ECON,
                    Licence.BY_SOURCE,
                    false,
                    catalogue -> catalogue.chambers().all()),
            new Listed(
                    "services",
                    "Diensten van digibanken",
                    "Services of digibanks",
                    "De codelijst van diensten die hulppunten aanbieden, elk met een zin uitleg.",
                    "The code list of services that service points offer, each explained in a sentence.",
                    Theme.SOCI,
                    Licence.BY_SOURCE,
                    false,
                    catalogue -> List.of()),
            new Listed(
                    "sources",
                    "Bronnen",
                    "Sources",
                    "De documenten en open data waaruit de feiten komen, met datum, uitgever en licentie.",
                    "The documents and open data that the facts are from, with date, publisher and licence.",
                    Theme.GOVE,
                    Licence.BY_SOURCE,
                    false,
                    catalogue -> catalogue.sources().all()),
            new Listed(
                    "programmes",
                    "Programma's",
                    "Programmes",
                    "De programma's van de Vlaamse overheid achter digihubs en digibanken.",
                    "The programmes of the Flemish government behind digihubs and digibanks.",
                    Theme.GOVE,
                    Licence.BY_SOURCE,
                    false,
                    catalogue -> catalogue.programmes().all()),
            new Listed(
                    "figures",
                    "Cijfers",
                    "Figures",
                    "Elk cijfer over de programma's, met zijn bron.",
                    "Every figure about the programmes, with its source.",
                    Theme.GOVE,
                    Licence.BY_SOURCE,
                    false,
                    catalogue -> catalogue.figures().all()),
            new Listed(
                    "timeline",
                    "Tijdlijn",
                    "Timeline",
                    "Gedateerde feiten over de programma's.",
                    "Dated facts about the programmes.",
                    Theme.GOVE,
                    Licence.BY_SOURCE,
                    false,
                    catalogue -> catalogue.timeline().all()),
            new Listed(
                    "municipalities",
                    "Gemeenten",
                    "Municipalities",
                    "Gemeenten van Vlaanderen en Brussel met hun fusies en middelpunt.",
                    "Municipalities of Flanders and Brussels with their mergers and centre.",
                    Theme.REGI,
                    Licence.STATBEL,
                    true,
                    catalogue -> catalogue.municipalities().all()),
            new Listed(
                    "provinces",
                    "Provincies",
                    "Provinces",
                    "De vijf Vlaamse provincies met codes en een vereenvoudigde omtrek.",
                    "The five Flemish provinces with codes and a simplified outline.",
                    Theme.REGI,
                    Licence.STATBEL,
                    true,
                    catalogue -> catalogue.provinces().flemish().all()),
            new Listed(
                    "places",
                    "Plaatsen en postcodes",
                    "Places and postal codes",
                    "Deelgemeenten en plaatsen met postcode en ligging.",
                    "Localities with their postal code and location.",
                    Theme.REGI,
                    Licence.CC_BY,
                    false,
                    catalogue -> List.of()));

    /**
     * A form that a list can have.
     *
     * @param f the parameter that asks for it
     * @param fileType among those of the European Union
     */
    private record Form(String f, String title, String fileType, String mediaType) {}

    private static final List<Form> FORMS = List.of(
            new Form("json", "JSON", "JSON", "application/json"),
            new Form("csv", "CSV", "CSV", "text/csv"),
            new Form("geojson", "GeoJSON", "GEOJSON", "application/geo+json"),
            new Form("jsonld", "JSON-LD", "JSON_LD", "application/ld+json"));

    private final Triples triples = new Triples();
    private final Catalogue catalogue;
    private final Contract contract;
    private final Publishing publishing;
    private final String base;

    private DcatCatalogue(Catalogue catalogue, Contract contract, Publishing publishing, String base) {
        this.catalogue = catalogue;
        this.contract = contract;
        this.publishing = publishing;
        this.base = base;
    }

    /**
     * @param contract tells in which forms each list can be had
     * @param base scheme and host of all addresses
     */
    static Triples of(Catalogue catalogue, Contract contract, Publishing publishing, String base) {
        var described = new DcatCatalogue(catalogue, contract, publishing, base);
        described.describe();
        return described.triples;
    }

    private void describe() {
        var root = triples.of(own("catalogue"), "dcat:Catalog")
                .with(TITLE, "Digi Catalogue", NL)
                .with(TITLE, "Digi Catalogue", EN)
                .with(DESCRIPTION, "De Vlaamse digihubs en digibanken, elk feit met zijn bron.", NL)
                .with(DESCRIPTION, "The Flemish digihubs and digibanks, every fact with its source.", EN)
                .with(IDENTIFIER, own("catalogue"))
                .with("dct:publisher", publisher())
                .with("dcat:contactPoint", contact())
                .with("dct:license", licence(Licence.BY_SOURCE))
                .with("dct:spatial", flanders())
                .with("dcat:themeTaxonomy", themes())
                .with("foaf:homepage", page("/"));
        languages(root);
        modified(root);

        var rest = service(
                "rest",
                "REST",
                "Lijsten en records als JSON, CSV, GeoJSON en JSON-LD.",
                "Lists and records as JSON, CSV, GeoJSON and JSON-LD.",
                "/v1",
                "/openapi");
        var graphql = service(
                "graphql",
                "GraphQL",
                "Alle feiten en hun verbanden in één vraag.",
                "All facts and how they are related in one question.",
                "/graphql",
                "/graphql/schema.graphql");
        var ogc = service(
                        "ogc",
                        "OGC API - Features",
                        "Wat een ligging heeft, voor kaarten.",
                        "What has a location, for maps.",
                        "/ogc",
                        "/ogc/api")
                .with("dct:conformsTo", standard("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core"));
        var ldes = service(
                        "ldes",
                        "Linked Data Event Stream",
                        "De nieuwste versie van elk record en wat verdwenen is, om wijzigingen te volgen.",
                        "The newest version of every record and what is gone, to follow changes.",
                        "/ldes",
                        "/openapi")
                .with("dct:conformsTo", eventStream());
        var mcp = service(
                        "mcp",
                        "Model Context Protocol",
                        "Vragen van AI-assistenten, met bronnen in elk antwoord.",
                        "Questions of AI assistants, with sources in every answer.",
                        "/mcp",
                        "/openapi")
                .with("dct:conformsTo", standard("https://modelcontextprotocol.io/specification/2025-11-25"));
        root.with("dcat:service", rest, graphql, ogc, ldes, mcp);

        var whole = dataset(
                "all",
                "Digi Catalogue, alle tabellen",
                "Digi Catalogue, all tables",
                "Alle feiten van de catalogus als tabellen.",
                "All facts of the catalogue as tables.",
                Theme.SOCI,
                LISTS.stream().flatMap(list -> list.facts().apply(catalogue).stream()));
        whole.with("dcat:theme", theme(Theme.ECON))
                .with("dcat:landingPage", page("/"))
                .with(
                        "dcat:distribution",
                        file("all-zip", "/v1/dataset.zip", "CSV", "text/csv")
                                .with("dcat:packageFormat", mediaType("application/zip")),
                        file(
                                "all-xlsx",
                                "/v1/dataset.xlsx",
                                "XLSX",
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                        distribution(
                                        "all-ldes",
                                        "/ldes",
                                        "Linked Data Event Stream",
                                        "JSON_LD",
                                        "application/ld+json",
                                        Licence.BY_SOURCE)
                                .with("dct:conformsTo", eventStream())
                                .with("dcat:accessService", ldes));
        root.with("dcat:dataset", whole);
        rest.with("dcat:servesDataset", whole);
        graphql.with("dcat:servesDataset", whole);
        ldes.with("dcat:servesDataset", whole);
        mcp.with("dcat:servesDataset", whole);

        for (var list : LISTS) {
            var dataset = dataset(
                    list.list(),
                    list.nl(),
                    list.en(),
                    list.aboutNl(),
                    list.aboutEn(),
                    list.theme(),
                    list.facts().apply(catalogue).stream());
            dataset.with("dcat:landingPage", page(landing(list.list()))).with("dcat:distribution", table(list));
            for (var form : FORMS) {
                if (contract.answers("/v1/" + list.list()).contains(form.mediaType())) {
                    dataset.with(
                            "dcat:distribution",
                            distribution(
                                            list.list() + "-" + form.f(),
                                            "/v1/" + list.list() + "?f=" + form.f(),
                                            form.title() + " (REST)",
                                            form.fileType(),
                                            form.mediaType(),
                                            list.licence())
                                    .with("dcat:accessService", rest),
                            whole(list, form));
                }
            }
            if (list.located()) {
                dataset.with(
                        "dcat:distribution",
                        distribution(
                                        list.list() + "-ogc",
                                        "/ogc/collections/" + list.list() + "/items",
                                        "OGC API - Features",
                                        "GEOJSON",
                                        "application/geo+json",
                                        list.licence())
                                .with("dcat:accessService", ogc));
                ogc.with("dcat:servesDataset", dataset);
            }
            root.with("dcat:dataset", dataset);
            rest.with("dcat:servesDataset", dataset);
            graphql.with("dcat:servesDataset", dataset);
        }
    }

    private Resource dataset(
            String id,
            String nl,
            String en,
            String aboutNl,
            String aboutEn,
            Theme theme,
            Stream<? extends Fact> facts) {
        var dataset = triples.of(own(id), "dcat:Dataset")
                .with(TITLE, nl, NL)
                .with(TITLE, en, EN)
                .with(DESCRIPTION, aboutNl, NL)
                .with(DESCRIPTION, aboutEn, EN)
                .with(IDENTIFIER, own(id))
                .with("dct:publisher", publisher())
                .with("dcat:contactPoint", contact())
                .with("dcat:theme", theme(theme))
                .with("dcat:keyword", "digitale inclusie", NL)
                .with("dcat:keyword", "digitalisering", NL)
                .with("dcat:keyword", "digital inclusion", EN)
                .with("dct:spatial", flanders())
                .with("dct:accessRights", publicAccess())
                .with("dct:accrualPeriodicity", frequency())
                .with("dcat:version", String.valueOf(catalogue.revision().number()));
        facts.map(fact -> fact instanceof Lasting lasting ? lasting.validFrom() : null)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .ifPresent(since -> dataset.with("dct:temporal", since(since)));
        languages(dataset);
        modified(dataset);
        return dataset;
    }

    private Resource file(String id, String path, String format, String mediaType) {
        return distribution(id, path, format, format, mediaType, Licence.BY_SOURCE)
                .withAddress("dcat:downloadURL", base + path);
    }

    private Resource distribution(
            String id, String path, String title, String format, String mediaType, Licence licence) {
        var distribution = triples.of(own(id), "dcat:Distribution")
                .with(TITLE, title, NL)
                .with(TITLE, title, EN)
                .with(DESCRIPTION, "De dataset als " + title + ".", NL)
                .with(DESCRIPTION, "The dataset as " + title + ".", EN)
                .with(IDENTIFIER, own(id))
                .withAddress("dcat:accessURL", base + path)
                .with("dct:format", fileType(format))
                .with("dcat:mediaType", mediaType(mediaType))
                .with("dct:license", licence(licence));
        modified(distribution);
        return distribution;
    }

    /** All rows of a list, as the dataset has them; what the addresses of a data service give comes page by page. */
    private Resource table(Listed list) {
        // Partners and chambers are in one table.
        var table = List.of("partners", "chambers").contains(list.list()) ? "organisations" : list.list();
        var path = "/export/" + table + ".csv";
        return distribution(list.list() + "-table", path, "CSV", "CSV", "text/csv", list.licence())
                .withAddress("dcat:downloadURL", base + path)
                .with("dct:conformsTo", standard("https://datapackage.org/standard/data-package/"));
    }

    /** All records of a list in one form. */
    private Resource whole(Listed list, Form form) {
        var path = "/v1/" + list.list() + "." + form.f();
        return distribution(
                        list.list() + "-whole-" + form.f(),
                        path,
                        form.title(),
                        form.fileType(),
                        form.mediaType(),
                        list.licence())
                .withAddress("dcat:downloadURL", base + path);
    }

    private Resource service(String id, String title, String aboutNl, String aboutEn, String path, String description) {
        var service = triples.of(own(id), "dcat:DataService")
                .with(TITLE, title, NL)
                .with(TITLE, title, EN)
                .with(DESCRIPTION, aboutNl, NL)
                .with(DESCRIPTION, aboutEn, EN)
                .with(IDENTIFIER, own(id))
                .withAddress("dcat:endpointURL", base + path)
                .withAddress("dcat:endpointDescription", base + description)
                .with("dct:publisher", publisher())
                .with("dcat:contactPoint", contact())
                .with("dct:accessRights", publicAccess())
                .with("dct:license", licence(Licence.BY_SOURCE));
        modified(service);
        return service;
    }

    /** A concept as well, which Flanders wants it to be. */
    private Resource fileType(String format) {
        return once(
                AUTHORITY + "file-type/" + format, new String[] {"dct:MediaTypeOrExtent", CONCEPT}, type -> type.with(
                                "skos:prefLabel", format.replace('_', '-'), EN)
                        .withAddress("skos:inScheme", AUTHORITY + "file-type"));
    }

    private Resource publisher() {
        return once(own("publisher"), new String[] {"foaf:Agent", "dct:Agent"}, publisher -> publisher
                .with("foaf:name", publishing.name(), NL)
                .with("foaf:name", publishing.name(), EN));
    }

    private Resource contact() {
        return once(own("contact"), new String[] {"vcard:Kind", "vcard:Organization"}, contact -> {
            contact.with("vcard:fn", publishing.name())
                    .withAddress("vcard:hasURL", base + "/")
                    .with("foaf:page", page("/"));
            publishing.email().ifPresent(email -> contact.withAddress("vcard:hasEmail", email));
        });
    }

    private Resource licence(Licence licence) {
        return switch (licence) {
            case BY_SOURCE ->
                once(own("licence"), new String[] {"dct:LicenseDocument"}, document -> document.with(
                                TITLE, "Licence by source", EN)
                        .with(DESCRIPTION, Summary.LICENCE, EN)
                        .with(DESCRIPTION, "Credit: " + Summary.CREDIT, EN));
            case CC_BY -> triples.of("https://creativecommons.org/licenses/by/4.0/", "dct:LicenseDocument");
            case STATBEL ->
                once(own("licence-statbel"), new String[] {"dct:LicenseDocument"}, document -> document.with(
                                TITLE, "Statbel open data licence", EN)
                        .withAddress("rdfs:seeAlso", "https://statbel.fgov.be/en/open-data"));
        };
    }

    private Resource flanders() {
        return once(FLANDERS, new String[] {"dct:Location"}, place -> {
            var around = new Envelope();
            catalogue
                    .provinces()
                    .all()
                    .forEach(province ->
                            around.expandToInclude(province.outline().geometry().getEnvelopeInternal()));
            place.with("skos:prefLabel", "Vlaams Gewest", NL)
                    .with("skos:prefLabel", "Flemish Region", EN)
                    .withTyped("dcat:bbox", box(around), "geo:wktLiteral")
                    .withTyped(
                            "dcat:centroid",
                            "POINT(" + around.centre().getX() + " "
                                    + around.centre().getY() + ")",
                            "geo:wktLiteral");
        });
    }

    private static String box(Envelope box) {
        return "POLYGON((" + box.getMinX() + " " + box.getMinY() + "," + box.getMaxX() + " " + box.getMinY() + ","
                + box.getMaxX() + " " + box.getMaxY() + "," + box.getMinX() + " " + box.getMaxY() + "," + box.getMinX()
                + " " + box.getMinY() + "))";
    }

    private Resource since(LocalDate day) {
        return once(
                own("since-" + day),
                new String[] {"dct:PeriodOfTime"},
                period -> period.withTyped("dcat:startDate", day.toString(), "xsd:date"));
    }

    private Resource publicAccess() {
        return once(
                AUTHORITY + "access-right/PUBLIC", new String[] {"dct:RightsStatement", CONCEPT}, access -> access.with(
                                "skos:prefLabel", "publiek", NL)
                        .with("skos:prefLabel", "public", EN)
                        .withAddress("skos:inScheme", AUTHORITY + "access-right"));
    }

    private Resource frequency() {
        return triples.of(AUTHORITY + "frequency/IRREG", "dct:Frequency");
    }

    private Resource themes() {
        return once(AUTHORITY + "data-theme", new String[] {"skos:ConceptScheme"}, scheme -> scheme.with(
                        TITLE, "Datathema", NL)
                .with(TITLE, "Data theme", EN));
    }

    private Resource theme(Theme theme) {
        return once(AUTHORITY + "data-theme/" + theme.name(), new String[] {CONCEPT}, concept -> concept.with(
                        "skos:prefLabel", theme.nl, NL)
                .with("skos:prefLabel", theme.en, EN)
                .with("skos:inScheme", themes()));
    }

    private Resource mediaType(String type) {
        return triples.of(MEDIA_TYPES + type, "dct:MediaType");
    }

    /** By which clients of event streams know one: https://w3id.org/tree/specification is what they follow. */
    private Resource[] eventStream() {
        return new Resource[] {
            standard("https://w3id.org/ldes/specification"), standard("https://w3id.org/tree/specification")
        };
    }

    private Resource standard(String iri) {
        return triples.of(iri, "dct:Standard");
    }

    /** Where a person reads of a list; the page of the contract where there is none about it. */
    private static String landing(String list) {
        return switch (list) {
            case "service-points" -> "/";
            case "consortia", "partners", "voka-offices" -> "/digihubs";
            case "figures" -> "/cijfers";
            case "sources" -> "/bronnen";
            default -> "/swagger-ui/";
        };
    }

    private Resource page(String path) {
        return triples.of(base + path, "foaf:Document");
    }

    private void languages(Resource resource) {
        for (var language : List.of("NLD", "ENG")) {
            resource.with("dct:language", triples.of(AUTHORITY + "language/" + language, "dct:LinguisticSystem"));
        }
    }

    private void modified(Resource resource) {
        resource.withTyped("dct:modified", catalogue.revision().publishedAt().toString(), "xsd:dateTime");
    }

    /** A resource that several name, described the first time. */
    private Resource once(String iri, String[] types, Consumer<Resource> description) {
        boolean first = !triples.has(iri);
        var resource = triples.of(iri, types);
        if (first) {
            description.accept(resource);
        }
        return resource;
    }

    private String own(String id) {
        return base + "/dcat#" + id;
    }
}
