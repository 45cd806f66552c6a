package be.digicatalogue.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursInWordsTest {

    @Test
    void saysTheWeekInFourLanguages() {
        var words = OpeningHours.parse("Mo,We-Fr 10:00-12:00,13:00-17:00; Tu 13:00-17:00; PH off", List.of())
                .inWords();
        assertEquals(
                "maandag, woensdag tot vrijdag 10.00-12.00 uur en 13.00-17.00 uur; dinsdag 13.00-17.00 uur; gesloten op feestdagen",
                words.nl());
        assertEquals(
                "lundi, du mercredi au vendredi de 10h00 à 12h00 et de 13h00 à 17h00; mardi de 13h00 à 17h00; fermé les jours fériés",
                words.fr());
        assertEquals(
                "Montag, Mittwoch bis Freitag 10:00-12:00 Uhr und 13:00-17:00 Uhr; Dienstag 13:00-17:00 Uhr; geschlossen an Feiertagen",
                words.de());
        assertEquals(
                "Monday, Wednesday to Friday 10:00-12:00 and 13:00-17:00; Tuesday 13:00-17:00; closed on public holidays",
                words.en());
    }

    @Test
    void saysPartsOfTheYearInFourLanguages() {
        var words = OpeningHours.parse(
                        "Apr-Sep Mo-Fr 09:00-13:00; Oct-Mar Mo-Fr 10:00-12:00; Dec 24-Jan 02,Jul 21 off", List.of())
                .inWords();
        assertEquals(
                "van april tot en met september: maandag tot vrijdag 09.00-13.00 uur; van oktober tot en met maart: maandag tot vrijdag 10.00-12.00 uur; gesloten van 24 december tot en met 2 januari en op 21 juli",
                words.nl());
        assertEquals(
                "d'avril à septembre : du lundi au vendredi de 09h00 à 13h00; d'octobre à mars : du lundi au vendredi de 10h00 à 12h00; fermé du 24 décembre au 2 janvier et le 21 juillet",
                words.fr());
        assertEquals(
                "von April bis September: Montag bis Freitag 09:00-13:00 Uhr; von Oktober bis März: Montag bis Freitag 10:00-12:00 Uhr; geschlossen vom 24. Dezember bis 2. Januar und am 21. Juli",
                words.de());
        assertEquals(
                "from April to September: Monday to Friday 09:00-13:00; from October to March: Monday to Friday 10:00-12:00; closed from 24 December to 2 January and on 21 July",
                words.en());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
                    Mo,Th,Fr 10:00-12:00                        → maandag, donderdag en vrijdag 10.00-12.00 uur
                    Mo-Su 10:00-12:00                           → elke dag 10.00-12.00 uur
                    Mo-Fr 10:00-16:00; We 12:00-18:00           → maandag, dinsdag, donderdag en vrijdag 10.00-16.00 uur; woensdag 12.00-18.00 uur
                    Mo-Fr 10:00-16:00; We off                   → maandag, dinsdag, donderdag en vrijdag 10.00-16.00 uur
                    Mo-Fr 08:00-12:00, We 14:00-18:00           → maandag, dinsdag, donderdag en vrijdag 08.00-12.00 uur; woensdag 08.00-12.00 uur en 14.00-18.00 uur
                    Mo-Fr 10:00-20:00; 12:00-14:00 off          → maandag tot vrijdag 10.00-12.00 uur en 14.00-20.00 uur
                    24/7                                        → dag en nacht open
                    24/7; PH off                                → dag en nacht open; gesloten op feestdagen
                    Mo-Su,PH 10:00-12:00                        → elke dag 10.00-12.00 uur; ook op feestdagen
                    Mo-Fr 09:00-17:00; PH 10:00-12:00           → maandag tot vrijdag 09.00-17.00 uur; op feestdagen 10.00-12.00 uur
                    PH 10:00-12:00                              → op feestdagen 10.00-12.00 uur
                    off                                         → gesloten
                    Sa-Su open                                  → zaterdag en zondag de hele dag
                    Fr-Sa 22:00-02:00                           → vrijdag en zaterdag 22.00-02.00 uur
                    22:00-02:00; Th 12:00-14:00                 → in de notatie van OpenStreetMap: 22:00-02:00; Th 12:00-14:00
                    Mo 10:00+                                   → maandag vanaf 10.00 uur
                    Mo 20:00+                                   → maandag vanaf 20.00 uur
                    Mo 14:00-16:00+                             → maandag 14.00 tot minstens 16.00 uur
                    "by appointment"                            → alleen op afspraak
                    Mo-Fr 10:00-12:00 || "by appointment"       → maandag tot vrijdag 10.00-12.00 uur; daarbuiten op afspraak
                    Mo 10:00-12:00; Tu 10:00-12:00 "op afspraak"→ maandag 10.00-12.00 uur; dinsdag 10.00-12.00 uur op afspraak
                    week 01-53/2 Mo 10:00-12:00                 → in oneven weken: maandag 10.00-12.00 uur
                    Mo-Fr 10:00-12:00; Jul-Aug off; PH off      → maandag tot vrijdag 10.00-12.00 uur; gesloten op feestdagen; gesloten van juli tot en met augustus
                    Mo-Fr 10:00-12:00; Dec 25 off; 2026 Dec 28 off → maandag tot vrijdag 10.00-12.00 uur; gesloten op 25 december; gesloten op 28 december 2026
                    Mo-Fr 10:00-12:00; Jul-Aug Mo-Sa 09:00-11:00 → maandag tot vrijdag 10.00-12.00 uur; van juli tot en met augustus: maandag tot zaterdag 09.00-11.00 uur
                    Mo-Fr 10:00-12:00; Jul-Aug We 09:00-11:00   → in de notatie van OpenStreetMap: Mo-Fr 10:00-12:00; Jul-Aug We 09:00-11:00
                    We[1,3] 10:00-12:00                         → eerste en derde woensdag van de maand 10.00-12.00 uur
                    Mo 10:00-12:00; Mo[-1] off                  → maandag 10.00-12.00 uur; gesloten op de laatste maandag van de maand
                    Mo-Fr 10:00-12:00; SH off                   → maandag tot vrijdag 10.00-12.00 uur; gesloten in de schoolvakanties
                    SH Mo-Fr 10:00-12:00                        → in de notatie van OpenStreetMap: SH Mo-Fr 10:00-12:00
                    Mo 10:00-12:00 open "walk in"               → in de notatie van OpenStreetMap: Mo 10:00-12:00 open "walk in"
                    easter off                                  → in de notatie van OpenStreetMap: easter off
                    Dec 25 off; Mo-Fr 10:00-12:00               → in de notatie van OpenStreetMap: Dec 25 off; Mo-Fr 10:00-12:00
                    """)
    void saysItInDutch(String text, String words) {
        assertEquals(words, OpeningHours.parse(text, List.of()).inWords().nl());
    }
}
