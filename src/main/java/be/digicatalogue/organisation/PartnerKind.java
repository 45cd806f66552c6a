package be.digicatalogue.organisation;

import be.digicatalogue.fact.Coded;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What sort of knowledge partner it is. */
@Enum("PartnerKind")
@Description("What sort of knowledge partner it is.")
public enum PartnerKind implements Coded {
    @Description("University.")
    UNIVERSITY,
    @Description("University of applied sciences and arts (hogeschool).")
    UNIVERSITY_COLLEGE,
    @Description("Research centre.")
    RESEARCH_CENTRE,
    @Description("Cluster of companies and knowledge institutions.")
    CLUSTER,
    @Description("Campus for technology and talent.")
    CAMPUS,
    @Description("Hospital.")
    HOSPITAL,
    @Description("Government agency.")
    GOVERNMENT_AGENCY
}
