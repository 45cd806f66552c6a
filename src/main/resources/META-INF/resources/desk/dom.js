// Elements of the page, made without markup: data becomes text.

const SVG = "http://www.w3.org/2000/svg";

let numbers = 0;

/** A name that no other element of the page has. */
export const newId = () => "field-" + ++numbers;

export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes || {})) {
    if (attribute.startsWith("on")) made.addEventListener(attribute.slice(2), value);
    else if (value === true) made.setAttribute(attribute, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(attribute, value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

export function drawing(name, attributes, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** A field with its label, its explanation and a place for its error. */
export function labelled(label, control, help) {
  const id = newId();
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

export function complain(control, message) {
  control.setAttribute("aria-invalid", message ? "true" : "false");
  document.getElementById(control.id + "-wrong").textContent = message || "";
}

export function button(label, action, kind) {
  return element("button", { type: "button", class: kind || "button quiet", onclick: action }, label);
}

/** A status that screen readers announce. */
export function status() {
  return element("p", { class: "status", role: "status", "aria-live": "polite" });
}

export function options(select, choices, chosen) {
  select.replaceChildren(...choices.map(([value, label]) => element("option", { value }, label)));
  select.value = chosen === undefined || chosen === null ? "" : chosen;
  return select;
}

export function grid(caption, heads, rows) {
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

export function section(id, title, ...content) {
  const heading = element("h2", { id: id + "-title", tabindex: -1 }, title);
  return element("section", { id, "aria-labelledby": heading.id }, heading, content);
}

/** From now on, earlier requests for a place may no longer write to it. */
export function takeTurn(place) {
  return (place.turn = {});
}

export function clear(place) {
  takeTurn(place);
  place.replaceChildren();
}

/** Calls a function when nothing has asked for it for a moment. */
export function calmly(action, milliseconds = 250) {
  let waiting;
  return (...values) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => action(...values), milliseconds);
  };
}
