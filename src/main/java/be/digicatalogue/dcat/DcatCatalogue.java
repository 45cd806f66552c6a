package be.digicatalogue.dcat;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.dataset.Reuse;
import be.digicatalogue.dcat.Triples.Resource;
import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Lasting;
import be.digicatalogue.fact.Text;
import be.digicatalogue.geo.Outlined;
import be.digicatalogue.http.Contract;
import be.digicatalogue.record.ListDescription.Licence;
import be.digicatalogue.record.ListDescription.Theme;
import be.digicatalogue.record.MapLayer;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;

/**
 * The description of the service for open-data portals: DCAT-AP 3.0 of the European Commission and DCAT-AP Vlaanderen 3, which
 * requires more. Version 2.0 of the latter requires a status that only the Flemish government can give. Codes are those of the Publications Office of the European Union.
 */
final class DcatCatalogue {

    private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
    private static final String FLANDERS = "http://data.europa.eu/nuts/code/BE2";

    private static final String TITLE = "dct:title";
    private static final String DESCRIPTION = "dct:description";
    private static final String IDENTIFIER = "dct:identifier";
    private static final String CONCEPT = "skos:Concept";
    private static final String SPDX = "http://spdx.org/rdf/terms#";
    private static final String NL = "nl";
    private static final String EN = "en";

    /**
     * A format of a list.
     *
     * @param f the value of the parameter that requests it
     * @param fileType its code in the list of the European Union
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
    private final FileChecksums files;

    private DcatCatalogue(Catalogue catalogue, Contract contract, Publishing publishing, String base) {
        this.catalogue = catalogue;
        this.contract = contract;
        this.publishing = publishing;
        this.base = base;
        this.files = catalogue.derived(FileChecksums.class, FileChecksums::new);
    }

    /**
     * @param contract has the formats of each list
     * @param base the scheme and host of all URLs
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
                "All facts and their relations in one query.",
                "/graphql",
                "/graphql/schema.graphql");
        var ogc = service(
                        "ogc",
                        "OGC API - Features",
                        "Records met een ligging, voor kaarten.",
                        "Records with a location, for maps.",
                        "/ogc",
                        "/ogc/api")
                .with("dct:conformsTo", standard("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core"));
        var ldes = service(
                        "ldes",
                        "Linked Data Event Stream",
                        "De nieuwste versie van elk record en de verwijderde records, om wijzigingen te volgen.",
                        "The newest version of every record and the removed records, for following changes.",
                        "/ldes",
                        "/openapi")
                .with("dct:conformsTo", eventStream());
        var mcp = service(
                        "mcp",
                        "Model Context Protocol",
                        "Vragen voor AI-assistenten, met bronnen in elk antwoord.",
                        "Queries for AI assistants, with sources in every answer.",
                        "/mcp",
                        "/openapi")
                .with("dct:conformsTo", standard("https://modelcontextprotocol.io/specification/2025-11-25"));
        root.with("dcat:service", rest, graphql, ogc, ldes, mcp);

        var whole = dataset(
                "all",
                Text.of("Digi Catalogue, alle tabellen", "Digi Catalogue, all tables"),
                Text.of("Alle feiten van de catalogus als tabellen.", "All facts of the catalogue as tables."),
                Theme.SOCI,
                Schema.loaded().listed().flatMap(type -> type.listed(catalogue).stream()));
        whole.with("dcat:theme", theme(Theme.ECON))
                .with("dcat:landingPage", page("/"))
                .with(
                        "dcat:distribution",
                        withChecksum(file("all-zip", "/v1/dataset.zip", "CSV", "text/csv"), "all-zip", files.zip())
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

        Schema.loaded().listed().forEach(type -> {
            var dataset = list(type, rest);
            type.layer().ifPresent(layer -> {
                dataset.with(
                        "dcat:distribution",
                        distribution(
                                        layer.kind().code() + "-ogc",
                                        "/ogc/collections/" + layer.kind().code() + "/items",
                                        "OGC API - Features",
                                        "GEOJSON",
                                        "application/geo+json",
                                        type.description().licence())
                                .with("dcat:accessService", ogc));
                ogc.with("dcat:servesDataset", dataset);
            });
            root.with("dcat:dataset", dataset);
            rest.with("dcat:servesDataset", dataset);
            graphql.with("dcat:servesDataset", dataset);
        });
    }

    /** The list of a kind as a dataset, in each of its formats. */
    private Resource list(RecordType<?, ?> type, Resource rest) {
        var code = type.kind().code();
        var about = type.description();
        var dataset = dataset(code, type.kind().title(), about.about(), about.theme(), type.listed(catalogue).stream());
        dataset.with("dcat:landingPage", page(about.page())).with("dcat:distribution", table(type));
        for (var form : FORMS) {
            if (contract.answers("/v1/" + code).contains(form.mediaType())) {
                dataset.with(
                        "dcat:distribution",
                        distribution(
                                        code + "-" + form.f(),
                                        "/v1/" + code + "?f=" + form.f(),
                                        form.title() + " (REST)",
                                        form.fileType(),
                                        form.mediaType(),
                                        about.licence())
                                .with("dcat:accessService", rest),
                        whole(type, form));
            }
        }
        return dataset;
    }

    private Resource dataset(String id, Text title, Text about, Theme theme, Stream<? extends Fact> facts) {
        var dataset = triples.of(own(id), "dcat:Dataset")
                .with(TITLE, title.nl(), NL)
                .with(TITLE, title.en(), EN)
                .with(DESCRIPTION, about.nl(), NL)
                .with(DESCRIPTION, about.en(), EN)
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

    /** How long a file is, and the hash by which its reader sees that it is complete. */
    private Resource withChecksum(Resource distribution, String id, FileChecksums.Checksum checksum) {
        return distribution
                .withTyped("dcat:byteSize", String.valueOf(checksum.bytes()), "xsd:nonNegativeInteger")
                .with(
                        "spdx:checksum",
                        triples.of(own(id + "-checksum"), "spdx:Checksum")
                                .with(
                                        "spdx:algorithm",
                                        triples.of(SPDX + "checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm"))
                                .withTyped("spdx:checksumValue", checksum.sha256(), "xsd:hexBinary"));
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

    /** All rows of a list, as in the dataset. The URLs of a data service, in contrast, return pages. */
    private Resource table(RecordType<?, ?> type) {
        var file = type.tables().get(0).name() + ".csv";
        var path = "/export/" + file;
        var id = type.kind().code() + "-table";
        return withChecksum(
                        distribution(
                                id,
                                path,
                                "CSV",
                                "CSV",
                                "text/csv",
                                type.description().licence()),
                        id,
                        files.of(file))
                .withAddress("dcat:downloadURL", base + path)
                .with("dct:conformsTo", standard("https://datapackage.org/standard/data-package/"));
    }

    /** All records of a list in one format. */
    private Resource whole(RecordType<?, ?> type, Form form) {
        var path = "/v1/" + type.kind().code() + "." + form.f();
        return distribution(
                        type.kind().code() + "-whole-" + form.f(),
                        path,
                        form.title(),
                        form.fileType(),
                        form.mediaType(),
                        type.description().licence())
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

    /** Flanders requires the file type to be a concept as well. */
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
                        .with(DESCRIPTION, Reuse.LICENCE, EN)
                        .with(DESCRIPTION, "Credit: " + Reuse.CREDIT, EN));
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
            Schema.loaded().types().stream()
                    .filter(type -> type.layer().filter(MapLayer::outlines).isPresent())
                    .flatMap(type -> catalogue.of(type).all().stream())
                    .forEach(fact -> around.expandToInclude(
                            ((Outlined) fact).outline().geometry().getEnvelopeInternal()));
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
                        "skos:prefLabel", theme.label().nl(), NL)
                .with("skos:prefLabel", theme.label().en(), EN)
                .with("skos:inScheme", themes()));
    }

    private Resource mediaType(String type) {
        return triples.of(MEDIA_TYPES + type, "dct:MediaType");
    }

    /** The specification by which clients recognize event streams: https://w3id.org/tree/specification. */
    private Resource[] eventStream() {
        return new Resource[] {
            standard("https://w3id.org/ldes/specification"), standard("https://w3id.org/tree/specification")
        };
    }

    private Resource standard(String iri) {
        return triples.of(iri, "dct:Standard");
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

    /** A resource that several others refer to, described once. */
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
