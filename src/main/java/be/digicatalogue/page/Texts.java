package be.digicatalogue.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the pages, in {@code messages/msg_*.properties}; texts of facts are in the catalogue. */
@MessageBundle(locale = "nl")
public interface Texts {

    @Message
    String locale();

    @Message
    String skip();

    @Message
    String languages();

    @Message
    String sections();

    @Message
    String navDigibanks();

    @Message
    String navDigihubs();

    @Message
    String navFigures();

    @Message
    String navSources();

    @Message
    String navDownload();

    @Message
    String siteAbout();

    @Message
    String licence();

    @Message
    String revision(long number, String day);

    @Message
    String nothingHere();

    @Message
    String nothingHereText();

    @Message
    String tooManyTitle();

    @Message
    String tooManyText();

    @Message
    String unavailableTitle();

    @Message
    String unavailableText();

    @Message
    String somethingWrong();

    @Message
    String somethingWrongText();

    @Message
    String problemReference();

    @Message
    String wayDigibanks();

    @Message
    String wayDigihubs();

    @Message
    String wayFigures();

    @Message
    String sourcesTitle();

    @Message
    String sourcesLead();

    @Message
    String publisher();

    @Message
    String date();

    @Message
    String questionNumber();

    @Message
    String answeredBy();

    @Message
    String licenceWord();

    @Message
    String credit();

    @Message
    String toSource();

    @Message
    String evidence();

    @Message
    String evidenceShort();

    @Message
    String verifiedOn(String day);

    @Message
    String asData();

    @Message
    String saveContact();

    @Message
    String hoursInCalendar();

    @Message
    String listToPrint();

    @Message
    String finderTitle();

    @Message
    String finderLead();

    @Message
    String whereLabel();

    @Message
    String whereHint();

    @Message
    String search();

    @Message
    String myLocation();

    @Message
    String locating();

    @Message
    String locationRefused();

    @Message
    String servicesLabel();

    @Message
    String openNow();

    @Message
    String resultsFor(String place);

    @Message
    String resultsHere();

    @Message
    String resultsAll();

    @Message
    String resultsCount(String number);

    @Message
    String resultsCountByName(String number);

    @Message
    String resultOne();

    @Message
    String noResults();

    @Message
    String noResultsLead();

    @Message
    String clearFilters();

    @Message
    String perhapsNearer();

    @Message
    String placeUnclear(String place);

    @Message
    String locationOutside();

    @Message
    String questionWrong(String names);

    @Message
    String openUntil(String time);

    @Message
    String open();

    @Message
    String closed();

    @Message
    String somewhereIn(String municipality);

    @Message
    String somewhereInAbout(String municipality, String distance);

    @Message
    String likelyOpen(String hours);

    @Message
    String likelyClosed(String hours);

    @Message
    String opensToday(String time);

    @Message
    String opensOn(String day, String time);

    @Message
    String hoursUnknown();

    @Message
    String hoursOf(String date);

    @Message
    String hoursUndated();

    @Message
    String firstContact(String words, String step);

    @Message
    String callFirst();

    @Message
    String siteFirst();

    @Message
    String mailFirst();

    @Message
    String route();

    @Message
    String routeTo(String name);

    @Message
    String call(String number);

    @Message
    String previousPage();

    @Message
    String nextPage();

    @Message
    String pages();

    @Message
    String map();

    @Message
    String mapOfResults();

    @Message
    String zoomIn();

    @Message
    String zoomOut();

    @Message
    String movableMap();

    @Message
    String entrepreneursTitle();

    @Message
    String entrepreneursText();

    @Message
    String figuresTeaser();

    @Message
    String whatIsDigibank();

    @Message
    String programmeEnds(String day);

    @Message
    String programmeEnded(String day);

    @Message
    String services();

    @Message
    String servicesUnknown();

    @Message
    String address();

    @Message
    String openingHours();

    @Message
    String hoursNotPublished();

    @Message
    String exceptions();

    @Message
    String closedThen();

    @Message
    String fieldKnownOn(String date);

    @Message
    String fieldOverdue(String date);

    @Message
    String dateAbout(String date);

    @Message
    String dateOrLater(String date);

    @Message
    String fieldUndated();

    @Message
    String phone();

    @Message
    String email();

    @Message
    String website();

    @Message
    String locationType();

    @Message
    String partOf();

    @Message
    String ledBy(String name);

    @Message
    String supportEnded(String day);

    @Message
    String supportEndedForAll(String day);

    @Message
    String aroundHere();

    @Message
    String derivedPostalCode();

    @Message
    String derivedHost();

    @Message
    String nearbyTitle();

    @Message
    String pointAbout(String name, String place);

    @Message
    String goodToKnow();

    @Message
    String office();

    @Message
    String officeAbout(String name, String place);

    @Message
    String chamber();

    @Message
    String noChamber();

    @Message
    String addressConfirmed();

    @Message
    String addressPartly();

    @Message
    String addressNotConfirmed();

    @Message
    String phoneNotKnown();

    @Message
    String province();

    @Message
    String partnerAbout(String name, String kind);

    @Message
    String nameInSource();

    @Message
    String alsoKnownAs();

    @Message
    String enterpriseNumber();

    @Message
    String takesPartIn();

    @Message
    String digihubsTitle();

    @Message
    String postalCodeLabel();

    @Message
    String postalCodeHint();

    @Message
    String toMyDigihub();

    @Message
    String chooseProvince();

    @Message
    String partnersCount(int number);

    @Message
    String noDigihubHere(String place);

    @Message
    String digihubOf(String province);

    @Message
    String digihubAbout(String province);

    @Message
    String ranUntil(String day);

    @Message
    String ranFromUntil(String from, String to);

    @Message
    String officesToCall();

    @Message
    String officesNearest(String place);

    @Message
    String nearestOffice();

    @Message
    String leads();

    @Message
    String knowledgePartners();

    @Message
    String steps();

    @Message
    String fallback();

    @Message
    String mapOfProvinces();

    @Message
    String figuresTitle();

    @Message
    String figuresLead();

    @Message
    String reached();

    @Message
    String financing();

    @Message
    String consortia();

    @Message
    String digibankFigures();

    @Message
    String partnerAmounts();

    @Message
    String contractAmounts();

    @Message
    String disagreements();

    @Message
    String disagreementsLead();

    @Message
    String against();

    @Message
    String infoRequests();

    @Message
    String trajectoriesStarted();

    @Message
    String trajectoriesCompleted();

    @Message
    String workshopsStarted();

    @Message
    String workshopsCompleted();

    @Message
    String moneyEurope();

    @Message
    String moneyFlanders();

    @Message
    String moneyCompanies();

    @Message
    String moneyVoka();

    @Message
    String municipalitiesTarget();

    @Message
    String municipalitiesReached();

    @Message
    String preTrajectories();

    @Message
    String implementations();

    @Message
    String brexitSupplement();

    @Message
    String totalIs(String amount);

    @Message
    String digibankBudget(String amount);

    @Message
    String eachDigihub();

    @Message
    String asTable();

    @Message
    String what();

    @Message
    String value();

    @Message
    String note();

    @Message
    String allFigures();

    @Message
    String download();

    @Message
    String ours();

    @Message
    String perProvince();

    @Message
    String unitHours();

    @Message
    String unitYears();

    @Message
    String unitMonths();

    @Message
    String unitFte();

    @Message
    String chartOf(String what);
}
