package be.digicatalogue.page;

/** The fields of records in the words of the pages. */
final class FieldNames {

    private FieldNames() {}

    /** The name of a field; the name of its property for one without words of its own. */
    static String of(String field, Visit visit) {
        var texts = visit.texts();
        return switch (field) {
            case "openingHours" -> texts.openingHours();
            case "phone" -> texts.phone();
            case "email" -> texts.email();
            case "website" -> texts.website();
            case "services" -> texts.services();
            case "address" -> texts.address();
            default -> field;
        };
    }
}
