// What was published: revisions, their changes, and going back to one.

import { ask, mayPublish, moment, query } from "./api.js";
import { difference, propose } from "./changes.js";
import { button, element, grid, status, takeTurn } from "./dom.js";
import { text } from "./texts.js";

/** Reads the history again, after a publication. */
export let refreshHistory = () => {};

export function historySection() {
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
    await propose(place, {
      title: text.restoring(revision),
      may: mayPublish(),
      send: (parameters) => ask(`/publications/${revision}/restore` + query(parameters), { method: "POST" }),
      done: refreshHistory,
    });
    place.firstChild.focus();
  };

  refreshHistory();
  return [list, said, place];
}

