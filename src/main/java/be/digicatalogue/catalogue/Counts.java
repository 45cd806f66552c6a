package be.digicatalogue.catalogue;

import org.eclipse.microprofile.graphql.Description;

/** How many records of each kind a catalogue holds. */
@Description("How many records of each kind the catalogue holds.")
public record Counts(
        @Description("Flemish provinces.") int provinces,
        @Description("Digihub consortia.") int consortia,
        @Description("Knowledge partners.") int partners,
        @Description("Voka chambers.") int chambers,
        @Description("Voka offices.") int vokaOffices,
        @Description("Digibanks and other networks.") int digibanks,
        @Description("Service points.") int servicePoints,
        @Description("Kinds of service.") int services,
        @Description("Localities under a postal code.") int places,

        @Description("Municipalities, those before a merger included.")
        int municipalities,

        @Description("Programmes.") int programmes,
        @Description("Figures.") int figures,
        @Description("Dated facts.") int timeline,
        @Description("Sources.") int sources) {

    static Counts of(Catalogue catalogue) {
        return new Counts(
                catalogue.provinces().flemish().all().size(),
                catalogue.consortia().all().size(),
                catalogue.partners().all().size(),
                catalogue.chambers().all().size(),
                catalogue.vokaOffices().all().size(),
                catalogue.digibanks().all().size(),
                catalogue.servicePoints().all().size(),
                catalogue.services().all().size(),
                catalogue.places().all().size(),
                catalogue.municipalities().all().size(),
                catalogue.programmes().all().size(),
                catalogue.figures().all().size(),
                catalogue.timeline().all().size(),
                catalogue.sources().all().size());
    }
}
