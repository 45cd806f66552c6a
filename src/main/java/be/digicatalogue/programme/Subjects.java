package be.digicatalogue.programme;

import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.SortKey;
import java.util.List;

/** The subjects of figures, in the order of the dataset. */
public final class Subjects extends Facts<Figure.Subject> {

    public Subjects(List<Figure.Subject> subjects) {
        super(subjects, subject -> SortKey.of(subject.id()));
    }
}
