package be.digicatalogue.record;

import be.digicatalogue.fact.Text;

/**
 * The description of the list of a kind, for portals and assistants.
 *
 * @param about a sentence in Dutch and English
 * @param theme its theme in the European data portal
 * @param page the path of a page about it for people
 */
public record ListDescription(Text about, Theme theme, Licence licence, String page) {

    private static final String CONTRACT_PAGE = "/swagger-ui/";

    /** A list whose facts have the licences of their sources. Its page is the contract until it has a page of its own. */
    public static ListDescription of(Theme theme, String nl, String en) {
        return new ListDescription(Text.of(nl, en), theme, Licence.BY_SOURCE, CONTRACT_PAGE);
    }

    public ListDescription under(Licence other) {
        return new ListDescription(about, theme, other, page);
    }

    public ListDescription on(String its) {
        return new ListDescription(about, theme, licence, its);
    }

    /**
     * The data themes of the European Union that this catalogue uses.
     *
     * @see <a
     * href="https://op.europa.eu/en/web/eu-vocabularies/dataset/-/resource?uri=http://publications.europa.eu/resource/dataset/data-theme">Data
     * theme</a>
     */
    public enum Theme {
        ECON("Economie en financiën", "Economy and finance"),
        GOVE("Overheid en publieke sector", "Government and public sector"),
        REGI("Regio's en steden", "Regions and cities"),
        SOCI("Bevolking en samenleving", "Population and society"),
        TECH("Wetenschap en technologie", "Science and technology");

        private final Text label;

        Theme(String nl, String en) {
            label = Text.of(nl, en);
        }

        public Text label() {
            return label;
        }
    }

    /** The licence under which facts may be reused. */
    public enum Licence {
        /** Each fact has the licence of its source, and sources have different licences. */
        BY_SOURCE,
        CC_BY,
        STATBEL
    }
}
