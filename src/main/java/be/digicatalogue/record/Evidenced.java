package be.digicatalogue.record;

import be.digicatalogue.fact.Evidence;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.MappedSuperclass;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The evidence columns of every table of facts. */
@MappedSuperclass
public abstract class Evidenced extends PanacheEntityBase {

    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> sources = List.of();

    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> urls = List.of();

    public List<Evidence> evidence() {
        return Evidence.of(sources, urls);
    }
}
