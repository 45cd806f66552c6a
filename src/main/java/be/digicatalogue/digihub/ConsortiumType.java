package be.digicatalogue.digihub;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.organisation.ChamberType;
import be.digicatalogue.organisation.PartnerType;
import be.digicatalogue.record.Build;
import be.digicatalogue.record.ListDescription;
import be.digicatalogue.record.ListDescription.Theme;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.SearchDocument;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The record type of the consortia. */
public final class ConsortiumType {

    public static final RecordType<Consortium, Consortia> TYPE = RecordType.of(
                    RecordKind.CONSORTIA, Consortium.class, Consortia.class)
            .table(ConsortiumRow.class, "consortia")
            .part(ConsortiumMemberRow.class, "consortium-members", "members")
            .built(ConsortiumType::consortia)
            .fills(PartnerType.CONSORTIA, ConsortiumType::byMember)
            .fills(ChamberType.LEADS, ConsortiumType::byMember)
            .foundBy((consortium, others) -> SearchDocument.of(consortium)
                    .details(others.names(consortium.province()).toArray(String[]::new))
                    .sorts("digihub", "consortium")
                    .texts(Stream.concat(consortium.leads().stream(), consortium.knowledgePartners().stream())
                            .flatMap(member -> others.names(member).stream())
                            .map(Text::name)
                            .toArray(Text[]::new))
                    .texts(consortium.remark()))
            // In the context, "leads" has the opposite direction, and a version describes the consortium itself.
            .termed("leads", "ledBy")
            .described(ListDescription.of(
                            Theme.ECON,
                            "De consortia die in elke provincie de digihub vormden: wie leidde en wie deelnam.",
                            "The consortia that ran the digihub of each province: who led and who took part.")
                    .on("/digihubs"));

    private ConsortiumType() {}

    private static Consortia consortia(Build build) {
        var chambers = build.of(ChamberType.TYPE);
        Function<ConsortiumMemberRow, Reference> member =
                row -> chambers.named(row.organisation).isPresent()
                        ? RecordKind.CHAMBERS.reference(row.organisation)
                        : RecordKind.PARTNERS.reference(row.organisation);
        var members = members(build).collect(groupingBy(row -> row.province));
        return new Consortia(build.rows(ConsortiumRow.class).stream()
                .map(row -> {
                    var byRole = members.getOrDefault(row.province, List.of()).stream()
                            .collect(Collectors.partitioningBy(ConsortiumMemberRow::leads, mapping(member, toList())));
                    return row.fact(byRole.get(true), byRole.get(false));
                })
                .toList());
    }

    private static Map<String, List<Reference>> byMember(Build build) {
        return members(build)
                .collect(groupingBy(
                        row -> row.organisation,
                        mapping(row -> RecordKind.CONSORTIA.reference(row.province), toList())));
    }

    /** By province, each in the order of the source. */
    private static Stream<ConsortiumMemberRow> members(Build build) {
        return build.rows(ConsortiumMemberRow.class).stream()
                .sorted(Comparator.comparing((ConsortiumMemberRow row) -> row.province)
                        .thenComparing(row -> row.position));
    }
}
