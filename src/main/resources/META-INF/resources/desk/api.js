// The client of /admin/v1 (openapi.yaml), which repeats all checks. The token stays in this tab.

import { language, text } from "./texts.js";

const ADMIN = "/admin/v1";
const TOKEN = "digi-catalogue-token";

/** Who works here, and the tables of the dataset. */
export const session = { token: sessionStorage.getItem(TOKEN), myself: null, tables: [], onRefused: () => {} };

export function keepToken() {
  sessionStorage.setItem(TOKEN, session.token);
}

export function forgetToken() {
  session.token = null;
  sessionStorage.removeItem(TOKEN);
}

export class Refused extends Error {
  constructor(answer, body) {
    super(text.statuses[answer.status] || (body && body.detail) || text.away);
    this.status = answer.status;
    this.body = body || {};
  }
}

export async function ask(path, options) {
  const { headers, ...others } = options || {};
  const address = ADMIN + path + (path.includes("?") ? "&" : "?") + "lang=" + language;
  let answer;
  try {
    answer = await fetch(address, {
      ...others,
      cache: "no-store",
      headers: { Accept: "application/json", Authorization: "Bearer " + session.token, ...headers },
    });
  } catch {
    throw new Error(text.away);
  }
  const body = answer.status === 204 ? null : await answer.json().catch(() => null);
  if (answer.status === 401) session.onRefused();
  if (!answer.ok) throw new Refused(answer, body);
  return { body, tag: answer.headers.get("ETag"), status: answer.status };
}

/** Sends a JSON body; a patch is a JSON Merge Patch. */
export function send(method, path, body, tag) {
  return ask(path, {
    method,
    headers: {
      ...(tag ? { "If-Match": tag } : {}),
      ...(body ? { "Content-Type": method === "PATCH" ? "application/merge-patch+json" : "application/json" } : {}),
    },
    body: body ? JSON.stringify(body) : undefined,
  });
}

/** What the public API answers; null when it does not. */
export async function look(path) {
  const answer = await fetch(path + (path.includes("?") ? "&" : "?") + "lang=" + language, { cache: "no-store" }).catch(() => null);
  return answer && answer.ok ? answer.json() : null;
}

/** All rows of a table; null when it has more than a form can offer. */
export async function allRows(table, most = 400) {
  const rows = [];
  for (let page = 1; ; page++) {
    const { body } = await ask(`/${table}?pageSize=100&page=${page}`);
    if (body.total > most) return null;
    rows.push(...body.items);
    if (!body.next) return rows;
  }
}

export const query = (parameters) =>
  "?" + new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== ""));
export const camelCase = (column) => column.replace(/_(.)/g, (all, letter) => letter.toUpperCase());
export const shown = (value) => (value === undefined || value === null ? "" : Array.isArray(value) ? value.join("; ") : String(value));
export const mayPublish = () => session.myself.roles.includes("catalogue-publisher");
export const tableOf = (name) => session.tables.find((table) => table.name === name);
export const keyOf = (table, row) => table.schema.primaryKey.map((column) => shown(row[camelCase(column)])).join(",");
export const rowAddress = (table, key) => `/${table}/${encodeURIComponent(key)}`;

/** The table with the rows of a kind of record. */
export const tableOfType = (type) => (type === "partners" || type === "chambers" ? "organisations" : type);

export function moment(instant) {
  return new Intl.DateTimeFormat(language + "-BE", { dateStyle: "medium", timeStyle: "short", timeZone: "Europe/Brussels" }).format(
    new Date(instant),
  );
}

/** The day of today in Belgium, as 2026-11-30. */
export const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Brussels" }).format(new Date());
