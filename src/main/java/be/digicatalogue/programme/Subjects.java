package be.digicatalogue.programme;

import be.digicatalogue.fact.Facts;
import java.util.List;

/** What figures are about, in the order of the dataset. */
public final class Subjects extends Facts<Figure.Subject> {

    public Subjects(List<Figure.Subject> subjects) {
        super(subjects);
    }
}
