// One need after the other: its place, what happens there, how that is known, and the lines around it.

import {
  ACTIONS,
  CALLS,
  CERTAINTIES,
  KIND_WORDS,
  appLabel,
  data,
  excerpt,
  linkTo,
  modelLabel,
  tableName,
  text,
} from "./data.js";
import { make, name } from "./dom.js";

/** `path:line`, as a link where the page knows an address. @param {number} path @param {number} line */
export function placeLink(path, line) {
  const said = `${text(path)}:${line}`;
  const address = linkTo(path, line);
  if (!address) return make("code", { class: "place" }, make("bdi", {}, said));
  return make(
    "a",
    { class: "place", href: address, rel: "noreferrer noopener", target: "_blank" },
    make("bdi", {}, said),
  );
}

/** The lines around a place, the one that is meant marked. @param {number} path @param {number} line */
export function excerptOf(path, line) {
  const lines = excerpt(path, line);
  if (!lines.length) return null;
  const margin = Math.min(
    ...lines.map(([, content]) => (content.trim() ? content.length - content.trimStart().length : 99)),
  );
  return make(
    "pre",
    { class: "excerpt", tabindex: "0", role: "group", "aria-label": `Source around line ${line}` },
    lines.map(([number, content]) =>
      make(
        "code",
        number === line ? { class: "meant", "aria-current": "true" } : {},
        make("span", { class: "at" }, String(number).padStart(4)),
        ` ${content.slice(margin)}\n`,
      ),
    ),
  );
}

function badge(certainty) {
  return make("span", { class: `badge ${CERTAINTIES[certainty]}` }, CERTAINTIES[certainty]);
}

/** An access with all that is known of it. @param {number} at @returns {HTMLElement} */
export function accessEntry(at) {
  const all = data.accesses;
  const chain = all.chain[at] || [];
  const steps = [];
  for (let step = 0; step < chain.length; step += 3) {
    steps.push(make("li", {}, placeLink(chain[step], chain[step + 1]), " ", name(text(chain[step + 2]), "quiet")));
  }
  const cause = all.cause[at];
  if (cause) steps.push(make("li", {}, "because of ", placeLink(cause[0], cause[1])));
  const joins = all.joins[at] || [];
  const joined = [];
  for (let join = 0; join < joins.length; join += 3)
    joined.push(`${tableName(joins[join])} by ${text(joins[join + 1])}`);
  return make(
    "li",
    { class: "need" },
    make("div", { class: "head" }, placeLink(all.path[at], all.line[at]), badge(all.certainty[at])),
    make(
      "div",
      {},
      make("strong", { class: all.action[at] ? "write" : "read" }, ACTIONS[all.action[at]]),
      " ",
      name(tableName(all.table[at])),
      make(
        "span",
        { class: "quiet" },
        ` by ${text(all.via[at])}${all.implicit[at] ? ", implicit" : ""}${all.loop[at] ? ", in a loop" : ""}`,
      ),
    ),
    make("div", { class: "quiet" }, "in ", name(text(all.function[at])), " of ", name(appLabel(all.app[at]))),
    joined.length ? make("div", { class: "quiet" }, "joins ", name(joined.join(", "))) : null,
    all.because[at] ? make("div", { class: "quiet" }, name(text(all.because[at]))) : null,
    steps.length ? make("ol", { class: "chain", "aria-label": "How it comes to this" }, steps) : null,
    excerptOf(all.path[at], all.line[at]),
  );
}

function entry(path, line, ...said) {
  return make(
    "li",
    { class: "need" },
    make("div", { class: "head" }, placeLink(path, line)),
    make("div", {}, said),
    excerptOf(path, line),
  );
}

/** A need of any graph. @param {string} of @param {number} at @returns {HTMLElement} */
export function needEntry(of, at) {
  if (of === "queries") return accessEntry(at);
  if (of === "imports") {
    const all = data.imports;
    const modules = data.modules.name;
    return entry(
      all.path[at],
      all.line[at],
      name(text(modules[all.importer[at]])),
      " imports ",
      name(text(modules[all.imported[at]])),
      make("span", { class: "quiet" }, ` (${KIND_WORDS[text(all.scope[at])]})`),
    );
  }
  if (of === "models") {
    const all = data.relations;
    const deletes = text(all.on_delete[at]);
    return entry(
      all.path[at],
      all.line[at],
      name(`${modelLabel(all.model[at])}.${text(all.name[at])}`),
      " points at ",
      name(modelLabel(all.to[at])),
      make("span", { class: "quiet" }, ` (${KIND_WORDS[text(all.kind[at])]}${deletes ? `, ${deletes}` : ""})`),
    );
  }
  const all = data.calls;
  return entry(
    all.path[at],
    all.line[at],
    name(text(all.from[at])),
    " calls ",
    name(text(all.to[at])),
    make("span", { class: "quiet" }, ` (${KIND_WORDS[CALLS[all.when[at]]]})`),
  );
}

/** The place of a need, by which entries are ordered: as reports do. @param {string} of @param {number} at @returns {[string, number]} */
export function placeOf(of, at) {
  const all = { queries: data.accesses, imports: data.imports, models: data.relations, calls: data.calls }[of];
  return [text(all.path[at]), all.line[at]];
}
