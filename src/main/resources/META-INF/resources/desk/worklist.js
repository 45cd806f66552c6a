// What to check, by reason, kind and municipality. The keyboard alone suffices.

import { ask, query, rowAddress, send, today } from "./api.js";
import { button, element, labelled, options, status, takeTurn } from "./dom.js";
import { openRecord, published } from "./records.js";
import { refreshHistory } from "./history.js";
import { columnName, text } from "./texts.js";

const SIZE = 20;

export function worklistSection() {
  const task = element("select", {});
  const type = element("select", {});
  const municipality = element("select", {});
  const from = element("input", { type: "text", autocomplete: "off", spellcheck: "false", maxlength: 2000 });
  const said = status();
  const list = element("ol", { class: "plain work" });
  const pages = element("p", { class: "buttons" });
  const count = element("p", { class: "soft" });
  let page = 1;
  let asked = {};

  const nameOf = (item) => (item.record && item.record.name) || item.key || text.unnamed;

  const show = async (focus) => {
    const turn = takeTurn(list);
    let body;
    try {
      ({ body } = await ask("/worklist" + query({ ...asked, page, pageSize: SIZE })));
    } catch (fault) {
      if (list.turn === turn) said.textContent = fault.message;
      return;
    }
    if (list.turn !== turn) return;
    if (!body.items.length && page > 1) {
      page--;
      show(focus);
      return;
    }
    const all = Object.values(body.tasks).reduce((sum, number) => sum + number, 0);
    options(task, [["", text.anyTask(all)], ...Object.entries(text.tasks).map(([code, label]) => [code, `${label} (${body.tasks[code] || 0})`])], asked.task);
    options(type, [["", text.anyType], ...Object.entries(body.types).map(([code, number]) => [code, `${text.types[code] || code} (${number})`])], asked.type);
    options(
      municipality,
      [["", text.anyMunicipality], ...body.municipalities.map((each) => [each.municipality.id, `${each.municipality.name || each.municipality.id} (${each.count})`]).sort((one, other) => one[1].localeCompare(other[1]))],
      asked.municipality,
    );
    count.textContent = [body.total ? text.workCount(body.total) : text.noWork, body.unavailable.length && text.unavailable].filter(Boolean).join(". ");
    list.replaceChildren(...body.items.map(itemOf));
    pages.replaceChildren(
      ...[page > 1 && button(text.later, () => turnTo(page - 1)), body.next && button(text.earlier, () => turnTo(page + 1))].filter(Boolean),
    );
    if (focus !== undefined) focusOn(focus);
  };

  const turnTo = (other) => {
    page = other;
    show(0);
  };

  const focusOn = (index) => {
    const openers = list.querySelectorAll("[data-open]");
    if (openers.length) openers[Math.max(0, Math.min(index, openers.length - 1))].focus();
    else task.focus();
  };

  const open = (item) => openRecord({ table: item.table, key: item.key, field: item.field || undefined, report: item.report });

  const mayBeRight = (item) => item.task === "overdue" || item.task === "undated";

  /** Says that a field is still right: its date becomes today. */
  const stillRight = async (item, index) => {
    const name = nameOf(item);
    const field = columnName(item.field);
    said.textContent = text.busy;
    try {
      await send(
        "PATCH",
        rowAddress(item.table, item.key) + query({ reason: text.stillRightReason(field), knownOn: today(), knownField: item.field, knownFrom: from.value.trim() }),
        {},
        item.tag,
      );
      refreshHistory();
      await show(index);
      said.textContent = text.stillRightDone(name, field);
    } catch (fault) {
      const issue = ((fault.body && fault.body.issues) || [])[0];
      const stale = fault.status === 412 && fault.body.detail;
      if (stale) await show(index);
      said.textContent = stale || (issue ? issue.detail : fault.message);
    }
  };

  const itemOf = (item, index) => {
    const name = nameOf(item);
    const opener = element("button", { type: "button", class: "link-button", "data-open": "", onclick: () => open(item) }, name);
    const field = item.field && columnName(item.field);
    const right = mayBeRight(item) && button(text.stillRight, () => stillRight(item, index));
    if (right) {
      right.setAttribute("aria-label", text.stillRightOf(name, field));
      opener.setAttribute("aria-keyshortcuts", text.stillRightKey);
    }
    return element(
      "li",
      {
        class: "work-item",
        onkeydown: (event) => {
          if (event.ctrlKey || event.altKey || event.metaKey) return;
          if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            focusOn(index + (event.key === "ArrowDown" ? 1 : -1));
          } else if (event.key.toLowerCase() === text.stillRightKey && mayBeRight(item)) {
            event.preventDefault();
            stillRight(item, index);
          }
        },
      },
      element(
        "div",
        {},
        element("p", { class: "work-name" }, opener, " ", element("span", { class: "tag" }, text.tasks[item.task]), " ", field && element("span", { class: "tag" }, field)),
        element("p", {}, item.municipality && item.municipality.name !== name && element("span", { class: "soft" }, `${item.municipality.name}. `), item.why),
        item.words && element("p", { class: "typed" }, item.words),
        item.value && element("p", { class: "soft" }, item.report ? text.suggested : text.now, " ", item.value),
      ),
      right,
    );
  };

  const filter = () => {
    asked = { task: task.value, type: type.value, municipality: municipality.value };
    page = 1;
    show();
  };
  for (const select of [task, type, municipality]) select.addEventListener("change", filter);
  published.add(() => show());
  show();
  return [
    element("div", { class: "fields" }, labelled(text.task, task), labelled(text.type, type), labelled(text.municipality, municipality), labelled(text.checkedWith, from, text.checkedWithHelp)),
    element("p", { class: "hint" }, text.workHelp),
    said,
    count,
    list,
    pages,
  ];
}
