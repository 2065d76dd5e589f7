// What changed since a revision: lines that are new, gone, more or less, and models and shared tables that came or went.

import { GRAPHS, KIND_WORDS, data, text } from "./data.js";
import { count, make, name, table } from "./dom.js";

/** @returns {HTMLElement[]} */
export function compareView() {
  const { name: revision, lines, models, shared } = data.compare;
  const more = lines.filter(([, , , , before, after]) => after > before);
  const less = lines.filter(([, , , , before, after]) => after < before);
  return [
    make("h2", {}, "Since ", name(text(revision))),
    make("p", {}, `${count(more.length)} lines are new or heavier, ${count(less.length)} are lighter or gone.`),
    linesTable("New and heavier", more, "Nothing needs more than it did."),
    linesTable("Lighter and gone", less, "Nothing needs less than it did."),
    listed("Models that are new", models.new),
    listed("Models that are gone", models.gone),
    listed("Tables that several apps write now", shared.new),
    listed("Tables that one app at most writes now", shared.gone),
  ];
}

function linesTable(title, lines, empty) {
  if (!lines.length) return make("p", { class: "quiet" }, empty);
  const ordered = [...lines].sort((one, other) => Math.abs(other[5] - other[4]) - Math.abs(one[5] - one[4]));
  const rows = ordered.map(([of, kind, source, target, before, after]) => [
    [name(text(source)), " → ", name(text(target))],
    GRAPHS[of],
    KIND_WORDS[kind] || kind,
    before,
    after,
    make(
      "span",
      { class: after > before ? "loss" : "gain" },
      `${after > before ? "+" : "−"}${count(Math.abs(after - before))}`,
    ),
  ]);
  return make(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": title },
    table(title, ["line", "graph", "kind", "then", "now", "change"], rows, { class: "wide" }),
  );
}

function listed(title, names) {
  if (!names.length) return null;
  return make(
    "section",
    {},
    make("h3", {}, title, " ", make("span", { class: "count" }, count(names.length))),
    make(
      "ul",
      { class: "columns" },
      names.map((each) => make("li", {}, name(text(each), "mono"))),
    ),
  );
}
