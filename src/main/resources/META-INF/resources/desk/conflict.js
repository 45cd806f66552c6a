// What to do when somebody else changed the same record: nothing that was typed is lost.

import { shown } from "./api.js";
import { button, element, newId } from "./dom.js";
import { columnName, text } from "./texts.js";

const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/**
 * Compares three versions of a row.
 *
 * @param base as it was read; null for a row that others added
 * @param current as it is now
 * @param mine what the curator changed
 * @returns theirs: what others changed; both: what both changed, to different values
 */
export function compare(base, current, mine) {
  const properties = new Set([...Object.keys(base || {}), ...Object.keys(current)]);
  const theirs = [...properties].filter((property) => !same((base || {})[property], current[property]));
  const both = Object.keys(mine).filter((property) => theirs.includes(property) && !same(mine[property], current[property]));
  return { theirs, both };
}

/** Both versions of the fields that both changed, side by side; chosen is called with what remains of the curator's changes. */
export function conflictPart(current, mine, both, chosen) {
  const choice = (group, value, label, content) => {
    const radio = element("input", { type: "radio", name: group, value });
    radio.checked = value === "mine";
    return element("label", { class: "check side" }, radio, element("span", {}, element("strong", {}, label), element("span", { class: "typed" }, shown(content) || text.none)));
  };
  const fields = both.map((property) => {
    const group = newId();
    return element(
      "fieldset",
      { class: "conflict", "data-property": property },
      element("legend", {}, columnName(property)),
      choice(group, "mine", text.mine, mine[property]),
      choice(group, "theirs", text.theirs, current[property]),
    );
  });
  return element(
    "div",
    { class: "proposal" },
    element("h3", { tabindex: -1 }, text.conflict),
    element("p", {}, text.conflictHelp),
    fields,
    element(
      "p",
      { class: "buttons" },
      button(
        text.goOn,
        () => {
          const kept = { ...mine };
          for (const field of fields) {
            if (field.querySelector("input:checked").value === "theirs") delete kept[field.dataset.property];
          }
          chosen(kept);
        },
        "button",
      ),
    ),
  );
}
