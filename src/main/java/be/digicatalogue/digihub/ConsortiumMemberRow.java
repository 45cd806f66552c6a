package be.digicatalogue.digihub;

import be.digicatalogue.record.Evidenced;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;

/** A row of the table {@code consortium_member} and of {@code consortium-members.csv}. */
@Entity
@Table(name = "consortium_member")
@IdClass(ConsortiumMemberRow.Key.class)
public class ConsortiumMemberRow extends Evidenced {

    @Id
    public String province;

    @Id
    public String organisation;

    public String role;
    public int position;
    public LocalDate validFrom;
    public LocalDate validTo;

    public boolean leads() {
        return "lead".equals(role);
    }

    /** An organisation has one role in the consortium of a province. */
    public record Key(String province, String organisation) implements Serializable {}
}
