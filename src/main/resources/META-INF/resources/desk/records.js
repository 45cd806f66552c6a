// One record: finding it by name, changing it by task, what it was before, and taking it out.

import { ask, camelCase, keyOf, look, query, rowAddress, send, session, shown, tableOf, tableOfType, today } from "./api.js";
import { propose } from "./changes.js";
import { compare, conflictPart } from "./conflict.js";
import { button, calmly, clear, element, labelled, options, status, takeTurn } from "./dom.js";
import { fieldOf, forgetChoices, propertyOf, slug } from "./fields.js";
import { refreshHistory } from "./history.js";
import { exceptionsPart } from "./hours.js";
import { decide, readReport, reportPart } from "./reports.js";
import { columnName, text } from "./texts.js";
import { versionsPart } from "./versions.js";

/** The columns of each part of a form; all others are in the first. */
const GROUPS = {
  basis: [],
  hours: ["opening_hours"],
  address: ["site", "street", "house_number", "postal_code", "municipality", "lat", "lon", "precision", "derived"],
  contact: ["phone", "email", "website"],
  services: ["services"],
  evidence: ["sources", "urls", "verified_on", "remark_nl", "remark_en"],
};
const POINT = ["lat", "lon", "precision", "derived"];

const groupOf = (column) => Object.keys(GROUPS).find((group) => GROUPS[group].includes(column)) || "basis";

/** Where the public API has a record; undefined for tables whose records do not age. */
function publicType(table, row) {
  if (table === "organisations") return row.kind === "chamber-of-commerce" ? "chambers" : "partners";
  return ["service-points", "voka-offices", "digibanks"].includes(table) ? table : undefined;
}

/** By column, of when its value is: what the public API says of a record's fields. */
async function agesOf(table, row) {
  const type = publicType(table, row);
  const { knownOn = {}, overdue = [], undated = [] } = (type && (await look(`/v1/${type}/${encodeURIComponent(row.id)}`))) || {};
  const ages = new Map();
  for (const field of new Set([...Object.keys(knownOn), ...overdue, ...undated])) {
    const say = overdue.includes(field) ? text.knownOnOverdue : text.knownOn;
    // An address has several columns.
    ages.set(field === "address" ? "municipality" : field, undated.includes(field) ? text.undated : say(knownOn[field]));
  }
  return ages;
}

/** Opens records; the worklist uses it too. */
export let openRecord = () => {};

/** Called after each publication of this page. */
export const published = new Set();

export function recordSection() {
  const said = status();
  const place = element("div", { class: "record" });
  const results = element("ul", { class: "plain results" });
  const finder = element("input", { type: "search", autocomplete: "off", spellcheck: "false" });

  // ---- By name

  const find = async (typed) => {
    const turn = takeTurn(results);
    if (typed.length < 2) {
      results.replaceChildren();
      return;
    }
    const answer = await look("/v1/search?pageSize=10&q=" + encodeURIComponent(typed));
    if (results.turn !== turn) return;
    // Places and the like have records too, but hardly anybody looks for them here.
    const hits = ((answer && answer.items) || [])
      .filter((hit) => tableOf(tableOfType(hit.type)))
      .sort((one, other) => Boolean(text.types[other.type]) - Boolean(text.types[one.type]));
    results.replaceChildren(
      ...hits.map((hit) =>
        element("li", {}, button(hit.name, () => openRecord({ table: tableOfType(hit.type), key: hit.id }), "link-button"), " ", element("span", { class: "soft" }, text.types[hit.type] || hit.type)),
      ),
    );
    said.textContent = text.found(hits.length);
  };
  const findSoon = calmly(find, 200);
  finder.addEventListener("input", () => findSoon(finder.value.trim()));
  const byName = element(
    "form",
    {
      novalidate: true,
      role: "search",
      onsubmit: async (event) => {
        event.preventDefault();
        await find(finder.value.trim());
        const first = results.querySelector("button");
        if (first) first.click();
        else finder.focus();
      },
    },
    labelled(text.findRecord, finder, text.findHelp),
  );

  // ---- By table and id, and new ones

  const tableChoice = () =>
    options(element("select", {}), session.tables.map((table) => [table.name, `${table.title} (${table.name})`]), "service-points");
  const table = tableChoice();
  const id = element("input", { type: "text", autocomplete: "off", spellcheck: "false" });
  const byKey = element(
    "details",
    {},
    element("summary", {}, text.byKey),
    element(
      "form",
      {
        novalidate: true,
        onsubmit: (event) => {
          event.preventDefault();
          if (id.value.trim()) openRecord({ table: table.value, key: id.value.trim() });
          else id.focus();
        },
      },
      labelled(text.table, table),
      labelled(text.id, id),
      element("button", { class: "button quiet" }, text.open),
    ),
  );
  const newTable = tableChoice();
  const newRecord = element(
    "form",
    {
      class: "new",
      onsubmit: (event) => {
        event.preventDefault();
        openRecord({ table: newTable.value });
      },
    },
    labelled(text.addTo, newTable),
    element("button", { class: "button quiet" }, text.create),
  );

  const show = (form, focus) => {
    place.replaceChildren(form.node);
    if (focus) form.focus(focus);
    else place.querySelector("h3").focus();
  };

  /**
   * Opens a record, or an empty form for a new one.
   *
   * @param wanted table; key, absent for a new one; field to begin with; report to decide on; mine, changes to begin with;
   * message to show
   */
  openRecord = async ({ table: name, key, field, report, mine, message }) => {
    const turn = takeTurn(place);
    said.textContent = text.busy;
    try {
      const told = report && (await readReport(report));
      const { body, tag } = key ? await ask(rowAddress(name, key)) : { body: null, tag: null };
      const ages = body ? await agesOf(name, body) : new Map();
      if (place.turn !== turn) return;
      said.textContent = message || "";
      results.replaceChildren();
      show(recordForm({ table: tableOf(name), row: body, tag, ages, told, mine }), field);
    } catch (fault) {
      if (place.turn !== turn) return;
      said.textContent = fault.status === 404 ? text.noSuch : fault.message;
      clear(place);
      if (fault.status === 404 && key) place.append(...removedRecord(name, key));
      said.scrollIntoView({ block: "nearest" });
    }
  };

  /** The versions of a record that was taken out, to put it back. */
  const removedRecord = (name, key) => {
    const proposal = element("div", { class: "proposal" });
    const putBack = ({ title, body, reason }) =>
      propose(proposal, {
        title,
        reason,
        send: async (parameters) => {
          const answer = await send("POST", `/${name}` + query(parameters), body);
          return parameters.dryRun ? answer : withRevision(answer);
        },
        done: (message, latest) => {
          afterwards(message);
          if (latest) openRecord({ table: name, key, message });
        },
      });
    return [versionsPart(name, key, putBack), proposal];
  };

  const afterwards = (message) => {
    forgetChoices();
    refreshHistory();
    for (const each of published) each(message);
  };

  /** The revision of an answer that has only the row. */
  const withRevision = async (answer) => ({ ...answer, revision: (await ask("/publications?pageSize=1")).body.items[0].revision });

  /** Somebody else changed the record: takes their version, with what was typed on top of it. */
  const rebase = async (name, key, base, mine) => {
    const turn = takeTurn(place);
    try {
      const { body } = await ask(rowAddress(name, key));
      if (place.turn !== turn) return;
      const { theirs, both } = compare(base, body, mine);
      if (!both.length) {
        openRecord({ table: name, key, mine, message: text.rebased(theirs.map(columnName).join(", ")) });
        return;
      }
      said.textContent = text.conflict;
      place.prepend(conflictPart(body, mine, both, (kept) => openRecord({ table: name, key, mine: kept, message: text.rebased(theirs.map(columnName).join(", ")) })));
      place.querySelector("h3").focus();
    } catch (fault) {
      said.textContent = fault.status === 404 ? text.noSuch : fault.message;
    }
  };

  /**
   * A form with the columns of a table.
   *
   * @param row the present row; null for a new one
   * @param tag the ETag of the row as it was read
   * @param ages of when the values are, in words by property
   * @param told the report that it is about, if any
   * @param mine values to begin with instead of the present ones
   */
  function recordForm({ table: its, row, tag, ages, told, mine }) {
    const name = its.name;
    const key = row && keyOf(its, row);
    const title = row ? row.name || row.nameNl || row.titleNl || key : text.create;
    const fields = new Map();
    const formSaid = status();
    const proposal = element("div", { class: "proposal" });
    const dates = its.schema.fields.some((column) => column.name === "verified_on");

    const placed = (chosen) => {
      const code = fields.get("postalCode");
      if (code) code.write(chosen.postalCode);
      const precision = fields.get("precision");
      const sameplace = row && row.municipality === chosen.municipality.id && row.postalCode === chosen.postalCode;
      if (!precision || sameplace) return false;
      fields.get("lat").write(chosen.location.lat);
      fields.get("lon").write(chosen.location.lon);
      precision.write("locality");
      return true;
    };
    for (const column of its.schema.fields) {
      const property = propertyOf(column);
      const field = fieldOf(column, row ? row[property] : undefined, { table: its, about: ages.get(property), placed });
      if (row && its.schema.primaryKey.includes(column.name) && field.input) field.input.disabled = true;
      field.node.dataset.property = property;
      fields.set(property, { ...field, column });
    }
    for (const [property, value] of Object.entries(mine || {})) if (fields.has(property)) fields.get(property).write(value);
    if (!row && fields.has("id") && fields.has("name")) {
      const from = fields.get("name").input;
      from.addEventListener("input", () => fields.get("id").write(slug(from.value)));
    }

    // ---- Parts

    const nodes = (columns) => columns.map((column) => fields.get(propertyOf(column)).node);
    const parts = Object.keys(GROUPS).map((group) => {
      const columns = its.schema.fields.filter((column) => groupOf(column.name) === group);
      if (!columns.length) return null;
      const hidden = columns.filter((column) => POINT.includes(column.name));
      return element(
        "fieldset",
        { class: "group", "data-group": group },
        element("legend", {}, text.groups[group]),
        element("div", { class: group === "hours" ? "" : "fields" }, nodes(columns.filter((column) => !hidden.includes(column)))),
        hidden.length > 0 && element("details", {}, element("summary", {}, text.pointOnMap), element("div", { class: "fields" }, nodes(hidden))),
        group === "hours" && row && exceptionsPart(key, { sources: row.sources, urls: row.urls }, addException),
      );
    });
    const datedOn = element("input", { type: "date", max: today() });
    datedOn.value = today();
    const datedFrom = element("input", { type: "text", autocomplete: "off", spellcheck: "false", maxlength: 2000 });
    const dating = () => (dates && datedOn.value ? { knownOn: datedOn.value, knownFrom: datedFrom.value.trim() } : {});
    const report = told && reportPart(told, (message) => leave(message));

    // ---- Saving

    /** The fields that differ from the row as it was read; for a new row, all fields with a value. */
    const changes = async () => {
      await Promise.all([...fields.values()].map((field) => field.settled()));
      const changed = {};
      for (const [property, field] of fields) {
        const now = field.read();
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
      formSaid.textContent = [text.problems, ...others].join(" ");
      for (const issue of issues) if (fields.has(issue.name)) fields.get(issue.name).complain(issue.detail);
      const first = issues.find((issue) => fields.has(issue.name));
      if (first) reveal(first.name);
    };

    /** Moves to a field, wherever it is folded away. */
    const reveal = (wanted) => {
      const property = camelCase(wanted === "address" ? "street" : wanted);
      const field = fields.get(property) || fields.get("municipality");
      if (!field) return;
      const folded = field.node.closest("details");
      if (folded) folded.open = true;
      field.focus();
    };

    const leave = (message) => {
      takeTurn(place);
      place.replaceChildren();
      said.textContent = message;
      afterwards(message);
      finder.focus();
    };

    const rowSender = (method, body) => async (parameters) => {
      const address = row ? rowAddress(name, key) : `/${name}`;
      const answer = await send(method, address + query({ ...parameters, ...(method === "DELETE" ? {} : dating()) }), body, row && tag);
      return parameters.dryRun ? answer : withRevision(answer);
    };

    /** A correction that a report leads to is tried as a change of the record, and published with the decision. */
    const reportSender = (edit) => (parameters) =>
      parameters.dryRun
        ? send("PATCH", rowAddress(name, key) + query({ ...parameters, ...dating() }), edit, tag)
        : decide(report, "accepted", edit, { ...parameters, ...dating() }).catch((fault) => {
            if (fault.status === 412) fault.message = text.reportChanged;
            throw fault;
          });

    const check = async (method, body, heading, reason) => {
      formSaid.textContent = "";
      for (const field of fields.values()) field.complain("");
      const fault = await propose(proposal, {
        title: heading,
        reason,
        send: report && method === "PATCH" && row ? reportSender(body) : rowSender(method, body),
        refused: (refusal) => {
          const isStale = refusal.status === 412 && method !== "DELETE" && refusal.message !== text.reportChanged;
          const exists = refusal.status === 409 && method === "POST" && String(refusal.body.detail).includes("`" + body.id + "`");
          if (isStale) rebase(name, key, row, body);
          else if (exists) rebase(name, body.id, null, body);
          return isStale;
        },
        done: (message, latest) => {
          afterwards(message);
          if (!latest || !node.isConnected) return;
          if (report && !report.missing) leave(text.decided.accepted);
          else if (method === "DELETE") leave(message);
          else if (report) formSaid.textContent = message;
          else openRecord({ table: name, key: key || keyOf(its, body), message });
        },
      });
      if (fault) blame(fault);
    };

    const putBack = ({ title: heading, method, body, reason }) => check(row ? method : "POST", body, heading, reason);

    function addException(exception) {
      propose(proposal, {
        title: text.exceptions,
        reason: text.exceptions,
        send: async (parameters) => {
          const answer = await send("POST", "/opening-exceptions" + query(parameters), exception);
          return parameters.dryRun ? answer : withRevision(answer);
        },
        done: (message, latest) => {
          afterwards(message);
          if (latest && node.isConnected) openRecord({ table: name, key, message });
        },
      }).then((fault) => fault && (formSaid.textContent = ((fault.body.issues || [])[0] || { detail: fault.message }).detail));
    }

    const summary = (changed) => (report ? text.reportReason(report.number) : Object.keys(changed).map(columnName).join(", "));
    const form = element(
      "form",
      {
        novalidate: true,
        onsubmit: async (event) => {
          event.preventDefault();
          const changed = await changes();
          const troubled = [...fields].find(([, field]) => field.trouble());
          if (troubled) {
            formSaid.textContent = text.problems;
            clear(proposal);
            troubled[1].complain(troubled[1].trouble());
            reveal(troubled[0]);
            return;
          }
          if (!Object.keys(changed).length) {
            formSaid.textContent = text.nothingToSave;
            clear(proposal);
            return;
          }
          check(row ? "PATCH" : "POST", changed, title, row ? summary(changed) : `${text.create}: ${shown(changed.name || changed.id)}`);
        },
      },
      element("h3", { tabindex: -1 }, title),
      row && element("p", { class: "soft" }, `${its.title}, ${key}`),
      report && report.node,
      parts,
      dates &&
        element(
          "fieldset",
          { class: "group" },
          element("legend", {}, text.dated),
          element("div", { class: "fields" }, labelled(text.datedOn, datedOn), labelled(text.datedFrom, datedFrom, text.datedFromHelp)),
        ),
      element(
        "p",
        { class: "buttons" },
        element("button", { class: "button" }, text.save),
        row && button(text.remove, () => check("DELETE", null, `${text.remove}: ${title}`, "")),
      ),
      formSaid,
    );
    const node = element("div", {}, form, proposal, row && versionsPart(name, key, putBack));
    return { node, focus: reveal };
  }

  return [byName, results, newRecord, byKey, said, place];
}
