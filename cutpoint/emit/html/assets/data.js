// The data of the page, decoded: columns of numbers that speak of each other, and of one table of texts.

/** The version of data that these modules read. */
export const VERSION = 1;

/** @type {any} Everything that the page was given; see page.py. */
export const data = JSON.parse(document.getElementById("data").textContent || "{}");

/**
 * The text with a number; the empty one for 0.
 * @param {number} number
 * @returns {string}
 */
export function text(number) {
  return data.strings[number];
}

export const CERTAINTIES = ["proved", "inferred", "possible"];
export const ACTIONS = ["read", "insert", "update", "delete"];
export const CALLS = ["call", "later", "task"];

/** Kinds of lines of each graph, the gravest first; as in cutpoint.domain.picture. */
export const KINDS = {
  queries: ["write", "read", "join"],
  imports: ["module", "function", "typing"],
  models: ["fk", "o2o", "m2m", "parent", "generic_relation"],
  calls: ["call", "later", "task"],
};

export const GRAPHS = { queries: "Queries", imports: "Imports", models: "Relations", calls: "Calls" };

/** What a kind says in a sentence. */
export const KIND_WORDS = {
  write: "writes",
  read: "reads",
  join: "joins",
  module: "imports at start",
  function: "imports in functions",
  typing: "imports for typing",
  fk: "foreign keys",
  o2o: "one-to-one",
  m2m: "many-to-many",
  parent: "inheritance",
  generic_relation: "generic",
  call: "calls",
  later: "calls after commit",
  task: "tasks",
};

/** @param {number} app @returns {string} */
export function appLabel(app) {
  return app < 0 ? "code outside of apps" : text(data.apps.label[app]);
}

/** @param {number} model @returns {string} */
export function modelLabel(model) {
  return text(data.models.label[model]);
}

/** @param {number} table @returns {string} */
export function tableName(table) {
  return table < 0 ? "a table that is not known" : text(data.tables.name[table]);
}

/**
 * The lines of an excerpt around a place: [line, text] each.
 * @param {number} path @param {number} line
 * @returns {[number, string][]}
 */
export function excerpt(path, line) {
  const flat = data.excerpts[String(path)] || [];
  /** @type {[number, string][]} */
  const found = [];
  for (let at = 0; at < flat.length; at += 2) {
    if (Math.abs(flat[at] - line) <= 2) found.push([flat[at], text(flat[at + 1])]);
  }
  return found;
}

/**
 * The address that the link template gives for a place; empty when there is no template.
 * @param {number} path @param {number} line
 */
export function linkTo(path, line) {
  const template = text(data.link);
  if (!template) return "";
  const encode = (part) => part.split("/").map(encodeURIComponent).join("/");
  return template
    .replaceAll("{root}", () => encode(text(data.project.root)))
    .replaceAll("{path}", () => encode(text(path)))
    .replaceAll("{line}", () => String(Math.max(1, line)));
}
