// Opening hours as a week grid. The service reads and writes their syntax; what a grid cannot show stays as text.

import { ask } from "./api.js";
import { button, calmly, clear, element, labelled, options, takeTurn } from "./dom.js";
import { text } from "./texts.js";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const EMPTY = () => ({ week: Array.from({ length: 7 }, () => []) });

/** A time as people type it (9, 930, 9.30, 9u30) as 09:30; what is no time stays as it is. */
export function time(typed) {
  const parts = /^\s*([0-9]{1,2})(?:\s*[:.uh]\s*([0-9]{2})?|([0-9]{2}))?\s*$/i.exec(typed);
  if (!parts) return typed.trim();
  return parts[1].padStart(2, "0") + ":" + (parts[2] || parts[3] || "00");
}

/** Stretches as people type them (9-12, 13.30-16) in the syntax of the service; null when they cannot be read. */
function stretches(typed) {
  const parts = typed.split(/[,;]| en | and /).map((part) => part.split(/[-–]/).map(time));
  return parts.every((part) => part.length === 2 && part.every((each) => /^[0-9]{2}:[0-9]{2}$/.test(each)))
    ? parts.map((part) => part.join("-")).join(",")
    : null;
}

const describe = (body) => ask("/opening-hours", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/**
 * A field for opening hours. Hours that nobody touches are never written anew.
 *
 * @param before the present hours; undefined without any
 */
export function hoursField(before) {
  let written = before || "";
  let grid = null;
  let invalid = "";
  let pending = Promise.resolve();
  let turn = 0;
  const body = element("div", { class: "hours" });
  const words = element("p", { class: "words", role: "status", "aria-live": "polite" });
  const wrong = element("p", { class: "wrong", role: "alert" });
  const node = element("div", { class: "field" }, body, words, wrong);

  const tell = ({ inWords, doubts }) => {
    words.replaceChildren(element("strong", {}, text.inWords), " ", inWords, ...doubts.map((doubt) => element("span", { class: "doubt" }, " " + doubt)));
  };

  /** Asks the service for the hours in words, and for their text when they come from the grid; the latest one counts. */
  const settle = (asked) => {
    const mine = ++turn;
    pending = describe(asked).then(
      ({ body: described }) => {
        if (mine !== turn) return null;
        if (asked.grid) written = described.openingHours;
        wrong.textContent = invalid = "";
        tell(described);
        return described;
      },
      (fault) => {
        if (mine !== turn) return null;
        const issue = ((fault.body && fault.body.issues) || [])[0];
        wrong.textContent = issue ? issue.detail : fault.message;
        invalid = issue ? issue.detail : "";
        words.replaceChildren();
        return null;
      },
    );
    return pending;
  };

  let planned = null;
  const soon = calmly(() => planned && planned());
  /** Something in the grid changed. */
  const touched = () => {
    planned = () => {
      planned = null;
      return settle({ grid });
    };
    soon();
  };

  // ---- The grid

  const stretchRow = (stretchesOfDay, index, name, redraw) => {
    const stretch = stretchesOfDay[index];
    const input = (side, label) => {
      const made = element("input", { type: "text", class: "time", inputmode: "numeric", autocomplete: "off", maxlength: 8, "aria-label": label });
      made.value = stretch[side];
      made.addEventListener("input", () => {
        stretch[side] = time(made.value);
        touched();
      });
      made.addEventListener("change", () => (made.value = time(made.value)));
      // Whoever comes here types another time instead of this one.
      made.addEventListener("focus", () => made.select());
      return made;
    };
    return element(
      "span",
      { class: "stretch" },
      input("from", text.from(name, index + 1)),
      " ",
      element("span", { "aria-hidden": "true" }, text.until),
      " ",
      input("to", text.to(name, index + 1)),
      element(
        "button",
        {
          type: "button",
          class: "small-button",
          "aria-label": text.removeStretchOf(name, index + 1),
          onclick: () => {
            stretchesOfDay.splice(index, 1);
            touched();
            redraw();
          },
        },
        "×",
      ),
    );
  };

  /** The stretches of one day, with a button to add one. */
  const stretchCell = (stretchesOfDay, name, others) => {
    const cell = element("div", { class: "stretches" });
    const draw = (focus) => {
      cell.replaceChildren(
        ...(stretchesOfDay.length ? [] : [element("span", { class: "soft" }, text.closed)]),
        ...stretchesOfDay.map((each, index) => stretchRow(stretchesOfDay, index, name, () => draw("add"))),
        element(
          "button",
          {
            type: "button",
            class: "small-button",
            "data-add": "",
            "aria-label": text.addStretchOf(name),
            onclick: () => {
              const last = stretchesOfDay[stretchesOfDay.length - 1];
              stretchesOfDay.push(last ? { from: "13:00", to: "17:00" } : { from: "09:00", to: "12:00" });
              touched();
              draw("last");
            },
          },
          "+ " + text.addStretch,
        ),
        ...others,
      );
      const inputs = cell.querySelectorAll("input");
      if (focus === "last") inputs[inputs.length - 2].focus();
      else if (focus === "add") cell.querySelector("[data-add]").focus();
    };
    draw();
    return cell;
  };

  const weekTable = () => {
    const table = element("table", { class: "week" });
    const row = (name, cell) => element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, cell));
    const draw = (focused) => {
      table.replaceChildren(
        element("caption", { class: "hidden" }, text.groups.hours),
        element("tbody", {}, text.days.map((name, day) => row(name, stretchCell(grid.week[day], name, day === 0 ? [] : [above(name, day)]))), row(text.holidays, holidayCell())),
      );
      if (focused) table.querySelectorAll("tr")[focused].querySelector("[data-above]").focus();
    };
    const above = (name, day) =>
      element(
        "button",
        {
          type: "button",
          class: "small-button",
          "data-above": "",
          "aria-label": text.asAboveOf(name),
          onclick: () => {
            grid.week[day] = grid.week[day - 1].map((each) => ({ ...each }));
            touched();
            draw(day);
          },
        },
        text.asAbove,
      );
    draw();
    return table;
  };

  const holidayCell = () => {
    const place = element("div", {});
    const choice = options(element("select", { "aria-label": text.holidays }), text.holidayChoices, !grid.holidays ? "" : grid.holidays.length ? "open" : "closed");
    const draw = () => place.replaceChildren(grid.holidays && choice.value === "open" ? stretchCell(grid.holidays, text.holidays, []) : "");
    choice.addEventListener("change", () => {
      if (choice.value) grid.holidays = choice.value === "open" ? [{ from: "09:00", to: "12:00" }] : [];
      else delete grid.holidays;
      touched();
      draw();
    });
    draw();
    return element("div", { class: "stretches" }, choice, place);
  };

  /** Adds a rule for a part of the year to the other rules. */
  const season = (others) => {
    const from = element("input", { type: "text", autocomplete: "off", maxlength: 5 });
    const to = element("input", { type: "text", autocomplete: "off", maxlength: 5 });
    const hours = element("input", { type: "text", autocomplete: "off", maxlength: 60 });
    const days = text.shortDays.map((name, day) => {
      const box = element("input", { type: "checkbox", value: DAYS[day] });
      box.checked = grid.week[day].length > 0;
      return element("label", { class: "check" }, box, name);
    });
    const problem = element("p", { class: "wrong", role: "alert" });
    const dayOfYear = (typed) => {
      const parts = /^\s*([0-9]{1,2})\s*[-/. ]\s*([0-9]{1,2})\s*$/.exec(typed);
      return parts && MONTHS[parts[2] - 1] ? `${MONTHS[parts[2] - 1]} ${parts[1].padStart(2, "0")}` : null;
    };
    const add = () => {
      const begin = dayOfYear(from.value);
      const end = dayOfYear(to.value);
      const times = hours.value.trim() ? stretches(hours.value) : "off";
      const chosen = days.map((label) => label.querySelector("input")).filter((box) => box.checked).map((box) => box.value);
      problem.textContent = begin && end && times && chosen.length ? "" : text.seasonWrong;
      if (problem.textContent) {
        from.focus();
        return;
      }
      const rule = `${begin}-${end} ${chosen.length === 7 ? "" : chosen.join(",") + " "}${times}`;
      others.value = [others.value.trim(), rule].filter(Boolean).join("; ");
      grid.others = others.value;
      from.value = to.value = hours.value = "";
      touched();
      others.focus();
    };
    const form = element(
      "details",
      { class: "season" },
      element("summary", {}, text.season),
      element("div", { class: "fields" }, labelled(text.seasonFrom, from), labelled(text.seasonTo, to)),
      element("fieldset", { class: "checks" }, element("legend", {}, text.seasonDays), days),
      labelled(text.seasonHours, hours, text.seasonHoursHelp),
      problem,
      button(text.seasonAdd, add),
    );
    return withEnter(form, add);
  };

  const showGrid = () => {
    const others = element("textarea", { rows: 2, spellcheck: "false", autocomplete: "off" });
    others.value = grid.others || "";
    others.addEventListener("input", () => {
      if (others.value.trim()) grid.others = others.value;
      else delete grid.others;
      touched();
    });
    body.replaceChildren(
      weekTable(),
      season(others),
      labelled(text.otherRules, others, text.otherRulesHelp),
      element("p", { class: "buttons" }, button(text.hoursAsText, () => showText(true)), button(text.clearHours, () => showNone(true))),
    );
  };

  // ---- The text

  const showText = (focus, only) => {
    if (planned) planned();
    const field = element("textarea", { rows: 2, maxlength: 400, spellcheck: "false", autocomplete: "off" });
    pending.then(() => (field.value = written));
    const describeSoon = calmly(() => (written ? settle({ openingHours: written }) : words.replaceChildren()));
    field.addEventListener("input", () => {
      written = field.value.trim();
      describeSoon();
    });
    body.replaceChildren(
      ...(only ? [element("p", { class: "note" }, text.hoursOnlyText)] : []),
      labelled(text.hoursText, field, text.hoursTextHelp),
      element("p", { class: "buttons" }, button(text.hoursAsGrid, () => show(true)), button(text.clearHours, () => showNone(true))),
    );
    if (focus) field.focus();
  };

  const showNone = (focus) => {
    planned = null;
    turn++;
    written = "";
    wrong.textContent = invalid = "";
    words.replaceChildren();
    const start = button(text.startHours, () => {
      grid = EMPTY();
      showGrid();
      body.querySelector("[data-add]").focus();
    });
    body.replaceChildren(element("p", {}, text.noHours + " ", start));
    if (focus) start.focus();
  };

  /** Shows the hours as a grid where one can show them. */
  const show = async (focus) => {
    if (!written) {
      showNone(focus);
      return;
    }
    const described = await settle({ openingHours: written });
    if (described && described.grid) {
      grid = described.grid;
      showGrid();
      if (focus) focusFirst();
    } else {
      showText(focus, true);
    }
  };

  const focusFirst = () => {
    const first = body.querySelector("input, textarea, button");
    if (first) first.focus();
  };

  const ready = show(false);
  return {
    node,
    ready,
    /** Waits until the hours are those of the grid. */
    settled: () => {
      if (planned) planned();
      return pending;
    },
    /** Why what the grid or the text says cannot be saved; empty when it can. */
    trouble: () => invalid,
    read: () => written || null,
    write: (value) => {
      written = value || "";
      return show(false);
    },
    complain: (message) => (wrong.textContent = message || ""),
    focus: () => ready.then(focusFirst),
  };
}

/** Makes Enter in a field of a part of a form do what the part is for, rather than send the whole form. */
function withEnter(part, action) {
  part.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.tagName === "INPUT" && event.target.type !== "checkbox") {
      event.preventDefault();
      action();
    }
  });
  return part;
}

/** Days with other hours than usual: those of a point, and a form for one more. */
export function exceptionsPart(point, evidence, check) {
  const list = element("ul", { class: "plain" });
  const from = element("input", { type: "date" });
  const to = element("input", { type: "date" });
  const hours = element("input", { type: "text", autocomplete: "off", maxlength: 60 });
  const problem = element("p", { class: "wrong", role: "alert" });
  const turn = takeTurn(list);
  (async () => {
    const mine = [];
    for (let page = 1; ; page++) {
      const { body } = await ask(`/opening-exceptions?pageSize=100&page=${page}`);
      mine.push(...body.items.filter((row) => row.servicePoint === point));
      if (!body.next) break;
    }
    if (list.turn !== turn) return;
    list.replaceChildren(
      ...(mine.length ? mine.map((row) => element("li", {}, `${row.validFrom} – ${row.validTo}: ${row.hours === "off" ? text.closed : row.hours}`)) : [element("li", {}, text.noExceptions)]),
    );
  })().catch(() => clear(list));
  const add = () => {
    const times = hours.value.trim() ? stretches(hours.value) : "off";
    problem.textContent = from.value && times ? "" : text.seasonWrong;
    if (!problem.textContent) {
      check({ servicePoint: point, validFrom: from.value, validTo: to.value || from.value, hours: times, ...evidence });
    }
  };
  const part = element(
    "details",
    { class: "exceptions" },
    element("summary", {}, text.exceptions),
    list,
    element("div", { class: "fields" }, labelled(text.exceptionFrom, from), labelled(text.exceptionTo, to), labelled(text.seasonHours, hours, text.seasonHoursHelp)),
    problem,
    button(text.exceptionAdd, add),
  );
  return withEnter(part, add);
}
