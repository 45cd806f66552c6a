package be.digicatalogue.organisation;

import be.digicatalogue.fact.Labelled;
import be.digicatalogue.fact.Text;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The kind of a knowledge partner. */
@Enum("PartnerKind")
@Description("The kind of a knowledge partner.")
public enum PartnerKind implements Labelled {
    @Description("University.")
    UNIVERSITY("Universiteit", "Université", "Universität", "University"),
    @Description("University of applied sciences and arts (hogeschool).")
    UNIVERSITY_COLLEGE("Hogeschool", "Haute école", "Hochschule", "University of applied sciences"),
    @Description("Research centre.")
    RESEARCH_CENTRE("Onderzoekscentrum", "Centre de recherche", "Forschungszentrum", "Research centre"),
    @Description("Cluster of companies and knowledge institutions.")
    CLUSTER("Cluster", "Cluster", "Cluster", "Cluster"),
    @Description("Campus for technology and talent.")
    CAMPUS("Campus", "Campus", "Campus", "Campus"),
    @Description("Hospital.")
    HOSPITAL("Ziekenhuis", "Hôpital", "Krankenhaus", "Hospital"),
    @Description("Government agency.")
    GOVERNMENT_AGENCY("Overheidsinstelling", "Organisme public", "Behörde", "Government agency");

    private final Text label;

    PartnerKind(String nl, String fr, String de, String en) {
        label = new Text(nl, fr, de, en);
    }

    /** Its name for people. */
    @Override
    public Text label() {
        return label;
    }
}
