// The versions of one row, and putting one of them back.

import { ask, moment, rowAddress, shown } from "./api.js";
import { button, element, grid, status, takeTurn } from "./dom.js";
import { columnName, text } from "./texts.js";

/**
 * The versions of a row.
 *
 * @param putBack proposes a change: its title, method, body and reason. A row that was taken out can be put back as a whole
 */
export function versionsPart(table, key, putBack) {
  const place = element("div", {});
  const said = status();
  const part = element("details", { class: "versions" }, element("summary", {}, text.versions), said, place);
  const show = async () => {
    const turn = takeTurn(place);
    try {
      const { body } = await ask(rowAddress(table, key) + "/history?pageSize=50");
      if (place.turn !== turn) return;
      said.textContent = "";
      place.replaceChildren(grid(text.versions, [text.revision, text.when, text.who, text.reason, text.difference, ""], body.items.map((version, index) => row(version, index === 0, body.items[0].kind === "removed"))));
    } catch (fault) {
      said.textContent = fault.message;
    }
  };
  const row = (version, isLatest, isGone) =>
    element(
      "tr",
      { class: version.kind },
      element("th", { scope: "row" }, String(version.revision)),
      element("td", {}, moment(version.publishedAt)),
      element("td", {}, version.publishedBy || text.bundledBy),
      element("td", {}, version.reason),
      element("td", {}, version.kind === "changed" ? Object.entries(version.fields).map((field) => fieldOf(version, field, isGone)) : text[version.kind]),
      element("td", { class: "buttons" }, !isLatest && version.row && wholeRow(version)),
    );
  const named = (label, name, action) => {
    const made = button(label, action);
    made.setAttribute("aria-label", name);
    return made;
  };
  const fieldOf = (version, [property, was], isGone) =>
    element(
      "div",
      { class: "was" },
      element("strong", {}, columnName(property)),
      ": ",
      was.before !== undefined && element("del", {}, shown(was.before)),
      " → ",
      was.after !== undefined && element("ins", {}, shown(was.after)),
      " ",
      !isGone && named(text.putBack, text.putBackField(columnName(property), version.revision), () =>
        putBack({
          title: text.putBackField(columnName(property), version.revision),
          method: "PATCH",
          body: { [property]: was.before === undefined ? null : was.before },
          reason: text.putBackFieldReason(columnName(property), version.revision),
        }),
      ),
    );
  const wholeRow = (version) =>
    named(text.putBack, text.putBackRow(version.revision), () =>
      putBack({ title: text.putBackRow(version.revision), method: "PUT", body: version.row, reason: text.putBackReason(version.revision) }),
    );
  part.addEventListener("toggle", () => part.open && show());
  return part;
}
