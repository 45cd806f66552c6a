package be.digicatalogue.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.fact.Text;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Texts and instants with what must be answered. A line that starts with {@code #} names the source of what follows,
 * {@code =} begins a text, {@code !} adds an exception to it (first day, last day, hours, remark). A case is a moment in
 * Brussels, its weekday (so that no date is mistaken), the state, {@code closesAt}, {@code opensAt}, and what else must
 * be there: {@code holiday:} with the English name, {@code why:} with the beginning of the English sentence; where one
 * is not given, there must be none.
 */
class OpeningHoursCasesTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private static final String CASES = """
            # By hand: a text of the dataset, an ordinary week
            = Mo,We-Fr 10:00-12:00,13:00-17:00; Tu 13:00-17:00
            2026-06-01T09:59 Mon closed - 2026-06-01T10:00
            2026-06-01T10:00 Mon open 2026-06-01T12:00 2026-06-01T13:00
            2026-06-01T11:59 Mon open 2026-06-01T12:00 2026-06-01T13:00
            2026-06-01T12:00 Mon closed - 2026-06-01T13:00
            2026-06-01T16:59 Mon open 2026-06-01T17:00 2026-06-02T13:00
            2026-06-01T17:00 Mon closed - 2026-06-02T13:00
            2026-06-02T10:30 Tue closed - 2026-06-02T13:00
            2026-06-05T17:00 Fri closed - 2026-06-08T10:00
            2026-06-06T11:00 Sat closed - 2026-06-08T10:00
            2026-06-07T23:59 Sun closed - 2026-06-08T10:00
            # By hand: other texts of the dataset
            = Th 13:00-15:00
            2026-06-04T13:30 Thu open 2026-06-04T15:00 2026-06-11T13:00
            2026-06-04T15:00 Thu closed - 2026-06-11T13:00
            = Tu 14:00-16:30; Fr 09:00-11:30
            2026-06-02T16:30 Tue closed - 2026-06-05T09:00
            2026-06-05T11:29 Fri open 2026-06-05T11:30 2026-06-09T14:00
            = We,Sa 09:00-12:00
            2026-06-06T12:00 Sat closed - 2026-06-10T09:00
            # By hand, from the issue: a public holiday on hours that do not mention it is unknown, for the whole day
            = Mo-Fr 09:00-17:00
            2026-01-01T10:00 Thu unknown - - holiday:New Year's Day why:It is a public holiday
            2026-04-03T17:00 Fri closed - -
            2026-04-06T10:00 Mon unknown - - holiday:Easter Monday why:It is a public holiday
            2026-04-07T08:00 Tue closed - 2026-04-07T09:00
            2026-05-01T12:00 Fri unknown - - holiday:Labour day why:It is a public holiday
            2026-05-13T16:00 Wed open 2026-05-13T17:00 -
            2026-05-14T10:00 Thu unknown - - holiday:Ascension Day why:It is a public holiday
            2026-05-15T08:59 Fri closed - 2026-05-15T09:00
            2026-05-25T10:00 Mon unknown - - holiday:Pentecost Monday why:It is a public holiday
            2026-07-21T10:00 Tue unknown - - holiday:National Day why:It is a public holiday
            2026-11-11T10:00 Wed unknown - - holiday:Armistice Day why:It is a public holiday
            2026-11-11T00:00 Wed unknown - - holiday:Armistice Day why:It is a public holiday
            2026-11-10T23:59 Tue closed - -
            2026-11-12T00:00 Thu closed - 2026-11-12T09:00
            2026-12-25T10:00 Fri unknown - - holiday:Christmas why:It is a public holiday
            2026-12-25T23:59 Fri unknown - - holiday:Christmas why:It is a public holiday
            2026-12-26T10:00 Sat closed - 2026-12-28T09:00
            2026-12-24T16:59 Thu open 2026-12-24T17:00 -
            # By hand: 1 November is one, 2 and 15 November, Easter Sunday and Whit Sunday are none (decree of 18 April 1974)
            = Mo-Su 10:00-12:00
            2026-10-31T11:00 Sat open 2026-10-31T12:00 -
            2026-11-01T11:00 Sun unknown - - holiday:All Saints why:It is a public holiday
            2026-11-02T11:00 Mon open 2026-11-02T12:00 2026-11-03T10:00
            2026-11-15T11:00 Sun open 2026-11-15T12:00 2026-11-16T10:00
            2026-08-15T11:00 Sat unknown - - holiday:Assumption day why:It is a public holiday
            2026-04-05T11:00 Sun open 2026-04-05T12:00 -
            2026-05-24T11:00 Sun open 2026-05-24T12:00 -
            2026-12-26T11:00 Sat open 2026-12-26T12:00 2026-12-27T10:00
            2026-12-31T11:00 Thu open 2026-12-31T12:00 -
            # OpenStreetMap wiki, Key:opening_hours: PH off
            = Mo-Fr 09:00-17:00; PH off
            2026-04-06T10:00 Mon closed - 2026-04-07T09:00 holiday:Easter Monday
            2026-05-13T17:00 Wed closed - 2026-05-15T09:00
            2026-05-14T10:00 Thu closed - 2026-05-15T09:00 holiday:Ascension Day
            2026-05-22T17:00 Fri closed - 2026-05-26T09:00
            2026-12-24T17:00 Thu closed - 2026-12-28T09:00
            2026-12-25T10:00 Fri closed - 2026-12-28T09:00 holiday:Christmas
            2026-11-11T10:00 Wed closed - 2026-11-12T09:00 holiday:Armistice Day
            2026-11-01T10:00 Sun closed - 2026-11-02T09:00 holiday:All Saints
            # OpenStreetMap wiki: holidays with hours of their own, and beside weekdays
            = Mo-Fr 09:00-17:00; PH 10:00-12:00
            2026-04-06T09:30 Mon closed - 2026-04-06T10:00 holiday:Easter Monday
            2026-04-06T11:00 Mon open 2026-04-06T12:00 2026-04-07T09:00 holiday:Easter Monday
            2026-11-01T11:00 Sun open 2026-11-01T12:00 2026-11-02T09:00 holiday:All Saints
            2026-11-02T16:00 Mon open 2026-11-02T17:00 2026-11-03T09:00
            = Mo-Fr,PH 10:00-12:00
            2026-08-15T11:00 Sat open 2026-08-15T12:00 2026-08-17T10:00 holiday:Assumption day
            2026-08-22T11:00 Sat closed - 2026-08-24T10:00
            # opening_hours.js README, "Holidays": PH Mo-Fr, only when a holiday falls on Mo-Fr
            = PH Mo-Fr 10:00-12:00
            2026-05-25T11:00 Mon open 2026-05-25T12:00 - holiday:Pentecost Monday
            2026-06-03T11:00 Wed closed - -
            2026-11-01T11:00 Sun closed - 2026-11-11T10:00 holiday:All Saints
            # opening_hours.js README: Mo,Tu,Th,Fr 12:00-18:00; Sa,PH 12:00-17:00; Th[3],Th[-1] off
            = Mo,Tu,Th,Fr 12:00-18:00; Sa,PH 12:00-17:00; Th[3],Th[-1] off
            2026-06-11T12:00 Thu open 2026-06-11T18:00 2026-06-12T12:00
            2026-06-18T12:00 Thu closed - 2026-06-19T12:00
            2026-06-25T12:00 Thu closed - 2026-06-26T12:00
            2026-07-21T17:30 Tue closed - 2026-07-23T12:00 holiday:National Day
            # opening_hours.js README: a shop around the clock with some breaks
            = open; Tu-Su 08:30-09:00 off; Tu-Su,PH 14:00-14:30 off; Mo 08:00-13:00 off
            2026-06-01T07:00 Mon open 2026-06-01T08:00 2026-06-01T13:00
            2026-06-01T12:59 Mon closed - 2026-06-01T13:00
            2026-06-02T08:45 Tue closed - 2026-06-02T09:00
            2026-06-02T14:29 Tue closed - 2026-06-02T14:30
            2026-05-25T14:15 Mon closed - 2026-05-25T14:30 holiday:Pentecost Monday
            # By hand: the eve of a holiday says nothing of the holiday itself
            = Mo-Fr 09:00-17:00; PH -1 day 09:00-12:00
            2026-12-24T13:00 Thu closed - -
            2026-12-24T11:00 Thu open 2026-12-24T12:00 -
            2026-12-25T11:00 Fri unknown - - holiday:Christmas why:It is a public holiday
            # By hand: hours that name the day itself, or close for a period, need no PH
            = Mo-Fr 09:00-17:00; Dec 25 off
            2026-12-25T10:00 Fri closed - 2026-12-28T09:00 holiday:Christmas
            2026-05-25T10:00 Mon unknown - - holiday:Pentecost Monday why:It is a public holiday
            = Mo-Fr 09:00-17:00; Dec 24-Jan 02 off
            2026-12-23T17:00 Wed closed - 2027-01-04T09:00
            2026-12-20T09:00 Sun closed - 2026-12-21T09:00
            2026-12-25T10:00 Fri closed - 2027-01-04T09:00 holiday:Christmas
            2027-01-01T10:00 Fri closed - 2027-01-04T09:00 holiday:New Year's Day
            2027-01-04T09:00 Mon open 2027-01-04T17:00 2027-01-05T09:00
            = Mo-Fr 09:00-17:00; Dec 25 10:00-11:00
            2026-12-25T10:30 Fri open 2026-12-25T11:00 2026-12-28T09:00 holiday:Christmas
            # OpenStreetMap wiki, Key:opening_hours: 24/7 is always; closed and off are never
            = 24/7
            2026-06-03T03:00 Wed open - -
            2026-12-25T03:00 Fri open - - holiday:Christmas
            = 24/7; PH off
            2026-12-24T12:00 Thu open 2026-12-25T00:00 2026-12-26T00:00
            2026-12-25T12:00 Fri closed - 2026-12-26T00:00 holiday:Christmas
            = off
            2026-06-03T12:00 Wed closed - -
            2026-12-25T12:00 Fri closed - - holiday:Christmas
            # OpenStreetMap wiki, Key:opening_hours: exceptions in a range of days
            = Mo-Su 08:00-18:00; Apr 10-15 off; Jun 08:00-14:00; Aug off; Dec 25 off
            2026-04-09T18:00 Thu closed - 2026-04-16T08:00
            2026-04-12T10:00 Sun closed - 2026-04-16T08:00
            2026-06-30T13:00 Tue open 2026-06-30T14:00 2026-07-01T08:00
            2026-06-30T15:00 Tue closed - 2026-07-01T08:00
            2026-07-31T18:00 Fri closed - -
            2026-08-15T10:00 Sat closed - - holiday:Assumption day
            2026-08-31T10:00 Mon closed - 2026-09-01T08:00
            2026-12-25T10:00 Fri closed - 2026-12-26T08:00 holiday:Christmas
            # OpenStreetMap wiki, specification: a rule takes the place of earlier ones on its days, off takes hours away
            = Mo-Fr 10:00-16:00; We 12:00-18:00
            2026-06-03T11:00 Wed closed - 2026-06-03T12:00
            2026-06-03T17:00 Wed open 2026-06-03T18:00 2026-06-04T10:00
            = Mo-Fr 10:00-20:00; 12:00-14:00 off
            2026-06-03T11:00 Wed open 2026-06-03T12:00 2026-06-03T14:00
            2026-06-03T13:00 Wed closed - 2026-06-03T14:00
            2026-06-03T14:00 Wed open 2026-06-03T20:00 2026-06-04T10:00
            = Mo-Fr 08:00-12:00; 14:00-20:00
            2026-06-03T10:00 Wed closed - 2026-06-03T14:00
            2026-06-06T15:00 Sat open 2026-06-06T20:00 2026-06-07T14:00
            = PH off; Mo-Fr 08:00-18:00
            2026-05-25T11:00 Mon open 2026-05-25T18:00 2026-05-26T08:00 holiday:Pentecost Monday
            # OpenStreetMap wiki, specification: an additional rule adds to a day
            = Mo-Fr 08:00-12:00, We 14:00-18:00
            2026-06-03T09:00 Wed open 2026-06-03T12:00 2026-06-03T14:00
            2026-06-03T17:00 Wed open 2026-06-03T18:00 2026-06-04T08:00
            2026-06-04T15:00 Thu closed - 2026-06-05T08:00
            # OpenStreetMap wiki, specification: a fallback rule holds where the others are closed
            = We-Fr 10:00-24:00 open "it is open" || "please call"
            2026-06-03T11:00 Wed open - -
            2026-06-02T11:00 Tue unknown - - why:The opening hours come with a reservation: "please call"
            = Mo-Fr 10:00-12:00 || "by appointment"; PH off
            2026-06-03T11:00 Wed open - -
            2026-06-03T15:00 Wed unknown - - why:By appointment only.
            2026-05-25T11:00 Mon closed - - holiday:Pentecost Monday
            = Mo-Fr 10:00-12:00 || Sa unknown || off
            2026-06-06T11:00 Sat unknown - - why:The opening hours at that time are not known.
            2026-06-07T11:00 Sun closed - 2026-06-08T10:00
            # OpenStreetMap wiki, specification: past midnight, in both ways of writing
            = Fr-Sa 22:00-02:00
            2026-06-05T23:00 Fri open 2026-06-06T02:00 2026-06-06T22:00
            2026-06-06T01:59 Sat open 2026-06-06T02:00 2026-06-06T22:00
            2026-06-06T02:00 Sat closed - 2026-06-06T22:00
            2026-06-07T01:00 Sun open 2026-06-07T02:00 2026-06-12T22:00
            2026-06-05T01:00 Fri closed - 2026-06-05T22:00
            = Fr 22:00-26:00
            2026-06-06T01:00 Sat open 2026-06-06T02:00 2026-06-12T22:00
            = Mo 10:00-48:00
            2026-06-02T23:59 Tue open 2026-06-03T00:00 2026-06-08T10:00
            # opening_hours.js README: "This also applies for time ranges spanning midnight"
            = 22:00-02:00; Th 12:00-14:00
            2026-06-04T01:00 Thu closed - 2026-06-04T12:00
            2026-06-05T01:00 Fri closed - 2026-06-05T22:00
            2026-06-06T01:00 Sat open 2026-06-06T02:00 2026-06-06T22:00
            # By hand: an evening that is overridden or closed adds nothing to the next day
            = Mo-Su 22:00-04:00; Sa off; PH off
            2026-06-06T01:00 Sat closed - 2026-06-07T22:00
            2026-06-07T01:00 Sun closed - 2026-06-07T22:00
            2026-12-26T01:00 Sat closed - 2026-12-27T22:00
            # opening_hours.js: a fallback takes nothing away from what an evening adds to the next day
            = Fr-Sa 22:00-05:00 || off
            2026-06-06T01:00 Sat open 2026-06-06T05:00 2026-06-06T22:00
            2026-06-06T05:00 Sat closed - 2026-06-06T22:00
            # By hand: the evening before a holiday ends at its midnight, as nothing is known of the holiday
            = Mo-Su 22:00-02:00
            2026-12-24T23:00 Thu open - -
            2026-12-25T01:00 Fri unknown - - holiday:Christmas why:It is a public holiday
            2026-12-26T01:00 Sat unknown - - why:It is a public holiday
            2026-12-26T03:00 Sat closed - 2026-12-26T22:00
            # By hand: 29 March 2026, 02:00 to 03:00 is not there
            = Sa-Su 22:00-04:00
            2026-03-29T01:59 Sun open 2026-03-29T04:00 2026-03-29T22:00
            2026-03-29T03:00 Sun open 2026-03-29T04:00 2026-03-29T22:00
            2026-03-29T04:00 Sun closed - 2026-03-29T22:00
            = Su 01:00-02:30
            2026-03-29T00:59 Sun closed - 2026-03-29T01:00
            2026-03-29T01:30 Sun open 2026-03-29T03:00+02:00 2026-04-05T01:00
            2026-03-29T03:00 Sun closed - 2026-04-05T01:00
            = Su 02:15-02:45
            2026-03-29T01:00 Sun closed - 2026-04-05T02:15
            2026-03-22T02:30 Sun open 2026-03-22T02:45 2026-04-05T02:15
            = Su 02:30-05:00
            2026-03-29T01:00 Sun closed - 2026-03-29T03:00+02:00
            = Mo-Su 09:00-12:00
            2026-03-28T12:00 Sat closed - 2026-03-29T09:00+02:00
            2026-03-29T09:00 Sun open 2026-03-29T12:00+02:00 2026-03-30T09:00+02:00
            # By hand: 25 October 2026, 02:00 to 03:00 is there twice
            = Sa-Su 22:00-04:00
            2026-10-25T02:30+02:00 Sun open 2026-10-25T04:00+01:00 2026-10-25T22:00
            2026-10-25T02:30+01:00 Sun open 2026-10-25T04:00+01:00 2026-10-25T22:00
            2026-10-25T04:00 Sun closed - 2026-10-25T22:00
            = Su 02:00-03:00
            2026-10-25T01:59+02:00 Sun closed - 2026-10-25T02:00+02:00
            2026-10-25T02:00+02:00 Sun open 2026-10-25T03:00+01:00 -
            2026-10-25T02:59+01:00 Sun open 2026-10-25T03:00+01:00 -
            = Su 00:00-02:30
            2026-10-25T02:29+02:00 Sun open 2026-10-25T02:30+02:00 2026-10-25T02:00+01:00
            2026-10-25T02:45+02:00 Sun closed - 2026-10-25T02:00+01:00
            2026-10-25T02:15+01:00 Sun open 2026-10-25T02:30+01:00 -
            = Mo-Su 09:00-12:00
            2026-10-24T12:00 Sat closed - 2026-10-25T09:00+01:00
            # By hand: exceptions
            = Mo-Fr 09:00-17:00; PH off
            ! 2026-06-07 2026-06-07 10:00-13:00 Open door day
            ! 2026-06-08 2026-06-12 off Closed this week
            ! 2026-12-25 2026-12-25 10:00-11:00 -
            2026-06-06T10:00 Sat closed - 2026-06-07T10:00
            2026-06-07T09:00 Sun closed - 2026-06-07T10:00 why:Open door day
            2026-06-07T12:59 Sun open 2026-06-07T13:00 2026-06-15T09:00 why:Open door day
            2026-06-07T13:00 Sun closed - 2026-06-15T09:00 why:Open door day
            2026-06-10T10:00 Wed closed - 2026-06-15T09:00 why:Closed this week
            2026-06-13T10:00 Sat closed - 2026-06-15T09:00
            2026-12-25T10:30 Fri open 2026-12-25T11:00 2026-12-28T09:00 holiday:Christmas
            = Fr-Sa 22:00-02:00
            ! 2026-06-06 2026-06-06 off Closed
            ! 2026-06-09 2026-06-09 23:00-03:00 Late
            2026-06-05T23:00 Fri open 2026-06-06T00:00 2026-06-09T23:00
            2026-06-06T01:00 Sat closed - 2026-06-09T23:00 why:Closed
            2026-06-07T01:00 Sun closed - 2026-06-09T23:00
            2026-06-10T02:59 Wed open 2026-06-10T03:00 2026-06-12T22:00 why:Late
            # By hand: no hours published, with an exception
            = ?
            ! 2026-06-07 2026-06-07 10:00-13:00 Open door day
            2026-06-06T10:00 Sat unknown - - why:No opening hours are published.
            2026-06-07T09:00 Sun closed - 2026-06-07T10:00 why:Open door day
            2026-06-07T12:00 Sun open 2026-06-07T13:00 - why:Open door day
            2026-12-25T12:00 Fri unknown - - holiday:Christmas why:No opening hours are published.
            # opening_hours.js README, "Comments": a comment without a state is unknown
            = "by appointment"
            2026-06-03T11:00 Wed unknown - - why:By appointment only.
            = Mo-Fr 10:00-12:00 "op afspraak"
            2026-06-03T11:00 Wed unknown - - why:By appointment only.
            2026-06-03T12:00 Wed closed - -
            = Mo-Fr 10:00-12:00 "op afspraak, 09 123 45 67"
            2026-06-03T11:00 Wed unknown - - why:The opening hours come with a reservation: "op afspraak, 09 123 45 67".
            = Mo unknown "on appointment"; Th-Fr 09:00-18:00 open "female only"; Su closed "really"
            2026-06-01T11:00 Mon unknown - - why:By appointment only.
            2026-06-02T11:00 Tue closed - 2026-06-04T09:00
            2026-06-04T11:00 Thu open 2026-06-04T18:00 2026-06-05T09:00
            2026-06-07T11:00 Sun closed - -
            # By hand: an unknown stretch lies between
            = Mo 09:00-12:00; Tu 09:00-12:00 unknown; We 09:00-12:00
            2026-06-01T11:00 Mon open 2026-06-01T12:00 -
            2026-06-01T13:00 Mon closed - -
            2026-06-02T13:00 Tue closed - 2026-06-03T09:00
            = Mo 09:00-12:00,12:00-13:00; Mo 12:00-13:00 unknown
            2026-06-01T12:30 Mon unknown - - why:The opening hours at that time are not known.
            = Mo 09:00-12:00, Mo 12:00-13:00 unknown
            2026-06-01T11:00 Mon open - -
            # By hand, from the issue: open from 10:00, nobody knows until when
            = Mo 10:00+
            2026-06-01T09:00 Mon closed - 2026-06-01T10:00
            2026-06-01T10:00 Mon open - 2026-06-08T10:00
            2026-06-02T00:00 Tue closed - 2026-06-08T10:00
            # opening_hours.js README: an open end after 17:00 may last 10 hours, after 22:00 8 hours
            = Mo 20:00+
            2026-06-01T23:00 Mon open - -
            2026-06-02T05:59 Tue unknown - - why:The closing time is not published.
            2026-06-02T06:00 Tue closed - 2026-06-08T20:00
            # OpenStreetMap wiki, proposal open end fixed time extension: 14:00-17:00+
            = Mo 14:00-16:00+
            2026-06-01T15:00 Mon open - -
            2026-06-01T16:00 Mon unknown - - why:The closing time is not published.
            2026-06-02T00:00 Tue closed - 2026-06-08T14:00
            # By hand: school holidays are not known; where they make no difference, the state is
            = Mo-Fr 09:00-17:00; SH off; PH off
            2026-06-03T10:00 Wed unknown - - why:The opening hours depend on the school holidays
            2026-06-03T20:00 Wed closed - -
            2026-06-06T10:00 Sat closed - -
            = SH Mo-Fr 10:00-12:00
            2026-07-07T11:00 Tue unknown - - why:The opening hours depend on the school holidays
            2026-07-07T13:00 Tue closed - -
            = Mo-Fr 09:00-17:00; SH Mo-Fr 09:00-12:00; PH off
            2026-06-03T10:00 Wed open - -
            2026-06-03T13:00 Wed unknown - - why:The opening hours depend on the school holidays
            # Calendar of ISO 8601: 2026 has 53 weeks, 29 December 2025 is in week 1, 1 June 2026 in week 23
            = week 01-53/2 Mo 10:00-12:00
            2025-12-29T11:00 Mon open 2025-12-29T12:00 -
            2026-01-05T11:00 Mon closed - 2026-01-12T10:00
            2026-06-01T11:00 Mon open 2026-06-01T12:00 2026-06-15T10:00
            2026-12-28T11:00 Mon open 2026-12-28T12:00 -
            2027-01-04T11:00 Mon open 2027-01-04T12:00 2027-01-18T10:00
            = week 02-52/2 Mo 13:00-15:00
            2026-06-01T14:00 Mon closed - 2026-06-08T13:00
            = week 50-02 Fr 10:00-12:00
            2026-12-11T11:00 Fri open 2026-12-11T12:00 2026-12-18T10:00
            2026-12-04T11:00 Fri closed - 2026-12-11T10:00
            # OpenStreetMap wiki, specification: months, dates, years
            = Oct-Mar Mo-Fr 10:00-12:00; Apr-Sep Mo-Fr 09:00-13:00; PH off
            2026-03-31T12:30 Tue closed - 2026-04-01T09:00
            2026-09-30T12:30 Wed open 2026-09-30T13:00 2026-10-01T10:00
            2026-11-11T11:00 Wed closed - 2026-11-12T10:00 holiday:Armistice Day
            = Sep 15-Jun 30 Sa 10:00-12:00
            2026-06-27T13:00 Sat closed - -
            2026-09-12T11:00 Sat closed - 2026-09-19T10:00
            = 2026 Jun 03-2026 Jun 05 10:00-12:00
            2026-06-02T11:00 Tue closed - 2026-06-03T10:00
            2026-06-05T11:00 Fri open 2026-06-05T12:00 -
            2027-06-03T11:00 Thu closed - -
            = 2026-2027 Mo 10:00-12:00; 2027+ Tu 10:00-12:00
            2026-12-28T13:00 Mon closed - -
            2027-01-02T13:00 Sat closed - 2027-01-04T10:00
            2028-01-04T11:00 Tue open 2028-01-04T12:00 2028-01-11T10:00
            = Feb 29 10:00-12:00
            2028-02-29T11:00 Tue open 2028-02-29T12:00 -
            2026-02-28T11:00 Sat closed - -
            2026-03-01T11:00 Sun closed - -
            # OpenStreetMap wiki, specification: easter, the n-th weekday of a month, days counted from it
            = easter +1 day 14:00-16:00
            2026-04-06T15:00 Mon open 2026-04-06T16:00 - holiday:Easter Monday
            2025-04-21T15:00 Mon open 2025-04-21T16:00 - holiday:Easter Monday
            = We[1] 10:00-12:00
            2026-06-03T11:00 Wed open 2026-06-03T12:00 -
            2026-06-10T11:00 Wed closed - -
            2026-06-24T11:00 Wed closed - 2026-07-01T10:00
            = We[1,3] 10:00-12:00
            2026-06-03T13:00 Wed closed - 2026-06-17T10:00
            = Fr[-1] 10:00-12:00
            2026-06-26T11:00 Fri open 2026-06-26T12:00 -
            = Sa[-1],Sa[-1] +1 day 10:00-12:00
            2026-05-30T11:00 Sat open 2026-05-30T12:00 2026-05-31T10:00
            2026-02-28T13:00 Sat closed - 2026-03-01T10:00
            = Mar Su[-1]-Oct Su[-1] Mo 10:00-12:00
            2026-03-23T11:00 Mon closed - 2026-03-30T10:00
            2026-10-19T11:00 Mon open 2026-10-19T12:00 -
            # By hand: 14 days ahead, to the minute
            = 2026 Jun 17 10:00-12:00
            2026-06-03T09:59 Wed closed - -
            2026-06-03T10:00 Wed closed - 2026-06-17T10:00
            2026-06-17T12:00 Wed closed - -
            # OpenStreetMap wiki, specification: weekdays around the end of the week, and no times but a state
            = Fr-Mo 10:00-12:00
            2026-06-08T11:00 Mon open 2026-06-08T12:00 2026-06-12T10:00
            2026-06-09T11:00 Tue closed - 2026-06-12T10:00
            = Sa-Su open
            2026-06-06T00:00 Sat open 2026-06-08T00:00 2026-06-13T00:00
            2026-06-07T12:00 Sun open 2026-06-08T00:00 2026-06-13T00:00
            """;

    private record HoursCase(String source, String text, List<OpeningException> exceptions, String line) {

        void check() {
            var hours = text.equals("?") ? OpeningHours.unknown(exceptions) : OpeningHours.parse(text, exceptions);
            var columns = line.split(" ", 6);
            var moment = moment(columns[0]);
            assertEquals(
                    columns[1],
                    moment.atZoneSameInstant(BRUSSELS).getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
            var opening = hours.at(moment.toInstant());
            assertEquals(columns[2], opening.state().code());
            assertEquals(opening.state(), hours.stateAt(moment.toInstant()));
            assertEquals(columns[3].equals("-") ? null : moment(columns[3]), opening.closesAt(), "closesAt");
            assertEquals(columns[4].equals("-") ? null : moment(columns[4]), opening.opensAt(), "opensAt");
            var rest = columns.length == 6 ? columns[5] : "";
            var holiday = opening.holiday() == null
                    ? ""
                    : "holiday:" + opening.holiday().en();
            var why = rest.indexOf("why:");
            assertEquals(why < 0 ? rest : rest.substring(0, why).strip(), holiday);
            if (why < 0) {
                assertEquals(null, opening.why());
            } else {
                assertTrue(
                        opening.why().en().startsWith(rest.substring(why + 4)),
                        opening.why().en());
            }
            assertTrue(opening.sameUntil().isAfter(moment.toInstant()));
        }
    }

    private static OffsetDateTime moment(String written) {
        return written.length() > 16
                ? OffsetDateTime.parse(written)
                : LocalDateTime.parse(written).atZone(BRUSSELS).toOffsetDateTime();
    }

    private static List<HoursCase> cases() {
        var cases = new ArrayList<HoursCase>();
        String source = null;
        String text = null;
        var exceptions = new ArrayList<OpeningException>();
        for (var line : CASES.lines().toList()) {
            if (line.startsWith("# ")) {
                source = line.substring(2);
            } else if (line.startsWith("= ")) {
                text = line.substring(2);
                exceptions.clear();
            } else if (line.startsWith("! ")) {
                var columns = line.substring(2).split(" ", 4);
                exceptions.add(new OpeningException(
                        LocalDate.parse(columns[0]),
                        LocalDate.parse(columns[1]),
                        columns[2],
                        columns[3].equals("-") ? null : Text.name(columns[3]),
                        List.of()));
            } else {
                cases.add(new HoursCase(source, text, List.copyOf(exceptions), line));
            }
        }
        return cases;
    }

    @TestFactory
    Stream<DynamicTest> answersAsWorkedOut() {
        return cases().stream().map(each -> DynamicTest.dynamicTest(each.text() + " @ " + each.line(), each::check));
    }

    @Test
    void thereAreAtLeast120Cases() {
        assertTrue(cases().size() >= 120, "cases: " + cases().size());
        assertTrue(cases().stream().noneMatch(each -> each.source() == null));
    }
}
