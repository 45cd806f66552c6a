package be.digicatalogue;

import be.digicatalogue.digibank.DigibankType;
import be.digicatalogue.digibank.ServicePointType;
import be.digicatalogue.digibank.ServiceType;
import be.digicatalogue.digihub.ConsortiumType;
import be.digicatalogue.organisation.ChamberType;
import be.digicatalogue.organisation.PartnerType;
import be.digicatalogue.place.MunicipalityType;
import be.digicatalogue.place.PlaceType;
import be.digicatalogue.programme.FigureType;
import be.digicatalogue.programme.ProgrammeType;
import be.digicatalogue.programme.SubjectType;
import be.digicatalogue.programme.TimelineType;
import be.digicatalogue.provenance.SourceType;
import be.digicatalogue.province.ProvinceType;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.RecordTypeList;
import be.digicatalogue.voka.VokaOfficeType;
import java.util.List;

/** The list of all kinds of record in the catalogue. A new kind is one line here. */
public final class RecordTypes implements RecordTypeList {

    @Override
    public List<RecordType<?, ?>> types() {
        return List.of(
                ProvinceType.TYPE,
                ConsortiumType.TYPE,
                PartnerType.TYPE,
                ChamberType.TYPE,
                VokaOfficeType.TYPE,
                DigibankType.TYPE,
                ServicePointType.TYPE,
                ServiceType.TYPE,
                PlaceType.TYPE,
                MunicipalityType.TYPE,
                ProgrammeType.TYPE,
                SubjectType.TYPE,
                FigureType.TYPE,
                TimelineType.TYPE,
                SourceType.TYPE);
    }
}
