package be.digicatalogue.page;

import be.digicatalogue.fact.Reference;
import be.digicatalogue.place.Municipality;
import be.digicatalogue.place.MunicipalityType;
import be.digicatalogue.province.ProvinceType;
import be.digicatalogue.record.Quality;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How complete and how fresh the catalogue is today, for everybody who wants to know how far to trust it. */
@Singleton
public class QualityPage implements Page {

    static final String ADDRESS = "/kwaliteit";

    private static final int PERCENT = 100;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance quality(
                Visit visit, PageHead head, String day, List<FieldTable> tables, List<GapList> gaps);
    }

    /**
     * The fields of a kind.
     *
     * @param records the number of records, formatted
     * @param list the URL of the list without parameters
     */
    public record FieldTable(String id, String title, String records, String list, List<FieldRow> fields) {}

    /**
     * A field, in numbers of records.
     *
     * @param fresh the part of the known values that is neither overdue nor undated, in per cent; {@code null} when none is known
     */
    public record FieldRow(String name, int known, int dated, int overdue, int undated, Integer fresh) {}

    /**
     * What no record of a kind serves.
     *
     * @param byProvince the names of municipalities, by the name of their province or region
     */
    public record GapList(String title, String count, Map<String, List<Municipality>> byProvince) {}

    @Override
    public String address() {
        return ADDRESS;
    }

    @Override
    public PageAnswer show(Visit visit) {
        var texts = visit.texts(ReportTexts.class);
        var today = visit.today();
        var quality = visit.catalogue().quality(today);
        return PageAnswer.page(Templates.quality(
                visit,
                PageHead.of(texts.qualityTitle(), texts.qualityLead()),
                visit.wording().day(today),
                quality.kinds().stream().map(kind -> table(kind, visit)).toList(),
                quality.gaps().stream().map(gap -> gap(gap, visit)).toList()));
    }

    private static FieldTable table(Quality.KindQuality kind, Visit visit) {
        return new FieldTable(
                kind.kind().code(),
                kind.kind().title().in(visit.language()),
                visit.wording().number(kind.records()),
                "/v1/" + kind.kind().code(),
                kind.fields().stream()
                        .map(field -> new FieldRow(
                                FieldNames.of(field.field().name(), visit),
                                field.known(),
                                field.dated(),
                                field.overdue(),
                                field.undated(),
                                field.known() == 0
                                        ? null
                                        : PERCENT * (field.dated() - field.overdue()) / field.known()))
                        .toList());
    }

    private static GapList gap(Quality.Gap gap, Visit visit) {
        var byProvince = new LinkedHashMap<String, List<Municipality>>();
        var provinces = visit.catalogue().of(ProvinceType.TYPE);
        var municipalities = visit.catalogue().of(MunicipalityType.TYPE);
        for (var province : provinces.all()) {
            var its = gap.missing().stream()
                    .map(Reference::id)
                    .flatMap(id -> municipalities.named(id).stream())
                    .filter(each -> province.reference().equals(each.province()))
                    .toList();
            if (!its.isEmpty()) {
                byProvince.put(province.label().in(visit.language()), its);
            }
        }
        return new GapList(
                visit.texts(ReportTexts.class).gapTitle(),
                visit.texts(ReportTexts.class)
                        .gapCount(
                                visit.wording().number(gap.missing().size()),
                                visit.wording().number(gap.total())),
                byProvince);
    }
}
