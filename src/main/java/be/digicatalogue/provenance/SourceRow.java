package be.digicatalogue.provenance;

import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Text;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the table {@code source} and of {@code sources.csv}. */
@Entity
@Table(name = "source")
public class SourceRow extends PanacheEntityBase {

    @Id
    public String id;

    public String kind;
    public String title;
    public String publisher;
    public String date;
    public String number;
    public String answeredBy;
    public String licence;
    public String credit;
    public String url;
    public String aboutNl;
    public String aboutEn;

    public Source fact() {
        return new Source(
                id,
                Coded.of(Source.Kind.class, kind),
                title,
                publisher,
                date,
                number,
                answeredBy,
                licence,
                credit,
                url,
                Text.of(aboutNl, aboutEn));
    }
}
