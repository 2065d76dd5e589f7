// Data → the page: the head, the views, and whatever has to be drawn anew when the state changes.

import { VERSION, data } from "./data.js";
import { make, name, plural, refocus, say } from "./dom.js";
import { compareView } from "./compare.js";
import { cutsView } from "./cuts.js";
import { drawMap, mapView, projectName, recolor } from "./mapview.js";
import { matrixView } from "./matrix.js";
import { closePanel, showPanel } from "./panel.js";
import { startSearch } from "./search.js";
import { get, listen, set, start } from "./state.js";
import { tablesView } from "./tables.js";
import { whatIfView } from "./whatif.js";

/** Views by name: what they are called, what they show, and the keys of the state that change it. */
const VIEWS = {
  map: { title: "Map", render: mapView, keys: [] },
  matrix: {
    title: "Matrix",
    render: matrixView,
    keys: ["of", "kinds", "certainty", "how", "theirs", "open", "inside"],
  },
  tables: { title: "Tables", render: tablesView, keys: [] },
  cuts: { title: "Cut points", render: cutsView, keys: ["cut"] },
  ...(data.weighing ? { whatif: { title: "What if", render: whatIfView, keys: ["cut", "changes"] } } : {}),
  ...(data.compare ? { compare: { title: "Since then", render: compareView, keys: [] } } : {}),
};

function viewName() {
  return get("view") in VIEWS ? get("view") : "map";
}

function head() {
  document.title = `${projectName()} – cutpoint`;
  document.getElementById("project").replaceChildren(name(projectName()));
  const ours = data.apps.ours.filter(Boolean).length;
  const models = data.models.ours.filter((each, model) => each && !data.models.made[model]).length;
  document.getElementById("facts").textContent =
    `${plural(ours, "app")}, ${plural(models, "model")}, ${plural(data.tables.name.length, "table")}, ${plural(data.project.lines, "line")} of code; ${plural(data.accesses.path.length, "access", "accesses")}, ${(data.project.rate * 100).toFixed(1)}% of queries understood, ${plural(data.project.blind, "blind spot")}`;
  const views = document.getElementById("views");
  views.replaceChildren(
    ...Object.entries(VIEWS).map(([key, each]) =>
      make("button", { type: "button", "data-view": key, onclick: () => set({ view: key }) }, each.title),
    ),
  );
}

function showView() {
  const shown = viewName();
  for (const button of document.querySelectorAll("#views button")) {
    if (button.getAttribute("data-view") === shown) button.setAttribute("aria-current", "page");
    else button.removeAttribute("aria-current");
  }
  const main = document.getElementById("main");
  const focused =
    document.activeElement instanceof HTMLElement && main.contains(document.activeElement)
      ? document.activeElement.dataset.key
      : "";
  main.className = `view-${shown}`;
  main.replaceChildren(...VIEWS[shown].render().filter(Boolean));
  if (shown === "map") drawMap(new Set());
  if (focused) refocus(main, focused);
}

/** Light, dark, or as the system has it; it is remembered by nobody. */
function startTheme() {
  const button = document.getElementById("theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () =>
    document.documentElement.dataset.theme === "dark" || (!document.documentElement.dataset.theme && dark.matches);
  const tell = () => {
    button.textContent = isDark() ? "☀" : "☾";
    button.setAttribute("aria-label", isDark() ? "Light colors" : "Dark colors");
    button.title = button.getAttribute("aria-label");
  };
  button.addEventListener("click", () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
    tell();
    recolor();
  });
  dark.addEventListener("change", () => {
    tell();
    recolor();
  });
  tell();
}

function begin() {
  if (data.version !== VERSION) {
    document
      .getElementById("main")
      .append(
        make(
          "p",
          { class: "empty" },
          `The data of this report is of version ${data.version}, and its page reads version ${VERSION}: write it anew with one version of cutpoint.`,
        ),
      );
    return;
  }
  start();
  head();
  startTheme();
  startSearch();
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && get("sel")) closePanel();
  });
  listen((changed) => {
    if (changed.has("view")) {
      showView();
      say(`${VIEWS[viewName()].title}`);
    } else if (VIEWS[viewName()].keys.some((key) => changed.has(key))) showView();
    else if (viewName() === "map") drawMap(changed);
    if (changed.has("sel") || (get("sel") && changed.size)) showPanel();
  });
  showView();
  showPanel();
  document.documentElement.dataset.ready = "true";
}

begin();
