// What is looked at: the graph, kinds of lines, certainty, direct or implicit, and what an opened app shows.

import { CERTAINTIES, GRAPHS, KINDS, KIND_WORDS } from "./data.js";
import { make, refocus } from "./dom.js";
import { get, set } from "./state.js";
import { chosenKinds, viewed } from "./viewed.js";

function option(value, label, chosen) {
  return make("option", { value, selected: value === chosen }, label);
}

function choice(label, key, options) {
  const select = make(
    "select",
    { "data-key": key, onchange: (event) => set({ [key]: event.target.value }) },
    options.map(([value, said]) => option(value, said, get(key))),
  );
  return make("label", {}, make("span", {}, label), select);
}

/** An empty form for filters. */
export function filterForm() {
  return make("form", { class: "filters", "aria-label": "Filters", onsubmit: (event) => event.preventDefault() });
}

/** Fills *form* with what the state says, and leaves the focus where it is. @param {HTMLElement} form @param {HTMLElement[]} further */
export function fillFilters(form, further) {
  const focused =
    document.activeElement instanceof HTMLElement && form.contains(document.activeElement)
      ? document.activeElement.dataset.key
      : null;
  const kinds = chosenKinds();
  const toggles = KINDS[get("of")].map((kind) =>
    make(
      "label",
      { class: `chip ${kind}` },
      make("input", {
        type: "checkbox",
        checked: kinds.has(kind),
        "data-key": `kind-${kind}`,
        onchange: () => {
          const next = new Set(kinds);
          if (!next.delete(kind)) next.add(kind);
          set({ kinds: next.size ? KINDS[get("of")].filter((each) => next.has(each)).join(",") : "-" });
        },
      }),
      KIND_WORDS[kind],
    ),
  );
  form.replaceChildren(
    make(
      "fieldset",
      {},
      make("legend", { class: "hidden" }, "Graph"),
      make(
        "div",
        { class: "tabs" },
        Object.entries(GRAPHS).map(([of, said]) =>
          make(
            "label",
            {},
            make("input", {
              type: "radio",
              name: "of",
              value: of,
              checked: get("of") === of,
              "data-key": `of-${of}`,
              onchange: () => set({ of, kinds: "" }),
            }),
            make("span", {}, said),
          ),
        ),
      ),
    ),
    make("fieldset", { class: "chips" }, make("legend", { class: "hidden" }, "Kinds of lines"), toggles),
    ...(get("of") === "queries" || get("of") === "calls"
      ? [
          choice(
            "Certainty",
            "certainty",
            CERTAINTIES.map((each, at) => [each, at ? `${each} and surer` : each]),
          ),
        ]
      : []),
    ...(get("of") === "queries"
      ? [
          choice("Way", "how", [
            ["all", "direct and implicit"],
            ["direct", "direct only"],
            ["implicit", "implicit only"],
          ]),
        ]
      : []),
    choice("Inside of apps", "inside", [
      ["model", "models"],
      ["table", "tables"],
      ["module", "modules"],
    ]),
    make(
      "label",
      { class: "chip" },
      make("input", {
        type: "checkbox",
        checked: get("theirs") === "1",
        "data-key": "theirs",
        onchange: (event) => set({ theirs: event.target.checked ? "1" : "" }),
      }),
      "third-party apps",
    ),
    ...further,
  );
  if (focused) refocus(form, focused);
}

/** The two ends that ways are asked for. */
export function waysFields() {
  const nodes = [...viewed().nodes.values()].sort((one, other) => (one.label < other.label ? -1 : 1));
  const select = (key, label) =>
    make(
      "label",
      {},
      make("span", {}, label),
      make(
        "select",
        { "data-key": key, onchange: (event) => set({ [key]: event.target.value }) },
        option("", "…", get(key)),
        nodes.map((node) => option(node.id, node.label, get(key))),
      ),
    );
  return make("div", { class: "ways" }, select("from", "Why does"), select("to", "need"));
}
