// What a change would do, and making it: findings, differences in a table and on a map, and the reason.

import { ask, shown } from "./api.js";
import { button, clear, complain, drawing, element, grid, labelled, status, takeTurn } from "./dom.js";
import { columnName, language, text } from "./texts.js";

/** The running trial: the service accepts one at a time, so the next one waits for it. */
let tried = Promise.resolve();

/**
 * Shows what a change would do, and makes it when the curator gives a reason. The latest request for a place wins.
 *
 * @param place the element that shows it
 * @param proposal title, send (sends the request, with the given parameters), and what is not usual: may (whether the token
 * allows publishing), reason (the one to begin with), done (called after a publication, with its message and whether no later
 * request took over the place), removals (whether removed rows have to be confirmed), refused (called with a refusal; true
 * when it deals with it)
 * @returns the refusal of the trial, if any
 */
export async function propose(place, { title, send, may = true, reason: because = "", done = () => {}, refused = () => false, removals = false }) {
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
    if (refused(fault)) return null;
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
  reason.value = because;
  const confirmation = element("div", {});
  const confirmRemovals = (count) =>
    confirmation.replaceChildren(
      element("label", { class: "check" }, element("input", { type: "checkbox", value: count }), text.removals(count)),
    );
  // Dates go with their values; they are not missing in the file.
  const missing = Object.entries(diff.tables).reduce((sum, [table, its]) => sum + (table === "fact-dates" ? 0 : its.removed || 0), 0);
  if (removals && missing) confirmRemovals(missing);
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
        if (confirmation.firstChild && !confirmed) {
          outcome.textContent = text.removalsMissing(confirmation.querySelector("input").value);
          confirmation.querySelector("input").focus();
          return;
        }
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
          if (place.turn !== turn || refused(fault)) return;
          outcome.textContent = fault.message;
          const count = /confirmRemovals=(\d+)/.exec((fault.body && fault.body.detail) || "");
          if (count && (!confirmed || confirmed.value !== count[1])) {
            outcome.textContent = "";
            confirmRemovals(count[1]);
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
  reason.focus();
  reason.select();
  return null;
}

/** Each finding, with the row that it is about. */
export function findings(report) {
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
export function difference(counts, changes) {
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
            element("td", {}, columnName(column)),
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

