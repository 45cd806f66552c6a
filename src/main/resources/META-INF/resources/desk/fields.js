// The fields of a form: one for each column of a table, after what the column is about.

import { allRows, camelCase, look, shown, tableOf } from "./api.js";
import { calmly, complain, element, labelled, newId, options } from "./dom.js";
import { hoursField } from "./hours.js";
import { codeName, columnName, language, text } from "./texts.js";

const LONG = /^(remark|text|note|what|summary|about|description)_/;

/** The rows that people choose from, by table. */
const choices = new Map();

function rowsOf(table) {
  if (!choices.has(table)) {
    const asked = allRows(table).catch(() => null);
    choices.set(table, asked);
    asked.then((rows) => rows || choices.delete(table));
  }
  return choices.get(table);
}

/** A publication may have changed what there is to choose. */
export const forgetChoices = () => choices.clear();

const nameOf = (row) => (language === "nl" ? row.labelNl : row.labelEn) || row.name || row.nameNl || row.titleNl || row.title || row.id || row.code;
const idOf = (row) => row.id || row.code || row.nisCode;

/**
 * A field for a column.
 *
 * @param value the present value; undefined without any
 * @param context table, about (a hint on its age), and placed, which is given a chosen place
 * @returns node, read, write, complain, focus, settled, which waits until read has the value, and
 * trouble, which says why the value cannot be saved
 */
export function fieldOf(column, value, context) {
  return { settled: () => Promise.resolve(), trouble: () => "", ...made(column, value, context) };
}

function made(column, value, context) {
  const foreign = (context.table.schema.foreignKeys || []).find((key) => key.fields[0] === column.name);
  if (column.name === "opening_hours") return hoursField(value);
  if (foreign && foreign.reference.resource === "municipalities") return placeField(column, value, context);
  if (foreign && tableOf(foreign.reference.resource)) return referenceField(column, value, foreign.reference.resource, context);
  if (column.itemReference || column.itemEnum) return chipsField(column, value, context);
  return plainField(column, value, context);
}

const required = (column) => Boolean((column.constraints || {}).required);
const labelOf = (column) => columnName(column.name) + (required(column) ? ` (${text.required})` : "");

function plainField(column, value, { about }) {
  const { pattern, minimum, maximum, maxLength } = column.constraints || {};
  const codes = (column.constraints || {}).enum;
  let input;
  if (codes || column.type === "boolean") {
    input = options(
      element("select", { required: required(column) }),
      [["", text.none], ...(codes ? codes.map((code) => [code, codeName(code)]) : [["true", text.yes], ["false", text.no]])],
      shown(value),
    );
  } else {
    const long = LONG.test(column.name);
    input = element(long ? "textarea" : "input", {
      required: required(column),
      autocomplete: "off",
      ...(long ? { rows: 3 } : { type: column.type === "date" ? "date" : column.name === "phone" ? "tel" : "text" }),
      ...(["integer", "number"].includes(column.type) ? { inputmode: "decimal" } : {}),
      pattern: !long && column.type === "string" && column.name !== "phone" && pattern,
      maxlength: maxLength,
      min: minimum,
      max: maximum,
    });
    input.value = shown(value);
  }
  const help = column.name === "phone" ? text.phoneHelp : column.type === "list" ? text.listHelp : text.columns[column.name] ? null : column.description;
  return {
    node: labelled(labelOf(column), input, [help, about].filter(Boolean).join(" ")),
    input,
    read: () => valueOf(column, input.value.trim()),
    write: (other) => (input.value = shown(other)),
    complain: (message) => complain(input, message),
    focus: () => input.focus(),
  };
}

/** The value of a field as the service reads it; null for an empty field. */
function valueOf(column, typed) {
  if (!typed) return null;
  switch (column.type) {
    case "integer":
    case "number":
      return Number.isFinite(Number(typed)) ? Number(typed) : typed;
    case "boolean":
      return typed === "true";
    case "list":
      return typed.split(";").map((item) => item.trim()).filter(Boolean);
    default:
      return typed;
  }
}

/** A choice among the rows of another table, by their names. */
function referenceField(column, value, table, context) {
  const select = element("select", { required: required(column) });
  let chosen = shown(value);
  const draw = (rows) => options(select, [["", text.none], ...(rows || []).map((row) => [idOf(row), nameOf(row)]), ...(chosen && !(rows || []).some((row) => idOf(row) === chosen) ? [[chosen, chosen]] : [])], chosen);
  draw(null);
  select.addEventListener("change", () => (chosen = select.value));
  rowsOf(table).then(draw);
  return {
    node: labelled(labelOf(column), select, context.about),
    input: select,
    read: () => chosen || null,
    write: (other) => {
      chosen = shown(other);
      rowsOf(table).then(draw);
    },
    complain: (message) => complain(select, message),
    focus: () => select.focus(),
  };
}

/** Values of a list, to be ticked by their names. Their order stays; what is ticked later comes last. */
function chipsField(column, value, context) {
  let chosen = [...(value || [])];
  const legend = element("legend", {}, labelOf(column));
  const chips = element("div", { class: "checks" });
  const wrong = element("p", { class: "wrong", role: "alert", id: newId() });
  const node = element("fieldset", { class: "chips" }, legend, context.about && element("p", { class: "hint" }, context.about), chips, wrong);
  const draw = (rows) => {
    const known = rows ? rows.map((row) => [idOf(row), nameOf(row), (language === "nl" ? row.descriptionNl : row.descriptionEn) || ""]) : (column.itemEnum || []).map((code) => [code, codeName(code), ""]);
    const others = chosen.filter((code) => !known.some(([id]) => id === code)).map((code) => [code, code, ""]);
    chips.replaceChildren(
      ...[...known, ...others].map(([code, name, meaning]) => {
        const box = element("input", { type: "checkbox", value: code });
        box.checked = chosen.includes(code);
        box.addEventListener("change", () => {
          chosen = box.checked ? [...chosen, code] : chosen.filter((other) => other !== code);
        });
        return element("label", { class: "check", title: meaning }, box, name);
      }),
    );
  };
  draw(null);
  const ready = column.itemReference && tableOf(column.itemReference) ? rowsOf(column.itemReference).then(draw) : Promise.resolve();
  return {
    node,
    read: () => (chosen.length ? chosen : null),
    write: (other) => {
      chosen = [...(other || [])];
      if (column.itemReference) rowsOf(column.itemReference).then(draw);
      else draw(null);
    },
    complain: (message) => (wrong.textContent = message || ""),
    focus: () => ready.then(() => chips.querySelector("input") && chips.querySelector("input").focus()),
  };
}

const placeName = (place) => `${place.postalCode} ${place.locality}` + (place.municipality.name === place.locality ? "" : `, ${place.municipality.name}`);

/** A municipality, found by a postal code or a name; the form gets the postal code and the point with it. */
function placeField(column, value, context) {
  const list = element("datalist", { id: newId() });
  const input = element("input", { type: "text", autocomplete: "off", spellcheck: "false", list: list.id });
  const said = element("p", { class: "hint", role: "status", "aria-live": "polite" });
  const node = labelled(text.place + (required(column) ? ` (${text.required})` : ""), input, [text.placeHelp, context.about].filter(Boolean).join(" "));
  node.append(list, said);
  let chosen = shown(value);
  let places = [];
  let unknown = "";
  const tell = async (more) => {
    const municipality = chosen && (await look("/v1/municipalities/" + encodeURIComponent(chosen)));
    said.textContent = chosen ? [text.placeChosen(municipality ? municipality.name : chosen, municipality ? "" : chosen), more].filter(Boolean).join(" ") : "";
  };
  const offer = (typed) => {
    return look("/v1/places?pageSize=20&q=" + encodeURIComponent(typed)).then((answer) => {
      places = (answer && answer.items) || [];
      list.replaceChildren(...places.map((place) => element("option", { value: placeName(place) })));
    });
  };
  const choose = (place) => {
    input.value = placeName(place);
    chosen = place.municipality.id;
    unknown = "";
    complain(input, "");
    tell(context.placed && context.placed(place) ? text.placePoint : "");
  };
  const find = (typed) => places.find((place) => placeName(place).toLowerCase() === typed.toLowerCase());
  const soon = calmly(offer, 200);
  input.addEventListener("input", () => {
    const typed = input.value.trim();
    const exact = find(typed);
    if (exact) choose(exact);
    else if (typed.length > 1) soon(typed);
  });
  let choosing = Promise.resolve();
  input.addEventListener("change", () => {
    choosing = (async () => {
      const typed = input.value.trim();
      if (!typed) {
        chosen = unknown = "";
        complain(input, "");
        tell();
        return;
      }
      const exact = find(typed);
      if (exact) return;
      await offer(typed);
      const best = places.find((place) => place.postalCode + " " + place.locality.toLowerCase() === typed.toLowerCase()) || (places.length === 1 || /^[0-9]{4}$/.test(typed) ? places[0] : null);
      if (best) choose(best);
      else complain(input, (unknown = text.placeUnknown));
    })();
  });
  tell();
  return {
    node,
    input,
    settled: () => choosing,
    trouble: () => unknown,
    read: () => chosen || null,
    write: (other) => {
      chosen = shown(other);
      tell();
    },
    complain: (message) => complain(input, message),
    focus: () => input.focus(),
  };
}

/** A short name for addresses, made of words. */
export const slug = (words) =>
  words
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 100);

export const propertyOf = (column) => camelCase(column.name);
