/*! Digi Catalogue: digibanks, digihubs and Voka offices as elements for any website. Apache-2.0. */
(() => {
  "use strict";

  // Without these features the element keeps showing its content: a link.
  if (!window.customElements || !("adoptedStyleSheets" in Document.prototype)) return;

  // A module has no currentScript. A site may add a query to the URL.
  const script =
    document.currentScript || [...document.scripts].find((one) => /\/embed\/v1[-.\w]*(\?|$)/.test(one.src));
  if (!script) return;
  const SERVICE = new URL(script.src).origin;

  const LANGUAGES = ["nl", "fr", "de", "en"];
  const PATIENCE_MS = 15000;

  const SHEET = new CSSStyleSheet();
  SHEET.replaceSync(`
    :host {
      display: block;
      color: var(--digi-color, inherit);
      background: var(--digi-background, transparent);
      font: var(--digi-font, inherit);
      line-height: 1.5;
    }
    :host([hidden]) { display: none; }
    * { box-sizing: border-box; }
    a { color: var(--digi-accent, LinkText); text-underline-offset: 0.15em; }
    p, ul, ol, dl, fieldset { margin: 0; padding: 0; border: 0; }
    ul, ol { list-style: none; }
    form { display: grid; gap: 0.75rem; margin-block-end: 1rem; }
    label, legend { font-weight: 600; }
    .line { display: flex; flex-wrap: wrap; gap: 0.5rem; }
    input[type="search"] {
      flex: 1 1 10rem;
      min-width: 0;
      min-height: 2.75rem;
      padding: 0.25rem 0.75rem;
      color: inherit;
      background: var(--digi-field-background, Field);
      font: inherit;
      border: 1px solid var(--digi-border, GrayText);
      border-radius: var(--digi-radius, 0.25rem);
    }
    button {
      min-height: 2.75rem;
      padding: 0.25rem 1.25rem;
      color: var(--digi-accent-text, ButtonText);
      background: var(--digi-accent, ButtonFace);
      font: inherit;
      font-weight: 600;
      border: 1px solid var(--digi-accent, ButtonBorder);
      border-radius: var(--digi-radius, 0.25rem);
      cursor: pointer;
    }
    :focus-visible { outline: 3px solid var(--digi-focus, currentColor); outline-offset: 2px; }
    summary { min-height: 2.75rem; display: flex; align-items: center; gap: 0.5rem; cursor: pointer; }
    summary::before { content: "+"; inline-size: 1em; font-weight: 700; }
    [open] > summary::before { content: "\\2212"; }
    .choices { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
    .choices label { display: flex; align-items: center; gap: 0.5rem; min-height: 2.75rem; font-weight: 400; }
    input[type="checkbox"] { inline-size: 1.25rem; block-size: 1.25rem; accent-color: var(--digi-accent, auto); }
    [part="status"] { margin-block-end: 0.5rem; }
    [part~="item"] {
      padding-block: 0.75rem;
      border-block-start: 1px solid var(--digi-border, GrayText);
      overflow-wrap: anywhere;
    }
    [part~="name"] { font-weight: 700; }
    [part~="distance"], [part~="note"] { opacity: 0.8; }
    [part~="links"] { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
    [part~="links"] a { display: inline-flex; align-items: center; min-height: 2.75rem; }
    [part~="group"] { margin-block: 1rem 0.25rem; font-weight: 700; }
    [part~="more"] { margin-block-start: 0.5rem; }
    [part="origin"] { margin-block-start: 1rem; font-size: 0.875em; }
    .state::before { content: "\\25CF\\2002"; }
    .state-closed::before, .state-likely-closed::before { content: "\\25CB\\2002"; }
    .state-unknown::before { content: "?\\2002"; }
    .state-likely-open::before { content: "\\25D0\\2002"; }
  `);

  const TEXTS = {
    nl: {
      where: "Postcode of gemeente",
      search: "Zoek",
      filters: "Wat zoekt u?",
      openNow: "Nu open",
      busy: "Even zoeken…",
      found: (count, total) => (count < total ? `${count} van ${total} digipunten` : total === 1 ? "1 digipunt" : `${total} digipunten`),
      none: "Niets voldoet aan alle voorwaarden. Dit komt het dichtst in de buurt:",
      nothing: "Niets gevonden.",
      more: "Meer tonen",
      metres: (metres) => `op ${metres}`,
      inTown: (town) => `in ${town}`,
      aboutInTown: (town, metres) => `in ${town}, op ongeveer ${metres}`,
      open: "Nu open",
      openUntil: (when) => `Open tot ${when}`,
      closed: "Gesloten",
      opensAt: (when) => `Gesloten, opent ${when}`,
      opens: (when) => `Opent ${when}`,
      likely: { open: (hours) => `Waarschijnlijk open, ${hours}`, closed: (hours) => `Waarschijnlijk gesloten, ${hours}` },
      hoursOf: (date) => `uren van ${date}`,
      hoursUndated: "datum van de uren niet bekend",
      unknown: "Openingsuren niet bekend",
      first: (words, step) => `${words}: ${step}`,
      callFirst: "bel eerst",
      siteFirst: "kijk eerst op de website",
      mailFirst: "mail eerst",
      nearer: "Misschien is dichterbij ook iets open.",
      call: (number) => `Bel ${number}`,
      mail: "Mail",
      route: "Route",
      website: "Website",
      card: "Bewaar contact",
      calendar: "Uren in agenda",
      leads: "Trekker",
      partners: "Kennispartners",
      office: "Voka-kantoor",
      ended: (when) => `Dit project liep tot ${when}.`,
      site: "Alles over digibanken en digihubs",
      ambiguous: "Welke plaats bedoelt u?",
      unknownPlace: "Die postcode of gemeente kennen we niet in Vlaanderen of Brussel.",
      missing: "Dit bestaat niet (meer) in de catalogus.",
      late: "Dat lukt nu niet. Probeer het straks opnieuw.",
      noHub: "In dit gebied liep geen digihub.",
      again: "Opnieuw proberen",
      report: "Klopt dit niet? Meld het",
    },
    fr: {
      where: "Code postal ou commune",
      search: "Chercher",
      filters: "Que cherchez-vous ?",
      openNow: "Ouvert maintenant",
      busy: "Recherche en cours…",
      found: (count, total) => (count < total ? `${count} points sur ${total}` : total === 1 ? "1 point numérique" : `${total} points numériques`),
      none: "Rien ne remplit toutes les conditions. Voici ce qui s'en approche le plus :",
      nothing: "Rien trouvé.",
      more: "Afficher plus",
      metres: (metres) => `à ${metres}`,
      inTown: (town) => `à ${town}`,
      aboutInTown: (town, metres) => `à ${town}, à environ ${metres}`,
      open: "Ouvert maintenant",
      openUntil: (when) => `Ouvert jusqu'à ${when}`,
      closed: "Fermé",
      opensAt: (when) => `Fermé, ouvre ${when}`,
      opens: (when) => `Ouvre ${when}`,
      likely: { open: (hours) => `Probablement ouvert, ${hours}`, closed: (hours) => `Probablement fermé, ${hours}` },
      hoursOf: (date) => `heures anciennes (${date})`,
      hoursUndated: "date des heures inconnue",
      unknown: "Heures d'ouverture inconnues",
      first: (words, step) => `${words} : ${step}`,
      callFirst: "téléphonez d'abord",
      siteFirst: "consultez d'abord le site web",
      mailFirst: "écrivez d'abord un e-mail",
      nearer: "Quelque chose est peut-être ouvert plus près.",
      call: (number) => `Appeler le ${number}`,
      mail: "E-mail",
      route: "Itinéraire",
      website: "Site web",
      card: "Enregistrer le contact",
      calendar: "Heures dans l'agenda",
      leads: "Chef de file",
      partners: "Partenaires de connaissance",
      office: "Bureau Voka",
      ended: (when) => `Ce projet s'est terminé le ${when}.`,
      site: "Tout sur les digibanks et les digihubs",
      ambiguous: "Quel lieu voulez-vous dire ?",
      unknownPlace: "Nous ne connaissons pas ce code postal ou cette commune en Flandre ou à Bruxelles.",
      missing: "Cela n'existe pas (ou plus) dans le catalogue.",
      late: "Cela ne fonctionne pas pour le moment. Réessayez plus tard.",
      noHub: "Il n'y avait pas de digihub dans cette région.",
      again: "Réessayer",
      report: "Une erreur ? Signalez-la",
    },
    de: {
      where: "Postleitzahl oder Gemeinde",
      search: "Suchen",
      filters: "Was suchen Sie?",
      openNow: "Jetzt geöffnet",
      busy: "Suche läuft…",
      found: (count, total) => (count < total ? `${count} von ${total} Digipunkten` : total === 1 ? "1 Digipunkt" : `${total} Digipunkte`),
      none: "Nichts erfüllt alle Bedingungen. Das kommt am nächsten:",
      nothing: "Nichts gefunden.",
      more: "Mehr anzeigen",
      metres: (metres) => `in ${metres}`,
      inTown: (town) => `in ${town}`,
      aboutInTown: (town, metres) => `in ${town}, etwa ${metres} entfernt`,
      open: "Jetzt geöffnet",
      openUntil: (when) => `Geöffnet bis ${when}`,
      closed: "Geschlossen",
      opensAt: (when) => `Geschlossen, öffnet ${when}`,
      opens: (when) => `Öffnet ${when}`,
      likely: { open: (hours) => `Wahrscheinlich geöffnet, ${hours}`, closed: (hours) => `Wahrscheinlich geschlossen, ${hours}` },
      hoursOf: (date) => `alte Zeiten (${date})`,
      hoursUndated: "Datum der Zeiten nicht bekannt",
      unknown: "Öffnungszeiten nicht bekannt",
      first: (words, step) => `${words}: ${step}`,
      callFirst: "bitte vorher anrufen",
      siteFirst: "bitte vorher auf der Website nachsehen",
      mailFirst: "bitte vorher eine E-Mail schreiben",
      nearer: "Vielleicht ist auch etwas geöffnet, das näher ist.",
      call: (number) => `${number} anrufen`,
      mail: "E-Mail",
      route: "Route",
      website: "Website",
      card: "Kontakt speichern",
      calendar: "Zeiten im Kalender",
      leads: "Leitung",
      partners: "Wissenspartner",
      office: "Voka-Büro",
      ended: (when) => `Dieses Projekt lief bis zum ${when}.`,
      site: "Alles über Digibanken und Digihubs",
      ambiguous: "Welchen Ort meinen Sie?",
      unknownPlace: "Diese Postleitzahl oder Gemeinde kennen wir in Flandern oder Brüssel nicht.",
      missing: "Das gibt es im Katalog nicht (mehr).",
      late: "Das geht gerade nicht. Versuchen Sie es später noch einmal.",
      noHub: "In diesem Gebiet gab es keinen Digihub.",
      again: "Noch einmal versuchen",
      report: "Stimmt das nicht? Melden Sie es",
    },
    en: {
      where: "Postal code or municipality",
      search: "Search",
      filters: "What are you looking for?",
      openNow: "Open now",
      busy: "Searching…",
      found: (count, total) => (count < total ? `${count} of ${total} places` : total === 1 ? "1 place" : `${total} places`),
      none: "Nothing meets all conditions. The closest matches:",
      nothing: "Nothing found.",
      more: "Show more",
      metres: (metres) => `${metres} away`,
      inTown: (town) => `in ${town}`,
      aboutInTown: (town, metres) => `in ${town}, about ${metres} away`,
      open: "Open now",
      openUntil: (when) => `Open until ${when}`,
      closed: "Closed",
      opensAt: (when) => `Closed, opens ${when}`,
      opens: (when) => `Opens ${when}`,
      likely: { open: (hours) => `Probably open, ${hours}`, closed: (hours) => `Probably closed, ${hours}` },
      hoursOf: (date) => `hours of ${date}`,
      hoursUndated: "date of the hours not known",
      unknown: "Opening hours not known",
      first: (words, step) => `${words}: ${step}`,
      callFirst: "call first",
      siteFirst: "check the website first",
      mailFirst: "e-mail first",
      nearer: "Something nearer may be open too.",
      call: (number) => `Call ${number}`,
      mail: "E-mail",
      route: "Route",
      website: "Website",
      card: "Save contact",
      calendar: "Hours in calendar",
      leads: "Led by",
      partners: "Knowledge partners",
      office: "Voka office",
      ended: (when) => `This project ran until ${when}.`,
      site: "Everything about digibanks and digihubs",
      ambiguous: "Which place do you mean?",
      unknownPlace: "We do not know that postal code or municipality in Flanders or Brussels.",
      missing: "This does not exist in the catalogue (any more).",
      late: "That does not work right now. Try again later.",
      noHub: "There was no digihub in this area.",
      again: "Try again",
      report: "Is this wrong? Tell us",
    },
  };

  const KINDS = {
    university: ["Universiteit", "Université", "Universität", "University"],
    "university-college": ["Hogeschool", "Haute école", "Hochschule", "University of applied sciences"],
    "research-centre": ["Onderzoekscentrum", "Centre de recherche", "Forschungszentrum", "Research centre"],
    cluster: ["Cluster", "Cluster", "Cluster", "Cluster"],
    campus: ["Campus", "Campus", "Campus", "Campus"],
    hospital: ["Ziekenhuis", "Hôpital", "Krankenhaus", "Hospital"],
    "government-agency": ["Overheidsinstelling", "Organisme public", "Behörde", "Government agency"],
  };

  /** Creates an element. Data is inserted as text, never as markup. */
  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes || {})) {
      if (value === true) made.setAttribute(attribute, "");
      else if (value || value === 0) made.setAttribute(attribute, value);
    }
    made.append(...children.flat().filter((child) => child || child === 0));
    return made;
  };

  const link = (address, text, part) => {
    try {
      const { protocol } = new URL(address);
      return ["http:", "https:", "tel:", "mailto:"].includes(protocol)
        ? element("a", { href: address, part: part || "link" }, text)
        : null;
    } catch {
      return null;
    }
  };

  const telephone = (number, text) => number && link("tel:" + number.replace(/[^+\d]/g, ""), text.call(number));

  const address = (where) => {
    if (!where) return "";
    const street = [where.street || where.site, where.street && where.houseNumber].filter(Boolean).join(" ");
    const town = [where.postalCode, where.municipality && where.municipality.name].filter(Boolean).join(" ");
    return [street, town].filter(Boolean).join(", ");
  };

  const words = (list) => (list || "").split(/[\s,]+/).filter(Boolean);

  /** An error of a request, with the details that the service gives. */
  class Refused extends Error {
    constructor(status, problem) {
      super("status " + status);
      this.status = status;
      this.issues = (problem && problem.issues) || [];
    }
  }

  const serviceLabels = new Map();

  class DigiElement extends HTMLElement {
    #asking;
    #renewing = false;
    #status;
    #body;

    constructor() {
      super();
      this.attachShadow({ mode: "open" }).adoptedStyleSheets = [SHEET];
    }

    connectedCallback() {
      this.#renew();
    }

    attributeChangedCallback() {
      if (this.isConnected) this.#renew();
    }

    disconnectedCallback() {
      if (this.#asking) this.#asking.abort();
    }

    /** Handles several attribute changes at once as one change. */
    #renew() {
      if (this.#renewing) return;
      this.#renewing = true;
      queueMicrotask(() => {
        this.#renewing = false;
        if (!this.isConnected) return;
        this.#status = element("p", { part: "status", role: "status", "aria-live": "polite" });
        this.#body = element("div", { part: "body" });
        this.shadowRoot.replaceChildren();
        this.shadowRoot.append(
          element(
            "div",
            { lang: this.language, part: "frame" },
            this.form(),
            this.#status,
            this.#body,
            element("p", { part: "origin" }, link(this.page("/"), this.text.site)),
          ),
        );
        this.begin();
      });
    }

    /** The language of the element, else that of its ancestors, else Dutch. */
    get language() {
      for (let at = this; at; at = at.parentElement || (at.getRootNode() || {}).host) {
        const said = (at.getAttribute("lang") || "").toLowerCase().split("-")[0];
        if (said) return LANGUAGES.includes(said) ? said : "nl";
      }
      return "nl";
    }

    get text() {
      return TEXTS[this.language];
    }

    /** To the form with which anybody tells that something is wrong. */
    report(type, { id }) {
      return link(`${this.page("/melden")}?type=${type}&id=${encodeURIComponent(id)}`, this.text.report);
    }

    /** A page of the service in the same language. */
    page(path) {
      return SERVICE + (this.language === "nl" ? "" : "/" + this.language) + path;
    }

    form() {
      return null;
    }

    /** What the website gives as the place to begin with. */
    get given() {
      return this.getAttribute("near") || this.getAttribute("postal-code") || this.getAttribute("place") || "";
    }

    /** The field for what a visitor types: a postal code, the name of a town, or both. */
    placeForm(...others) {
      const field = element("input", {
        type: "search",
        id: "where",
        name: "where",
        part: "input",
        autocomplete: "postal-code",
        required: true,
        value: this.given,
      });
      const form = element(
        "form",
        { part: "form", role: "search" },
        element("label", { for: "where" }, this.text.where),
        element("div", { class: "line" }, field, element("button", { part: "button" }, this.text.search)),
        ...others,
      );
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.search();
      });
      return form;
    }

    get where() {
      const field = this.shadowRoot.getElementById("where");
      return { near: field ? field.value.trim() : this.given };
    }

    async ask(path, parameters) {
      const address = new URL(path, SERVICE);
      for (const [name, values] of Object.entries(parameters || {})) {
        for (const value of [values].flat()) address.searchParams.append(name, value);
      }
      address.searchParams.set("lang", this.language);
      const answer = await fetch(address, { credentials: "omit", signal: this.#asking.signal });
      const body = await answer.json();
      if (!answer.ok) throw new Refused(answer.status, body);
      return body;
    }

    /** Sends the request, shows the result and announces it to screen readers. The latest request wins. */
    async show(question, draw) {
      if (this.#asking) this.#asking.abort();
      const asking = (this.#asking = new AbortController());
      const late = setTimeout(() => asking.abort(), PATIENCE_MS);
      this.#status.textContent = this.text.busy;
      try {
        const answer = await question();
        if (asking !== this.#asking) return;
        this.#body.replaceChildren();
        this.#status.textContent = draw(answer, this.#body) || "";
      } catch (fault) {
        if (asking === this.#asking) this.#excuse(fault, () => this.show(question, draw));
      } finally {
        clearTimeout(late);
      }
    }

    #excuse(fault, again) {
      const places = (fault.issues || []).filter((one) => one.name === "near");
      const issue = places.find((one) => (one.candidates || []).length);
      // A visitor who uses the element may have scrolled past the status.
      if (this.shadowRoot.activeElement) this.#status.scrollIntoView({ block: "nearest" });
      this.#body.replaceChildren();
      if (issue) {
        this.#status.textContent = this.text.ambiguous;
        this.#body.append(
          element(
            "div",
            { class: "line", part: "candidates" },
            issue.candidates.map((candidate) => {
              const button = element("button", { type: "button", part: "button" }, candidate.value);
              button.addEventListener("click", () => this.choose(candidate.value));
              return button;
            }),
          ),
        );
        return;
      }
      const ours = fault.status >= 400 && fault.status < 500 && fault.status !== 429;
      if (ours) {
        const missing = fault.status === 404 || fault.issues.some((one) => one.name === "province");
        this.#status.textContent = missing ? this.text.missing : places.length ? this.text.unknownPlace : this.text.late;
        const detail = (fault.issues || []).map((one) => one.detail).filter(Boolean).join(" ");
        if (detail) this.#body.append(element("p", { part: "note" }, detail));
      } else {
        this.#status.textContent = this.text.late;
        const button = element("button", { type: "button", part: "button" }, this.text.again);
        button.addEventListener("click", again);
        this.#body.append(button);
      }
      this.#body.append(element("slot"));
    }

    choose(place) {
      const field = this.shadowRoot.getElementById("where");
      if (field) {
        field.value = place;
        field.focus();
        this.search();
      } else {
        this.setAttribute("near", place);
      }
    }

    moment(instant) {
      const then = new Date(instant);
      const soon = then - Date.now() < 18 * 3600 * 1000 && then.getDate() === new Date().getDate();
      return new Intl.DateTimeFormat(this.language + "-BE", {
        timeZone: "Europe/Brussels",
        hour: "numeric",
        minute: "2-digit",
        ...(soon ? {} : { weekday: "short", day: "numeric", month: "short" }),
      }).format(then);
    }

    day(date) {
      return new Intl.DateTimeFormat(this.language + "-BE", { timeZone: "UTC", dateStyle: "long" }).format(new Date(date));
    }

    /** A year, a month or a day. */
    date(date) {
      if (date.length === 4) return date;
      if (date.length === 10) return this.day(date);
      const month = { timeZone: "UTC", year: "numeric", month: "long" };
      return new Intl.DateTimeFormat(this.language + "-BE", month).format(new Date(date));
    }

    /** How far a place is, or the town in which it is somewhere. */
    away({ distanceMetres, distanceUncertainMetres, address }) {
      if (!distanceMetres && !distanceUncertainMetres) return null;
      const { metres, inTown, aboutInTown } = this.text;
      const distance = this.distance(distanceMetres);
      const town = distanceUncertainMetres && address.municipality.name;
      const words = !town ? metres(distance) : distanceMetres <= distanceUncertainMetres ? inTown(town) : aboutInTown(town, distance);
      return element("span", { part: "distance" }, " " + words);
    }

    distance(metres) {
      const far = metres >= 1000;
      return new Intl.NumberFormat(this.language + "-BE", {
        style: "unit",
        unit: far ? "kilometer" : "meter",
        maximumFractionDigits: far ? 1 : 0,
      }).format(far ? metres / 1000 : metres);
    }
  }

  class DigibankFinder extends DigiElement {
    static observedAttributes = ["lang", "near", "postal-code", "place", "services", "open-now", "limit"];

    #services;

    get #size() {
      const limit = Number.parseInt(this.getAttribute("limit"), 10);
      return limit >= 1 && limit <= 50 ? limit : 5;
    }

    form() {
      const now = element("input", { type: "checkbox", name: "now", checked: this.hasAttribute("open-now") });
      this.#services = element("div", { class: "choices" });
      this.#offer();
      return this.placeForm(
        element(
          "details",
          { part: "filters", open: this.hasAttribute("services") || this.hasAttribute("open-now") },
          element("summary", {}, this.text.filters),
          element("fieldset", {}, this.#services),
          element("div", { class: "choices" }, element("label", {}, now, this.text.openNow)),
        ),
      );
    }

    /** Shows the filters for services, once they have been loaded. */
    async #offer() {
      const language = this.language;
      const place = this.#services;
      if (!serviceLabels.has(language)) {
        serviceLabels.set(
          language,
          fetch(`${SERVICE}/v1/services?lang=${language}`, { credentials: "omit" })
            .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Refused(answer.status))))
            .then((answer) => answer.items),
        );
      }
      try {
        const wanted = words(this.getAttribute("services"));
        const services = await serviceLabels.get(language);
        place.append(
          ...services.map((service) =>
            element(
              "label",
              {},
              element("input", {
                type: "checkbox",
                name: "service",
                value: service.code,
                checked: wanted.includes(service.code),
              }),
              service.label,
            ),
          ),
        );
      } catch {
        // The search works without these filters.
        serviceLabels.delete(language);
      }
    }

    begin() {
      if (this.given) this.search();
    }

    search() {
      const boxes = [...this.#services.querySelectorAll("input")];
      const service = boxes.length
        ? boxes.filter((box) => box.checked).map((box) => box.value)
        : words(this.getAttribute("services"));
      const now = this.shadowRoot.querySelector("input[name=now]").checked;
      const question = { ...this.where, service, pageSize: this.#size, ...(now ? { openNow: true } : {}) };
      this.#list(question, 1, []);
    }

    /** Points that meet all conditions but one; beside what was found, those nearer that only older hours say are open. */
    #closest(alternatives, body) {
      for (const alternative of alternatives) {
        body.append(
          element("p", { part: "group" }, alternative.explanation),
          element("ol", { part: "list" }, alternative.items.map((point) => this.#point(point))),
        );
      }
    }

    #list(question, page, before, nearer = []) {
      this.show(
        () => this.ask("/v1/service-points", { ...question, page }),
        (answer, body) => {
          const points = before.concat(answer.items);
          if (points.length) {
            const list = element("ol", { part: "list" }, points.map((point) => this.#point(point)));
            body.append(list);
            nearer = nearer.concat(answer.alternatives || []);
            if (answer.next) {
              const more = element("button", { type: "button", part: "button more" }, this.text.more);
              more.addEventListener("click", () => this.#list(question, page + 1, points, nearer));
              body.append(more);
            }
            this.#closest(nearer, body);
            if (before.length) list.children[before.length].querySelector("a").focus();
            const found = this.text.found(points.length, answer.total);
            return nearer.length ? `${found}. ${this.text.nearer}` : found;
          }
          this.#closest(answer.alternatives || [], body);
          return (answer.alternatives || []).length ? this.text.none : this.text.nothing;
        },
      );
    }

    #point(point) {
      const here = address(point.address);
      const to = point.location.precision === "address" ? `${point.location.lat},${point.location.lon}` : here;
      return element(
        "li",
        { part: "item" },
        element(
          "p",
          {},
          link(this.page("/digibanken/" + encodeURIComponent(point.id)), point.name, "name link"),
          this.away(point),
        ),
        here && element("p", { part: "address" }, here),
        this.#opening(point),
        point.openingHoursText && element("p", { part: "hours" }, point.openingHoursText),
        element(
          "p",
          { part: "links" },
          telephone(point.phone, this.text),
          point.address.street && link("https://www.openstreetmap.org/directions?to=" + encodeURIComponent(to), this.text.route),
          point.website && link(point.website, this.text.website),
          !point.phone && point.email && link("mailto:" + point.email, this.text.mail),
          point.openingHours && link(`${SERVICE}/export/service-points/${point.id}.ics?lang=${this.language}`, this.text.calendar),
          this.report("service-points", point),
        ),
      );
    }

    #opening(point) {
      const opening = point.opening;
      const older = !opening.opensAt && opening.accordingTo;
      const say = {
        open: () => (opening.closesAt ? this.text.openUntil(this.moment(opening.closesAt)) : this.text.open),
        closed: () => (opening.opensAt ? this.text.opensAt(this.moment(opening.opensAt)) : this.text.closed),
        unknown: () => (opening.opensAt ? this.text.opens(this.moment(opening.opensAt)) : this.#first(point, this.text.unknown)),
      }[opening.state];
      // Sites that style unknown hours style these too.
      const parts = ["opening", "opening-" + opening.state, older && "opening-likely-" + older.state];
      return element(
        "p",
        {
          part: parts.filter(Boolean).join(" "),
          class: "state state-" + (older ? "likely-" + older.state : opening.state),
        },
        older ? this.#first(point, this.text.likely[older.state](this.#hoursOf(point))) : say(),
        !older && opening.why && element("span", { part: "note" }, " " + opening.why),
      );
    }

    #hoursOf(point) {
      if ((point.undated || []).includes("openingHours")) return this.text.hoursUndated;
      const known = (point.knownOn || {}).openingHours || "";
      // A year or month is later than a day within it.
      const newest = known && known + "~" > (point.verifiedOn || "") ? known : point.verifiedOn;
      return newest ? this.text.hoursOf(this.date(newest)) : this.text.hoursUndated;
    }

    /** Words, and behind them what to do first: call, or look or write where no number is known. */
    #first(point, words) {
      const { callFirst, siteFirst, mailFirst } = this.text;
      const step = (point.phone && callFirst) || (point.website && siteFirst) || (point.email && mailFirst);
      return step ? this.text.first(words, step) : words;
    }
  }

  /** A Voka office as an item of a list. */
  const office = (one, at) =>
    element(
      "li",
      { part: "item" },
      element(
        "p",
        {},
        link(at.page("/voka/" + encodeURIComponent(one.id)), one.name, "name link"),
        at.away(one),
      ),
      address(one.address) && element("p", { part: "address" }, address(one.address)),
      element(
        "p",
        { part: "links" },
        telephone(one.phone, at.text),
        one.email && link("mailto:" + one.email, at.text.mail),
        one.website && link(one.website, at.text.website),
        link(`${SERVICE}/export/voka-offices/${one.id}.vcf?lang=${at.language}`, at.text.card),
        at.report("voka-offices", one),
      ),
    );

  class DigihubPartners extends DigiElement {
    static observedAttributes = ["lang", "near", "postal-code", "place", "province"];

    form() {
      return this.hasAttribute("province") ? null : this.placeForm();
    }

    begin() {
      if (this.hasAttribute("province") || this.given) this.search();
    }

    search() {
      const province = this.getAttribute("province");
      this.show(
        async () => {
          if (!province) return this.ask("/v1/guide", this.where);
          const [consortium, partners] = await Promise.all([
            this.ask("/v1/consortia/" + encodeURIComponent(province)),
            this.ask("/v1/partners", { province, pageSize: 100 }),
          ]);
          return { consortium, partners: partners.items, vokaOffices: [] };
        },
        (answer, body) => {
          const { consortium } = answer;
          if (!consortium) {
            body.append(
              element("p", {}, answer.remark || this.text.noHub),
              element("ul", { part: "list" }, answer.vokaOffices.slice(0, 1).map((one) => office(one, this))),
            );
            return "";
          }
          body.append(
            element(
              "p",
              {},
              link(this.page("/digihubs/" + consortium.province.id), consortium.name, "name link"),
            ),
            consortium.validTo && consortium.ended
              ? element("p", { part: "note" }, this.text.ended(this.day(consortium.validTo)))
              : "",
            element("p", { part: "group" }, this.text.leads),
            element("ul", { part: "list" }, consortium.leads.map((lead) => element("li", { part: "item" }, lead.name))),
            element("p", { part: "group" }, this.text.partners),
            element("ul", { part: "list" }, answer.partners.map((partner) => this.#partner(partner))),
          );
          if (answer.vokaOffices.length) {
            body.append(
              element("p", { part: "group" }, this.text.office),
              element("ul", { part: "list" }, office(answer.vokaOffices[0], this)),
            );
          }
          return "";
        },
      );
    }

    #partner(partner) {
      const kind = (KINDS[partner.kind] || [])[LANGUAGES.indexOf(this.language)];
      return element(
        "li",
        { part: "item" },
        element("span", { part: "name" }, (partner.website && link(partner.website, partner.name)) || partner.name),
        kind && element("span", { part: "note" }, " (" + kind + ")"),
      );
    }
  }

  class VokaOffice extends DigiElement {
    static observedAttributes = ["lang", "near", "postal-code", "place", "office"];

    form() {
      return this.hasAttribute("office") ? null : this.placeForm();
    }

    begin() {
      if (this.hasAttribute("office") || this.given) this.search();
    }

    search() {
      const id = this.getAttribute("office");
      this.show(
        async () =>
          id
            ? [await this.ask("/v1/voka-offices/" + encodeURIComponent(id))]
            : (await this.ask("/v1/guide", this.where)).vokaOffices.slice(0, 1),
        (offices, body) => {
          body.append(element("ul", { part: "list" }, offices.map((one) => office(one, this))));
          return offices.length ? "" : this.text.nothing;
        },
      );
    }
  }

  for (const [name, type] of [
    ["digibank-finder", DigibankFinder],
    ["digihub-partners", DigihubPartners],
    ["voka-office", VokaOffice],
  ]) {
    if (!customElements.get(name)) customElements.define(name, type);
  }
})();
