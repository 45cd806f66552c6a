// A whole file: trying it, seeing what it would change, publishing it.

import { ask, mayPublish, query } from "./api.js";
import { propose } from "./changes.js";
import { clear, complain, element, labelled } from "./dom.js";
import { refreshHistory } from "./history.js";
import { text } from "./texts.js";

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export function bundleSection() {
  const file = element("input", { type: "file", accept: ".xlsx,.zip", required: true });
  const place = element("div", { class: "proposal" });
  // A shown proposal must be the one that gets published.
  const forget = () => clear(place);
  file.addEventListener("change", forget);
  const mode = (value, label) => {
    const choice = element("input", { type: "radio", name: "mode", value, onchange: forget });
    choice.checked = value === "merge";
    return element("label", { class: "check" }, choice, label);
  };
  const form = element(
    "form",
    {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        const bundle = file.files[0];
        const chosen = form.querySelector("[name=mode]:checked").value;
        complain(file, bundle ? "" : text.chooseFile);
        if (!bundle) {
          file.focus();
          return;
        }
        propose(place, {
          title: bundle.name,
          may: mayPublish(),
          removals: chosen === "replace",
          send: (parameters) =>
            ask("/publications" + query({ mode: chosen, ...parameters }), {
              method: "POST",
              headers: { "Content-Type": bundle.name.toLowerCase().endsWith(".zip") ? "application/zip" : WORKBOOK },
              body: bundle,
            }),
          done: refreshHistory,
        });
      },
    },
    element("p", {}, text.take + " ", element("a", { href: "/v1/dataset.xlsx" }, text.workbook), ", ", element("a", { href: "/v1/dataset.zip" }, text.zip)),
    labelled(text.file, file),
    element("fieldset", { class: "checks" }, element("legend", {}, text.mode), mode("merge", text.keepRow), mode("replace", text.removeRow)),
    element("button", { class: "button" }, text.tryIt),
  );
  return [form, place];
}
