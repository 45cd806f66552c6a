// A report of a visitor: what it says, and the decision.

import { ask, query, send } from "./api.js";
import { button, element, labelled, status } from "./dom.js";
import { codeName, columnName, text } from "./texts.js";

export const readReport = (number) => ask("/reports/" + number);

/** The decision on a report, with the correction that it leads to, if any. */
export const decide = ({ number, tag, reply }, decision, edit, parameters) =>
  send("PATCH", `/reports/${number}` + query(parameters || {}), { status: decision, ...(reply() ? { reply: reply() } : {}), ...(edit ? { edit } : {}) }, tag);

/** A report above the form of its record. Its reply is sent with the decision, whichever way that is taken. */
export function reportPart({ body, tag }, done) {
  const reply = element("textarea", { rows: 2, maxlength: 1000 });
  const said = status();
  const report = { number: body.number, tag, reply: () => reply.value.trim(), missing: !body.record };
  const close = async (decision) => {
    said.textContent = text.busy;
    try {
      await decide(report, decision);
      done(text.decided[decision]);
    } catch (fault) {
      said.textContent = fault.status === 412 ? text.reportChanged : fault.message;
    }
  };
  const line = (label, content) => content && element("p", {}, element("strong", {}, label), " ", element("span", { class: "typed" }, content));
  const node = element(
    "div",
    { class: "note report" },
    element("h4", {}, text.reportTitle(body.number)),
    line(columnName("field") + ":", body.field && columnName(body.field)),
    line(text.wrote, body.message || codeName(body.problem)),
    line(text.suggested, body.suggestion),
    element("p", {}, report.missing ? text.reportMissingHelp : text.reportHelp),
    labelled(text.reply, reply, text.replyHelp),
    element("p", { class: "buttons" }, button(text.accept, () => close("accepted")), button(text.decline, () => close("declined"))),
    said,
  );
  return { ...report, node };
}
