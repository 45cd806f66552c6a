package be.digicatalogue.catalogue;

import be.digicatalogue.digibank.DigibankMunicipalityRow;
import be.digicatalogue.digibank.DigibankRow;
import be.digicatalogue.digibank.OpeningExceptionRow;
import be.digicatalogue.digibank.ServicePointRow;
import be.digicatalogue.digibank.ServiceRow;
import be.digicatalogue.digihub.ConsortiumMemberRow;
import be.digicatalogue.digihub.ConsortiumRow;
import be.digicatalogue.organisation.OrganisationRow;
import be.digicatalogue.place.MunicipalityRow;
import be.digicatalogue.place.PlaceRow;
import be.digicatalogue.programme.DisagreementRow;
import be.digicatalogue.programme.FigureRow;
import be.digicatalogue.programme.ProgrammeRow;
import be.digicatalogue.programme.ProgrammeTextRow;
import be.digicatalogue.programme.SubjectRow;
import be.digicatalogue.programme.TimelineEventRow;
import be.digicatalogue.provenance.SourceRow;
import be.digicatalogue.province.ProvinceRow;
import be.digicatalogue.voka.VokaOfficeRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of every table of facts, be they from files or from the database. */
public final class Tables {

    /** Each kind of row with the name of its file in a dataset. */
    public static final Map<Class<?>, String> FILES = files();

    private final Map<Class<?>, List<?>> rows = new LinkedHashMap<>();

    private static Map<Class<?>, String> files() {
        var files = new LinkedHashMap<Class<?>, String>();
        files.put(SourceRow.class, "sources");
        files.put(ProvinceRow.class, "provinces");
        files.put(MunicipalityRow.class, "municipalities");
        files.put(PlaceRow.class, "places");
        files.put(OrganisationRow.class, "organisations");
        files.put(ConsortiumRow.class, "consortia");
        files.put(ConsortiumMemberRow.class, "consortium-members");
        files.put(VokaOfficeRow.class, "voka-offices");
        files.put(DigibankRow.class, "digibanks");
        files.put(DigibankMunicipalityRow.class, "digibank-municipalities");
        files.put(ServiceRow.class, "services");
        files.put(ServicePointRow.class, "service-points");
        files.put(OpeningExceptionRow.class, "opening-exceptions");
        files.put(ProgrammeRow.class, "programmes");
        files.put(ProgrammeTextRow.class, "programme-texts");
        files.put(SubjectRow.class, "subjects");
        files.put(FigureRow.class, "figures");
        files.put(TimelineEventRow.class, "timeline");
        files.put(DisagreementRow.class, "disagreements");
        return files;
    }

    public <R> void put(Class<R> table, List<? extends R> its) {
        rows.put(table, its);
    }

    @SuppressWarnings("unchecked") // put() pairs them
    public <R> List<R> of(Class<R> table) {
        return (List<R>) rows.get(table);
    }
}
