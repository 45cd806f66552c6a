package be.digicatalogue.digihub;

import be.digicatalogue.fact.Facts;
import java.time.LocalDate;
import java.util.List;

/** The consortia, one for each province, by name. */
public final class Consortia extends Facts<Consortium> {

    public Consortia(List<Consortium> consortia) {
        super(consortia, Facts::byName);
    }

    /** The consortia that existed on a day; all of them without a day. */
    public List<Consortium> on(LocalDate day) {
        return day == null
                ? all()
                : all().stream().filter(consortium -> consortium.validOn(day)).toList();
    }
}
