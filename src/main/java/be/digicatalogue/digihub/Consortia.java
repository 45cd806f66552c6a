package be.digicatalogue.digihub;

import be.digicatalogue.fact.Facts;
import be.digicatalogue.question.Found;
import be.digicatalogue.question.Page;
import be.digicatalogue.question.Parameters;
import java.time.LocalDate;
import java.util.List;

/** The consortia, one for each province, by name. */
public final class Consortia extends Facts<Consortium> {

    public Consortia(List<Consortium> consortia) {
        super(byName(consortia));
    }

    /** Which consortia: those that existed on a day, or all, those that ended included. */
    public record Question(LocalDate validOn, Page page) {

        static Question read(Parameters parameters) {
            return new Question(parameters.day("validOn"), parameters.page());
        }
    }

    public Found<Consortium> answer(Question question) {
        return Found.page(on(question.validOn()), question.page());
    }

    /** Those that existed on a day; all of them without a day. */
    public List<Consortium> on(LocalDate day) {
        return day == null
                ? all()
                : all().stream().filter(consortium -> consortium.validOn(day)).toList();
    }
}
