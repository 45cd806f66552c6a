// The page for curators: signing in, and its parts.

import { ask, forgetToken, keepToken, session } from "./api.js";
import { button, element, labelled, section, status } from "./dom.js";
import { bundleSection } from "./files.js";
import { historySection } from "./history.js";
import { published, recordSection } from "./records.js";
import { text } from "./texts.js";
import { worklistSection } from "./worklist.js";

const root = document.getElementById("beheer");

function signOut(why) {
  forgetToken();
  showSignIn(why);
  root.querySelector("input").focus();
}

session.onRefused = () => signOut(text.refused);

function showSignIn(why) {
  const field = element("input", { type: "password", autocomplete: "off", spellcheck: "false", required: true });
  const said = status();
  const form = element(
    "form",
    {
      onsubmit: (event) => {
        event.preventDefault();
        session.token = field.value.trim();
        enter(said);
      },
    },
    labelled(text.token, field, text.tokenHelp),
    element("button", { class: "button" }, text.signIn),
    said,
  );
  root.replaceChildren(form);
  if (why) said.textContent = why;
}

async function enter(said) {
  said.textContent = text.busy;
  try {
    session.myself = (await ask("")).body;
    session.tables = (await ask("/datapackage.json")).body.resources.filter((resource) => resource.schema);
    keepToken();
    showWork();
  } catch (fault) {
    if (fault.status !== 401) said.textContent = fault.message;
  }
}

function showWork() {
  const roles = session.myself.roles.map((role) => text.roles[role] || role).join(", ");
  const greeting = element("p", { tabindex: -1 }, text.signedIn(session.myself.name, roles) + " ");
  published.clear();
  root.replaceChildren(
    element("div", { class: "signed-in" }, greeting, button(text.signOut, () => signOut())),
    element(
      "nav",
      { "aria-label": text.parts },
      element(
        "ul",
        { class: "plain parts" },
        [["werk", text.work], ["gegeven", text.one], ["bestand", text.bundle], ["geschiedenis", text.history]].map(([id, title]) => element("li", {}, element("a", { href: `#${id}-title` }, title))),
      ),
    ),
    section("werk", text.work, worklistSection()),
    section("gegeven", text.one, recordSection()),
    section("bestand", text.bundle, bundleSection()),
    section("geschiedenis", text.history, historySection()),
  );
  greeting.focus();
}

showSignIn();
if (session.token) enter(root.querySelector("[role=status]"));
