// The page for curators: a client of /admin/v1 (openapi.yaml), which repeats all checks.
// The token stays in this tab and is sent to this service only.

const ADMIN = "/admin/v1";
const TOKEN = "digi-catalogue-token";
const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const MOST_ROWS = 2500;
const SVG = "http://www.w3.org/2000/svg";

const TEXTS = {
  nl: {
    token: "Token",
    tokenHelp: "U kreeg het van de beheerder. Het blijft in dit tabblad en verdwijnt als u het sluit.",
    signIn: "Aanmelden",
    signOut: "Afmelden",
    refused: "Dit token is hier niet geldig.",
    signedIn: (who, roles) => `Aangemeld als ${who} (${roles}).`,
    roles: { "catalogue-editor": "losse gegevens", "catalogue-publisher": "hele bestanden" },
    bundle: "Een bestand publiceren",
    take: "Download de catalogus, wijzig het bestand en stuur het terug:",
    workbook: "werkmap (Excel)",
    zip: "zip met CSV",
    file: "Werkmap of zip",
    mode: "Rijen die niet in het bestand staan",
    replace: "verdwijnen uit de catalogus",
    merge: "blijven in de catalogus",
    tryIt: "Proberen",
    busy: "Even geduld…",
    chooseFile: "Kies eerst een bestand.",
    checked: (errors, warnings) => `Er is niets geschreven. ${errors} ${errors === 1 ? "fout" : "fouten"}, ${warnings} ${warnings === 1 ? "waarschuwing" : "waarschuwingen"}.`,
    findings: "Wat u moet nakijken",
    where: "Waar",
    row: (number) => `rij ${number}`,
    column: "Kolom",
    value: "Waarde",
    what: "Wat",
    error: "fout",
    warning: "waarschuwing",
    record: "De rij",
    difference: "Wat er verandert",
    nothingChanges: "Er verandert niets.",
    counts: (added, changed, removed) => `${added} erbij, ${changed} gewijzigd, ${removed} weg.`,
    table: "Tabel",
    key: "Gegeven",
    kind: "Soort",
    field: "Kolom",
    before: "Was",
    after: "Wordt",
    added: "erbij",
    changed: "gewijzigd",
    removed: "weg",
    map: "Kaart van de wijzigingen; alles staat ook in de tabel",
    moreChanges: "Meer wijzigingen",
    reason: "Reden",
    reasonHelp: "Iedereen die de geschiedenis leest, ziet deze reden.",
    reasonMissing: "Vul een reden in.",
    publish: "Publiceren",
    cancel: "Niet doen",
    noRole: "Met uw token kunt u dit proberen, maar niet publiceren.",
    removals: (count) => `Ja, er mogen ${count} rijen verdwijnen.`,
    published: (revision) => `Gepubliceerd als revisie ${revision}. Iedereen ziet het nu.`,
    unchanged: "Er was niets te wijzigen.",
    one: "Eén gegeven wijzigen",
    find: "Id van het gegeven",
    open: "Openen",
    create: "Nieuw",
    noSuch: "Dit gegeven bestaat niet.",
    listHelp: "Meer waarden: scheid ze met puntkomma's.",
    knownOn: (date) => `Gegeven van ${date}.`,
    knownOnOverdue: (date) => `Gegeven van ${date || "de laatste controle"}: verouderd.`,
    undated: "Zonder datum in de tabel fact-dates.",
    none: "(geen)",
    yes: "ja",
    no: "nee",
    remove: "Verwijderen",
    save: "Nakijken",
    nothingToSave: "U wijzigde niets.",
    stale: "Iemand anders wijzigde dit gegeven intussen. Hier staat de nieuwe versie; doe uw wijziging opnieuw.",
    problems: "Dit kan niet. De fouten staan bij de velden.",
    statuses: {
      403: "Dit mag niet met uw token.",
      409: "Iemand anders publiceert op dit moment, of dit gegeven bestaat al. Probeer het opnieuw.",
      413: "Het bestand is te groot.",
      415: "Dit is geen werkmap of zip.",
      503: "U kunt nu niet publiceren: de databank is niet bereikbaar. Probeer het straks opnieuw.",
    },
    history: "Geschiedenis",
    revision: "Revisie",
    when: "Wanneer",
    who: "Wie",
    look: "Bekijk",
    restore: "Terugzetten",
    restoring: (revision) => `Terug naar revisie ${revision}`,
    earlier: "Vroeger",
    later: "Later",
    away: "De dienst antwoordt niet. Probeer het straks opnieuw.",
    required: "verplicht",
  },
  en: {
    token: "Token",
    tokenHelp: "You got it from the operator. It stays in this tab and disappears when you close it.",
    signIn: "Sign in",
    signOut: "Sign out",
    refused: "This token is not valid here.",
    signedIn: (who, roles) => `Signed in as ${who} (${roles}).`,
    roles: { "catalogue-editor": "single records", "catalogue-publisher": "whole files" },
    bundle: "Publish a file",
    take: "Download the catalogue, change the file and send it back:",
    workbook: "workbook (Excel)",
    zip: "zip with CSV",
    file: "Workbook or zip",
    mode: "Rows that are not in the file",
    replace: "are removed from the catalogue",
    merge: "stay in the catalogue",
    tryIt: "Try",
    busy: "One moment…",
    chooseFile: "Choose a file first.",
    checked: (errors, warnings) => `Nothing was written. ${errors} ${errors === 1 ? "error" : "errors"}, ${warnings} ${warnings === 1 ? "warning" : "warnings"}.`,
    findings: "What to check",
    where: "Where",
    row: (number) => `row ${number}`,
    column: "Column",
    value: "Value",
    what: "What",
    error: "error",
    warning: "warning",
    record: "The row",
    difference: "What changes",
    nothingChanges: "Nothing changes.",
    counts: (added, changed, removed) => `${added} added, ${changed} changed, ${removed} removed.`,
    table: "Table",
    key: "Record",
    kind: "Kind",
    field: "Column",
    before: "Was",
    after: "Becomes",
    added: "added",
    changed: "changed",
    removed: "removed",
    map: "Map of the changes; the table has all of them too",
    moreChanges: "More changes",
    reason: "Reason",
    reasonHelp: "Everybody who reads the history sees this reason.",
    reasonMissing: "Give a reason.",
    publish: "Publish",
    cancel: "Cancel",
    noRole: "With your token you can try this, but not publish it.",
    removals: (count) => `Yes, ${count} rows may be removed.`,
    published: (revision) => `Published as revision ${revision}. Everybody sees it now.`,
    unchanged: "There was nothing to change.",
    one: "Change one record",
    find: "Id of the record",
    open: "Open",
    create: "New",
    noSuch: "This record does not exist.",
    listHelp: "Separate several values with semicolons.",
    knownOn: (date) => `As of ${date}.`,
    knownOnOverdue: (date) => `As of ${date || "the last check"}: out of date.`,
    undated: "Without a date in the table fact-dates.",
    none: "(none)",
    yes: "yes",
    no: "no",
    remove: "Remove",
    save: "Check",
    nothingToSave: "You changed nothing.",
    stale: "Somebody else changed this record in the meantime. This is the new version; make your change again.",
    problems: "This is not possible. The errors are beside the fields.",
    statuses: {
      403: "Your token does not allow this.",
      409: "Somebody else is publishing, or this record exists already. Try again.",
      413: "The file is too large.",
      415: "This is not a workbook or zip.",
      503: "You cannot publish now: the database cannot be reached. Try again later.",
    },
    history: "History",
    revision: "Revision",
    when: "When",
    who: "Who",
    look: "View",
    restore: "Restore",
    restoring: (revision) => `Restore revision ${revision}`,
    earlier: "Earlier",
    later: "Later",
    away: "The service does not respond. Try again later.",
    required: "required",
  },
};

const root = document.getElementById("beheer");
const language = document.documentElement.lang === "nl" ? "nl" : "en";
const text = TEXTS[language];

let numbers = 0;
let token = sessionStorage.getItem(TOKEN);
let myself;
let tables;

/** Data becomes text, never markup. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes || {})) {
    if (attribute.startsWith("on")) made.addEventListener(attribute.slice(2), value);
    else if (value === true) made.setAttribute(attribute, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(attribute, value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

function drawing(name, attributes, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** A field with its label, its explanation and a place for its error. */
function labelled(label, control, help) {
  const id = "field-" + ++numbers;
  control.id = id;
  control.setAttribute("aria-describedby", [help && id + "-help", id + "-wrong"].filter(Boolean).join(" "));
  return element(
    "div",
    { class: "field" },
    element("label", { for: id }, label),
    control,
    help && element("p", { class: "hint", id: id + "-help" }, help),
    element("p", { class: "wrong", id: id + "-wrong", role: "alert" }),
  );
}

function complain(control, message) {
  control.setAttribute("aria-invalid", message ? "true" : "false");
  document.getElementById(control.id + "-wrong").textContent = message || "";
}

function button(label, action, kind) {
  return element("button", { type: "button", class: kind || "button quiet", onclick: action }, label);
}

/** A status that screen readers announce. */
function status() {
  return element("p", { class: "status", role: "status", "aria-live": "polite" });
}

class Refused extends Error {
  constructor(answer, body) {
    super(text.statuses[answer.status] || (body && body.detail) || text.away);
    this.status = answer.status;
    this.body = body || {};
  }
}

async function ask(path, options) {
  const { headers, ...others } = options || {};
  const address = ADMIN + path + (path.includes("?") ? "&" : "?") + "lang=" + language;
  let answer;
  try {
    answer = await fetch(address, {
      ...others,
      cache: "no-store",
      headers: { Accept: "application/json", Authorization: "Bearer " + token, ...headers },
    });
  } catch {
    throw new Error(text.away);
  }
  const body = answer.status === 204 ? null : await answer.json().catch(() => null);
  if (answer.status === 401) {
    signOut(text.refused);
  }
  if (!answer.ok) throw new Refused(answer, body);
  return { body, tag: answer.headers.get("ETag"), status: answer.status };
}

const query = (parameters) => "?" + new URLSearchParams(parameters);
const camelCase = (column) => column.replace(/_(.)/g, (all, letter) => letter.toUpperCase());
const shown = (value) => (value === undefined || value === null ? "" : Array.isArray(value) ? value.join("; ") : String(value));
const mayPublish = () => myself.roles.includes("catalogue-publisher");

function moment(instant) {
  return new Intl.DateTimeFormat(language + "-BE", { dateStyle: "medium", timeStyle: "short", timeZone: "Europe/Brussels" }).format(
    new Date(instant),
  );
}

function grid(caption, heads, rows) {
  return element(
    "div",
    { class: "table", tabindex: 0, role: "group", "aria-label": caption },
    element(
      "table",
      {},
      element("caption", { class: "hidden" }, caption),
      element("thead", {}, element("tr", {}, heads.map((head) => (head ? element("th", { scope: "col" }, head) : element("td"))))),
      element("tbody", {}, rows),
    ),
  );
}

// ---- Signing in

function signOut(why) {
  token = null;
  sessionStorage.removeItem(TOKEN);
  showSignIn(why);
  root.querySelector("input").focus();
}

function showSignIn(why) {
  const field = element("input", { type: "password", autocomplete: "off", spellcheck: "false", required: true });
  const said = status();
  const form = element(
    "form",
    {
      onsubmit: (event) => {
        event.preventDefault();
        token = field.value.trim();
        enter(said);
      },
    },
    labelled(text.token, field, text.tokenHelp),
    element("button", { class: "button" }, text.signIn),
    said,
  );
  root.replaceChildren(form);
  if (why) said.textContent = why;
}

async function enter(said) {
  said.textContent = text.busy;
  try {
    myself = (await ask("")).body;
    tables = (await ask("/datapackage.json")).body.resources.filter((resource) => resource.schema);
    sessionStorage.setItem(TOKEN, token);
    showWork();
  } catch (fault) {
    if (fault.status !== 401) said.textContent = fault.message;
  }
}

function showWork() {
  const roles = myself.roles.map((role) => text.roles[role] || role).join(", ");
  const greeting = element("p", { tabindex: -1 }, text.signedIn(myself.name, roles) + " ");
  root.replaceChildren(
    element("div", { class: "signed-in" }, greeting, button(text.signOut, () => signOut())),
    section("bestand", text.bundle, bundleSection()),
    section("gegeven", text.one, recordSection()),
    section("geschiedenis", text.history, historySection()),
  );
  greeting.focus();
}

function section(id, title, ...content) {
  const heading = element("h2", { id: id + "-title", tabindex: -1 }, title);
  return element("section", { id, "aria-labelledby": heading.id }, heading, content);
}

// ---- The findings and changes of a publication

/** The running trial: the service accepts one at a time, so the next one waits for it. */
let tried = Promise.resolve();

/**
 * Shows what a change would do, and makes it when the curator gives a reason. The latest request for a place wins.
 *
 * @param place the element that shows it
 * @param may whether the token allows publishing
 * @param send sends the request, with the given parameters
 * @param done called after a publication, with its message and whether no later request took over the place
 */
async function propose(place, title, may, send, done) {
  const opener = document.activeElement;
  const turn = takeTurn(place);
  const said = status();
  place.replaceChildren(element("h3", { tabindex: -1 }, title), said);
  said.textContent = text.busy;
  const answer = tried.then(() => place.turn === turn && send({ dryRun: true }));
  tried = answer.catch(() => {});
  let publication;
  try {
    publication = (await answer).body;
  } catch (fault) {
    if (place.turn !== turn) return null;
    said.textContent = fault.message;
    if (fault.body && fault.body.report) {
      said.textContent = text.checked(fault.body.report.errors, fault.body.report.warnings);
      place.append(...findings(fault.body.report));
    }
    return fault;
  }
  if (place.turn !== turn) return null;
  const { report, diff } = publication;
  said.textContent = text.checked(report.errors, report.warnings);
  place.append(...findings(report), ...difference(diff, diff.changes));
  if (!diff.changes.length) return null;
  if (!may) {
    place.append(element("p", {}, text.noRole));
    return null;
  }
  const reason = element("input", { type: "text", maxlength: 200, required: true, autocomplete: "off" });
  const confirmation = element("div", {});
  const outcome = status();
  outcome.tabIndex = -1;
  const publish = element("button", { class: "button" }, text.publish);
  const form = element(
    "form",
    {
      novalidate: true,
      onsubmit: async (event) => {
        event.preventDefault();
        if (publish.disabled) return;
        complain(reason, reason.value.trim() ? "" : text.reasonMissing);
        if (!reason.value.trim()) {
          reason.focus();
          return;
        }
        const confirmed = confirmation.querySelector("input:checked");
        outcome.textContent = text.busy;
        publish.disabled = true;
        try {
          const answer = await send({
            reason: reason.value.trim(),
            ...(confirmed ? { confirmRemovals: confirmed.value } : {}),
          });
          const revision = answer.body && answer.body.revision;
          const message =
            answer.body && answer.body.status === "unchanged" ? text.unchanged : text.published(revision || answer.revision);
          const latest = place.turn === turn;
          if (latest) {
            // The element stays in the document: screen readers do not always announce a status that is inserted again.
            for (const other of [...place.children]) if (other !== outcome) other.remove();
            outcome.textContent = message;
            outcome.focus();
          }
          done(message, latest);
        } catch (fault) {
          publish.disabled = false;
          if (place.turn !== turn) return;
          outcome.textContent = fault.message;
          const count = /confirmRemovals=(\d+)/.exec((fault.body && fault.body.detail) || "");
          if (count && !confirmation.firstChild) {
            outcome.textContent = "";
            confirmation.append(
              element("label", { class: "check" }, element("input", { type: "checkbox", value: count[1] }), text.removals(count[1])),
            );
            confirmation.querySelector("input").focus();
          } else {
            outcome.focus();
          }
        }
      },
    },
    labelled(text.reason, reason, text.reasonHelp),
    confirmation,
    element(
      "p",
      { class: "buttons" },
      publish,
      button(text.cancel, () => {
        clear(place);
        (opener !== document.body && opener.isConnected ? opener : place.closest("section").querySelector("h2")).focus();
      }),
    ),
  );
  place.append(form, outcome);
  return null;
}

/** From now on, earlier requests for a place may no longer write to it. */
function takeTurn(place) {
  return (place.turn = {});
}

function clear(place) {
  takeTurn(place);
  place.replaceChildren();
}

/** Each finding, with the row that it is about. */
function findings(report) {
  if (!report.findings.length) return [];
  const rows = new Map(report.rows.map((row) => [row.file + "\n" + row.row, row.values]));
  const table = grid(
    text.findings,
    [text.where, text.column, text.value, text.what, text.record],
    report.findings.map((finding) => {
      const values = rows.get(finding.file + "\n" + finding.row);
      return element(
        "tr",
        { class: finding.severity },
        element("th", { scope: "row" }, finding.file, finding.row ? ", " + text.row(finding.row) : ""),
        element("td", {}, finding.column),
        element("td", {}, finding.value),
        element("td", {}, element("strong", {}, text[finding.severity]), ": ", finding.message[language]),
        element("td", {}, values && rowOf(values, finding.column)),
      );
    }),
  );
  return [element("h3", {}, text.findings), table];
}

function rowOf(values, marked) {
  return element(
    "dl",
    { class: "row" },
    Object.entries(values).map(([column, value]) => [
      element("dt", {}, column),
      element("dd", {}, column === marked ? element("mark", {}, value) : value),
    ]),
  );
}

/** The changes in numbers, on a map and field by field. */
function difference(counts, changes) {
  if (!changes.length) return [element("p", {}, text.nothingChanges)];
  const map = element("div", { class: "change-map" });
  drawMap(map, changes);
  return [
    element("h3", {}, text.difference),
    counts ? element("p", {}, text.counts(counts.added, counts.changed, counts.removed)) : "",
    map,
    grid(
      text.difference,
      [text.table, text.key, text.kind, text.field, text.before, text.after],
      changes.flatMap((change) => {
        const fields = Object.entries(change.fields);
        return fields.map(([column, was], index) =>
          element(
            "tr",
            { class: change.kind },
            index === 0 && element("td", { rowspan: fields.length }, change.table),
            index === 0 && element("th", { scope: "rowgroup", rowspan: fields.length }, change.key),
            index === 0 && element("td", { rowspan: fields.length }, text[change.kind]),
            element("td", {}, column),
            element("td", {}, was.before !== undefined && element("del", {}, shown(was.before))),
            element("td", {}, was.after !== undefined && element("ins", {}, shown(was.after))),
          ),
        );
      }),
    ),
  ];
}

// ---- The map: the outlines of the provinces, and a mark for each record with a location

let outlines;

/** The tables whose records have a location in the public API. */
const PLACED = ["service-points", "voka-offices"];

const across = (lon) => Math.round((lon - 2.5) * 2200) / 10;
// In Flanders a degree of latitude is 1.6 times as long as a degree of longitude.
const down = (lat) => Math.round((51.55 - lat) * 3520) / 10;

async function provinces() {
  if (!outlines) {
    outlines = ask("/provinces?pageSize=50").then(({ body }) =>
      body.items
        .filter((province) => province.outline)
        .map((province) => {
          const { type, coordinates } = JSON.parse(province.outline);
          const rings = (type === "MultiPolygon" ? coordinates : [coordinates]).flat();
          return drawing("path", {
            class: "outline",
            d: rings.map((ring) => "M" + ring.map(([lon, lat]) => across(lon) + "," + down(lat)).join("L") + "Z").join(""),
          });
        }),
    );
    outlines.catch(() => (outlines = null));
  }
  return (await outlines).map((path) => path.cloneNode());
}

/** The location of a record before and after a change; either may be missing. */
async function placesOf(change) {
  const { lat, lon } = change.fields;
  const of = (side) =>
    lat && lon && lat[side] !== undefined && lon[side] !== undefined ? { lat: lat[side], lon: lon[side] } : null;
  if ((lat && lon) || change.kind !== "changed") return { before: of("before"), after: of("after") };
  if (!PLACED.includes(change.table)) return {};
  // A record without coordinates of its own is at its address. A change may also affect one coordinate only.
  const answer = await fetch(`/v1/${change.table}/${encodeURIComponent(change.key)}`).catch(() => null);
  return { after: answer && answer.ok ? (await answer.json()).location : null };
}

async function drawMap(place, changes) {
  const marks = [];
  for (const change of changes.slice(0, 100)) {
    const { before, after } = await placesOf(change);
    const name = `${change.key} (${text[change.kind]})`;
    if (before && after) {
      marks.push(
        drawing("line", { class: "move", x1: across(before.lon), y1: down(before.lat), x2: across(after.lon), y2: down(after.lat) }),
      );
    }
    const at = after || before;
    if (at) {
      const mark = drawing("circle", { class: "mark " + change.kind, cx: across(at.lon), cy: down(at.lat), r: 6 });
      mark.append(drawing("title", {}, name));
      marks.push(mark);
    }
  }
  if (!marks.length) return;
  try {
    place.replaceChildren(
      drawing("svg", { viewBox: "0 0 760 320", role: "img", "aria-label": text.map }, ...(await provinces()), ...marks),
    );
  } catch {
    // The map is an extra: the table has the same changes.
  }
}

// ---- A whole file

function bundleSection() {
  const file = element("input", { type: "file", accept: ".xlsx,.zip", required: true });
  const mode = element(
    "select",
    {},
    element("option", { value: "replace" }, text.replace),
    element("option", { value: "merge" }, text.merge),
  );
  const place = element("div", { class: "proposal" });
  // A shown proposal must be the one that gets published.
  for (const field of [file, mode]) field.addEventListener("change", () => clear(place));
  const form = element(
    "form",
    {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        const bundle = file.files[0];
        const chosen = mode.value;
        complain(file, bundle ? "" : text.chooseFile);
        if (!bundle) {
          file.focus();
          return;
        }
        propose(
          place,
          bundle.name,
          mayPublish(),
          (parameters) =>
            ask("/publications" + query({ mode: chosen, ...parameters }), {
              method: "POST",
              headers: { "Content-Type": bundle.name.toLowerCase().endsWith(".zip") ? "application/zip" : WORKBOOK },
              body: bundle,
            }),
          refreshHistory,
        );
      },
    },
    element(
      "p",
      {},
      text.take + " ",
      element("a", { href: "/v1/dataset.xlsx" }, text.workbook),
      ", ",
      element("a", { href: "/v1/dataset.zip" }, text.zip),
    ),
    labelled(text.file, file),
    labelled(text.mode, mode),
    element("button", { class: "button" }, text.tryIt),
  );
  return [form, place];
}

// ---- One record

/** Where the public API has a record; undefined for tables whose records do not age. */
function publicType(table, row) {
  if (table === "organisations") return row.kind === "chamber-of-commerce" ? "chambers" : "partners";
  return ["service-points", "voka-offices", "digibanks"].includes(table) ? table : undefined;
}

/** By column, of when its value is: what the public API says of a record's fields. */
async function agesOf(table, row) {
  const type = publicType(table, row);
  const answer = type && (await fetch(`/v1/${type}/${encodeURIComponent(row.id)}`, { cache: "no-store" }).catch(() => null));
  const { knownOn = {}, overdue = [], undated = [] } = answer && answer.ok ? await answer.json() : {};
  const ages = new Map();
  for (const field of new Set([...Object.keys(knownOn), ...overdue, ...undated])) {
    const say = overdue.includes(field) ? text.knownOnOverdue : text.knownOn;
    // An address has several columns.
    ages.set(field === "address" ? "municipality" : field, undated.includes(field) ? text.undated : say(knownOn[field]));
  }
  return ages;
}

function recordSection() {
  const ids = element("datalist", { id: "ids" });
  const table = element("select", {}, tables.map((one) => element("option", { value: one.name }, `${one.title} (${one.name})`)));
  const id = element("input", { type: "text", list: "ids", autocomplete: "off", spellcheck: "false" });
  const said = status();
  const place = element("div", { class: "record" });
  const of = () => tables.find((one) => one.name === table.value);

  /** Offers the ids of the table, so that nobody has to remember them. */
  const suggest = async () => {
    ids.replaceChildren();
    const asked = of();
    for (let page = 1; page * 100 <= MOST_ROWS; page++) {
      const { body } = await ask(`/${asked.name}?pageSize=100&page=${page}`).catch(() => ({ body: { items: [] } }));
      if (of() !== asked) return;
      ids.append(...body.items.map((row) => element("option", { value: keyOf(asked, row) }, row.name || row.nameNl)));
      if (!body.next) return;
    }
  };
  table.addEventListener("change", () => {
    id.value = "";
    said.textContent = "";
    clear(place);
    suggest();
  });

  const open = async (key, message) => {
    const turn = takeTurn(place);
    said.textContent = text.busy;
    try {
      const { body, tag } = await ask(`/${table.value}/${encodeURIComponent(key)}`);
      const ages = await agesOf(table.value, body);
      if (place.turn !== turn) return;
      said.textContent = message || "";
      place.replaceChildren(recordForm(of(), body, tag, ages, open, suggest));
      place.querySelector("h3").focus();
    } catch (fault) {
      if (place.turn !== turn) return;
      said.textContent = fault.status === 404 ? text.noSuch : fault.message;
      clear(place);
    }
  };
  table.value = "service-points";
  suggest();
  return [
    element(
      "form",
      {
        novalidate: true,
        onsubmit: (event) => {
          event.preventDefault();
          if (id.value.trim()) open(id.value.trim());
          else id.focus();
        },
      },
      labelled(text.table, table),
      labelled(text.find, id),
      ids,
      element(
        "p",
        { class: "buttons" },
        element("button", { class: "button" }, text.open),
        button(text.create, () => {
          said.textContent = "";
          takeTurn(place);
          place.replaceChildren(recordForm(of(), null, null, new Map(), open, suggest));
          place.querySelector("h3").focus();
        }),
      ),
    ),
    said,
    place,
  ];
}

const keyOf = (table, row) => table.schema.primaryKey.map((column) => shown(row[camelCase(column)])).join(",");

/** A field for a column, with the constraints of its schema. */
function control(column, value) {
  const { required, pattern, minimum, maximum, maxLength } = column.constraints || {};
  const choices = (column.constraints || {}).enum;
  if (choices || column.type === "boolean") {
    const options = choices ? choices.map((choice) => [choice, choice]) : [["true", text.yes], ["false", text.no]];
    const select = element(
      "select",
      { required },
      element("option", { value: "" }, text.none),
      options.map(([code, label]) => element("option", { value: code }, label)),
    );
    select.value = shown(value);
    return select;
  }
  const long = /^(remark|text|note|what|summary|about|description)_/.test(column.name);
  const made = element(long ? "textarea" : "input", {
    required,
    autocomplete: "off",
    ...(long ? { rows: 3 } : { type: column.type === "date" ? "date" : "text" }),
    ...(["integer", "number"].includes(column.type) ? { inputmode: "decimal" } : {}),
    pattern: !long && column.type === "string" && pattern,
    maxlength: maxLength,
    min: minimum,
    max: maximum,
  });
  made.value = shown(value);
  return made;
}

/** The value of a field as the service reads it; null for an empty field. */
function valueOf(column, field) {
  const said = field.value.trim();
  if (!said) return null;
  switch (column.type) {
    case "integer":
    case "number":
      return Number.isFinite(Number(said)) ? Number(said) : said;
    case "boolean":
      return said === "true";
    case "list":
      return said.split(";").map((item) => item.trim()).filter(Boolean);
    default:
      return said;
  }
}

/**
 * A form with the columns of a table.
 *
 * @param row the present row; null for a new one
 * @param tag the ETag of the row as it was read
 * @param ages of when the values are, in words by column
 */
function recordForm(table, row, tag, ages, open, suggest) {
  const fields = new Map();
  const key = row && keyOf(table, row);
  const said = status();
  const proposal = element("div", { class: "proposal" });
  const parts = table.schema.fields.map((column) => {
    const field = control(column, row ? row[camelCase(column.name)] : undefined);
    if (row && table.schema.primaryKey.includes(column.name)) field.disabled = true;
    fields.set(camelCase(column.name), { column, field });
    const name = column.name + ((column.constraints || {}).required ? ` (${text.required})` : "");
    return labelled(name, field, [column.description, column.itemEnum && column.itemEnum.join("; "), column.type === "list" && text.listHelp, ages.get(camelCase(column.name))].filter(Boolean).join(" "));
  });

  /** The fields that differ from the row as it was read; for a new row, all fields with a value. */
  const changes = () => {
    const changed = {};
    for (const [property, { column, field }] of fields) {
      const now = valueOf(column, field);
      const was = row ? (row[property] ?? null) : null;
      if (JSON.stringify(now) !== JSON.stringify(was)) changed[property] = now;
    }
    return changed;
  };

  const blame = (fault) => {
    const issues = (fault.body && fault.body.issues) || [];
    if (!issues.length) return;
    clear(proposal);
    const others = issues.filter((issue) => !fields.has(issue.name)).map((issue) => issue.detail);
    said.textContent = [text.problems, ...others].join(" ");
    for (const issue of issues) {
      if (fields.has(issue.name)) complain(fields.get(issue.name).field, issue.detail);
    }
    const first = [...fields.values()].find(({ field }) => field.getAttribute("aria-invalid") === "true");
    if (first) first.field.focus();
  };

  const sender = (method, body) => async (parameters) => {
    const answer = await ask(`/${table.name}${row ? "/" + encodeURIComponent(key) : ""}` + query(parameters), {
      method,
      headers: {
        ...(row ? { "If-Match": tag } : {}),
        ...(body ? { "Content-Type": method === "PATCH" ? "application/merge-patch+json" : "application/json" } : {}),
      },
      body: body && JSON.stringify(body),
    });
    return parameters.dryRun ? answer : { ...answer, revision: (await ask("/publications?pageSize=1")).body.items[0].revision };
  };

  const check = async (method, body, title) => {
    said.textContent = "";
    for (const { field } of fields.values()) complain(field, "");
    const fault = await propose(proposal, title, true, sender(method, body), (message, latest) => {
      refreshHistory();
      suggest();
      if (!latest || !form.isConnected) return;
      if (method === "PATCH") open(key, message);
      else form.remove();
    });
    if (fault && fault.status === 412) open(key, text.stale);
    else if (fault) blame(fault);
  };

  const form = element(
    "form",
    {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        const changed = changes();
        if (!Object.keys(changed).length) {
          said.textContent = text.nothingToSave;
          clear(proposal);
          return;
        }
        check(row ? "PATCH" : "POST", changed, key || text.create);
      },
    },
    element("h3", { tabindex: -1 }, key || text.create),
    element("div", { class: "fields" }, parts),
    element(
      "p",
      { class: "buttons" },
      element("button", { class: "button" }, text.save),
      row && button(text.remove, () => check("DELETE", null, `${text.remove}: ${key}`)),
    ),
    said,
  );
  return element("div", {}, form, proposal);
}

// ---- History

let refreshHistory = () => {};

function historySection() {
  const list = element("div", {});
  const place = element("div", { class: "proposal" });
  const said = status();
  let page = 1;

  const show = async (wanted) => {
    const turn = takeTurn(list);
    try {
      const { body } = await ask(`/publications?pageSize=10&page=${wanted}`);
      if (list.turn !== turn) return;
      page = wanted;
      list.replaceChildren(
        grid(
          text.history,
          [text.revision, text.when, text.who, text.reason, ""],
          body.items.map((one, index) =>
            element(
              "tr",
              {},
              element("th", { scope: "row" }, String(one.revision)),
              element("td", {}, moment(one.publishedAt)),
              element("td", {}, one.publishedBy),
              element("td", {}, one.reason),
              element(
                "td",
                { class: "buttons" },
                button(text.look, () => look(one.revision, 1)),
                (page > 1 || index > 0) && button(text.restore, () => restore(one.revision)),
              ),
            ),
          ),
        ),
        element(
          "p",
          { class: "buttons" },
          page > 1 && button(text.later, () => leaf(-1)),
          body.next && button(text.earlier, () => leaf(1)),
        ),
      );
      for (const made of list.querySelectorAll("tr")) {
        const number = made.querySelector("th[scope=row]");
        if (number) made.querySelectorAll("button").forEach((one) => one.setAttribute("aria-label", `${one.textContent} ${number.textContent}`));
      }
      said.textContent = "";
    } catch (fault) {
      said.textContent = fault.message;
    }
  };

  refreshHistory = () => show(page);

  const leaf = async (by) => {
    await show(page + by);
    const table = list.querySelector(".table");
    if (table) table.focus();
  };

  const look = async (revision, from) => {
    const turn = takeTurn(place);
    try {
      const { body } = await ask(`/publications/${revision}?pageSize=100&page=${from}`);
      if (place.turn !== turn) return;
      place.replaceChildren(
        element("h3", { tabindex: -1 }, `${text.revision} ${revision}`),
        ...difference(null, body.changes.items).slice(1),
        body.changes.next ? button(text.moreChanges, () => look(revision, from + 1)) : "",
      );
      place.querySelector("h3").focus();
    } catch (fault) {
      said.textContent = fault.message;
    }
  };

  const restore = async (revision) => {
    await propose(
      place,
      text.restoring(revision),
      mayPublish(),
      (parameters) => ask(`/publications/${revision}/restore` + query(parameters), { method: "POST" }),
      refreshHistory,
    );
    place.firstChild.focus();
  };

  refreshHistory();
  return [list, said, place];
}

// ---- Begin

showSignIn();
if (token) enter(root.querySelector("[role=status]"));
