// The graph as a map that is drawn by Cytoscape: colors come from the style sheet, places from `arrange`.

import { KIND_WORDS } from "./data.js";
import { color, plural, say } from "./dom.js";
import { strandsOf, weightOf } from "./graph.js";
import { arrange, shortLabel } from "./arrange.js";
import { choose, toggleOpen } from "./panel.js";
import { get } from "./state.js";
import { MOST_LINES, MOST_NODES } from "./viewed.js";

/** The variable of the style sheet for each kind of line. */
const COLORS = { write: "--write", read: "--read", join: "--join", module: "--import", function: "--join", typing: "--read", call: "--import", later: "--join", task: "--write" };
const MANY_LINES = 60;
const STYLES = ["solid", "dashed", "dotted"];

/** @param {import("./graph.js").Graph} graph @returns {{lines: import("./graph.js").Line[], nodes: Map<string, any>, left: number}} What is drawn of it. */
export function drawnOf(graph) {
  let nodes = graph.nodes;
  if (nodes.size > MOST_NODES) {
    const weights = new Map();
    for (const line of graph.lines) for (const id of [line.source, line.target]) weights.set(id, (weights.get(id) || 0) + weightOf(line));
    const ranked = [...nodes.values()].sort((one, other) => (weights.get(other.id) || 0) - (weights.get(one.id) || 0) || other.weight - one.weight || (one.id < other.id ? -1 : 1));
    const kept = new Set(ranked.slice(0, MOST_NODES).map((node) => node.id));
    for (const id of [...kept]) for (let node = nodes.get(id); node.parent; node = nodes.get(node.parent)) kept.add(node.parent);
    nodes = new Map([...nodes].filter(([id]) => kept.has(id)));
  }
  const possible = graph.lines.filter((line) => nodes.has(line.source) && nodes.has(line.target));
  const lines = [...possible].sort((one, other) => weightOf(other) - weightOf(one)).slice(0, MOST_LINES);
  return { nodes, lines, left: graph.lines.length - lines.length };
}

/** The color of a line. @param {import("./graph.js").Line} line @param {string} of */
export function colorOf(line, of) {
  return color(COLORS[strandsOf(line, of)[0].kind] || "--relation");
}

/** How thick a line is. @param {import("./graph.js").Line} line */
export function widthOf(line) {
  return 1.2 + Math.log2(weightOf(line)) * 0.7;
}

function stylesheet() {
  const font = "system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif";
  return [
    { selector: "node", style: { shape: "round-rectangle", width: "data(width)", height: "data(height)", label: "data(label)", "text-valign": "center", "text-halign": "center", "font-family": font, "font-size": 14, "font-weight": 600, color: color("--ink"), "background-color": color("--card"), "border-width": 1.5, "border-color": color("--edge-of-card"), "text-events": "no" } },
    { selector: "node.small", style: { "font-size": 11.5, "font-weight": 400 } },
    { selector: "node.table", style: { shape: "barrel" } },
    { selector: "node.theirs", style: { "background-color": color("--paper"), color: color("--quiet"), "border-style": "dashed" } },
    { selector: ":parent", style: { "background-color": color("--inside"), "background-opacity": 0.75, "text-valign": "top", "text-margin-y": 22, "border-color": color("--edge-of-card"), padding: 0, "compound-sizing-wrt-labels": "exclude" } },
    { selector: "edge", style: { width: "data(width)", "line-color": "data(color)", "target-arrow-color": "data(color)", "target-arrow-shape": "triangle", "arrow-scale": 0.9, "line-style": "data(style)", "line-dash-pattern": [7, 4], "curve-style": "unbundled-bezier", "control-point-distances": "data(bend)", "control-point-weights": 0.5, opacity: 0.62, label: "data(count)", "font-family": font, "font-size": 10.5, color: color("--ink"), "text-background-color": color("--paper"), "text-background-opacity": 0.9, "text-background-padding": 2, "text-background-shape": "round-rectangle", "min-zoomed-font-size": 7 } },
    // Where there are many, each steps back, and says its number when it is asked.
    { selector: "edge.many", style: { opacity: 0.38, label: "" } },
    { selector: "edge.many.lit, edge.many.chosen", style: { label: "data(count)" } },
    { selector: ".dim", style: { opacity: 0.1 } },
    { selector: "node.dim", style: { opacity: 0.35 } },
    { selector: "edge.lit", style: { opacity: 1, "z-index": 10 } },
    { selector: "node.lit", style: { "border-color": color("--accent"), "border-width": 2.5 } },
    { selector: ".chosen", style: { opacity: 1, "border-color": color("--accent"), "border-width": 3.5, "z-index": 11 } },
    { selector: "edge.chosen", style: { width: 5, "z-index": 11 } },
    { selector: "edge.cut", style: { "line-color": color("--accent"), "target-arrow-color": color("--accent"), "line-style": "solid", width: 4.5, opacity: 1, label: "data(cutLabel)", "font-weight": 700 } },
    { selector: "node.at", style: { "overlay-color": color("--accent"), "overlay-opacity": 0.14, "overlay-padding": 6 } },
  ];
}

/**
 * How far a line bows out: by its length, so that it goes around what stands between its ends, and never from within them.
 * @param {import("./arrange.js").Box} one @param {import("./arrange.js").Box} other
 */
function bendOf(one, other) {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const length = Math.hypot(dx, dy) || 1;
  const usual = Math.abs(dy) < 30 ? Math.max(46, length * 0.22) : Math.max(16, length * 0.09);
  const isInside = (box, bend) => {
    const [x, y] = [(one.x + other.x) / 2 - (dy / length) * bend, (one.y + other.y) / 2 + (dx / length) * bend];
    return Math.abs(x - box.x) < box.width / 2 + 6 && Math.abs(y - box.y) < box.height / 2 + 6;
  };
  for (let bend = usual; bend < 12 * usual + 400; bend += 12) {
    for (const each of [bend, -bend]) if (!isInside(one, each) && !isInside(other, each)) return each;
  }
  return usual;
}

/** The map in a place of the page. */
export class PictureMap {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    // @ts-ignore - the library stands before this script.
    this.cy = cytoscape({ container: place, style: stylesheet(), layout: { name: "preset" }, autoungrabify: true, boxSelectionEnabled: false, minZoom: 0.08, maxZoom: 3, autounselectify: true });
    this.at = "";
    this.cy.on("tap", "node", (event) => choose(`node\t${event.target.id()}`));
    this.cy.on("dbltap", "node", (event) => toggleIfOpens(event.target));
    this.cy.on("tap", "edge", (event) => choose(`line\t${event.target.data("source")}\t${event.target.data("target")}`));
    this.cy.on("tap", (event) => event.target === this.cy && choose(""));
    this.cy.on("mouseover", "node, edge", (event) => this.light(event.target));
    this.cy.on("mouseout", "node, edge", () => this.light(null));
    place.addEventListener("keydown", (event) => this.key(event));
    place.addEventListener("focus", () => this.walk(this.cy.getElementById(this.at).length ? this.at : this.first()));
    place.addEventListener("blur", () => this.cy.nodes().removeClass("at"));
  }

  /** Draws what is given, and keeps what was looked at in sight. @param {import("./graph.js").Graph} graph @param {any} ways @param {boolean} fit */
  draw(graph, ways, fit) {
    this.graph = graph;
    this.ways = ways;
    const drawn = drawnOf(graph);
    const boxes = arrange(drawn.nodes);
    const parents = new Set([...drawn.nodes.values()].map((node) => node.parent));
    const nodes = [...drawn.nodes.values()].map((node) => {
      const box = boxes.get(node.id);
      const small = node.kind === "app" || node.kind === "service" ? "" : " small";
      return { group: "nodes", data: { id: node.id, label: shortLabel(node), parent: node.parent && drawn.nodes.has(node.parent) ? node.parent : undefined, width: box.width, height: box.height }, position: parents.has(node.id) ? undefined : { x: box.x, y: box.y }, classes: `${node.kind}${small}${node.ours ? "" : " theirs"}` };
    });
    const many = drawn.lines.length > MANY_LINES ? "many" : "";
    const lines = drawn.lines.map((line) => ({
      group: "edges",
      classes: many,
      data: { id: `${line.source}\n${line.target}`, source: line.source, target: line.target, count: String(weightOf(line)), cutLabel: `✂ ${weightOf(line)}`, width: widthOf(line), color: colorOf(line, graph.of), style: STYLES[line.certainty], bend: bendOf(boxes.get(line.source), boxes.get(line.target)) },
    }));
    this.boxes = boxes;
    this.drawn = drawn;
    this.cy.batch(() => {
      this.cy.elements().remove();
      this.cy.add([...nodes, ...lines]);
      // A box with few things in it is as wide as its name.
      for (const id of parents) if (id) this.cy.getElementById(id).style({ "min-width": boxes.get(id).width, "min-height": boxes.get(id).height });
    });
    this.mark();
    if (fit) this.fit();
    return drawn;
  }

  fit() {
    this.cy.resize();
    this.cy.fit(undefined, 28);
    if (this.cy.zoom() > 1.15) {
      this.cy.zoom(1.15);
      this.cy.center();
    }
  }

  /** @param {number} factor */
  zoom(factor) {
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: { x: this.cy.width() / 2, y: this.cy.height() / 2 } });
  }

  restyle() {
    this.cy.style(stylesheet());
    this.cy.edges().forEach((edge) => edge.data("color", colorOf(this.drawn.lines.find((line) => line.source === edge.data("source") && line.target === edge.data("target")), this.graph.of)));
  }

  /** Marks what is chosen and the ways that are asked for. */
  mark() {
    const [kind, one, other] = get("sel").split("\t");
    this.cy.batch(() => {
      this.cy.elements().removeClass("chosen cut lit dim");
      if (this.ways) {
        const ids = new Set([...this.ways.lines].map((line) => `${line.source}\n${line.target}`));
        const cut = new Set(this.ways.cut.map((line) => `${line.source}\n${line.target}`));
        this.cy.nodes().forEach((node) => { node.toggleClass("dim", !this.ways.nodes.has(node.id()) && !node.isParent()); });
        this.cy.edges().forEach((edge) => { edge.toggleClass("dim", !ids.has(edge.id())); edge.toggleClass("cut", cut.has(edge.id())); });
      }
      if (kind === "node") this.cy.getElementById(one).addClass("chosen");
      if (kind === "line") this.cy.getElementById(`${one}\n${other}`).addClass("chosen");
    });
    if (!this.ways) this.light(null);
  }

  /** Lets everything step back but a node or line and what it touches; what is chosen stays lit. */
  light(element) {
    const [kind, one, other] = get("sel").split("\t");
    const lasting = kind === "node" ? this.cy.getElementById(one) : kind === "line" ? this.cy.getElementById(`${one}\n${other}`) : null;
    const center = element || (lasting && lasting.length ? lasting : null);
    if (this.ways) return;
    this.cy.batch(() => {
      this.cy.elements().removeClass("lit dim");
      if (!center) return;
      let near = center.isNode() ? center.union(center.descendants()).connectedEdges() : center;
      near = near.union(near.connectedNodes()).union(center);
      near = near.union(near.ancestors()).union(center.isNode() ? center.descendants() : near.connectedNodes());
      this.cy.elements().not(near).addClass("dim");
      near.addClass("lit");
    });
  }

  first() {
    const node = this.cy.nodes().first();
    return node.length ? node.id() : "";
  }

  /** Leads to a node, and says it. @param {string} id */
  walk(id) {
    const node = this.cy.getElementById(id);
    if (!node.length) return;
    this.at = id;
    this.cy.nodes().removeClass("at");
    node.addClass("at");
    this.light(node);
    const out = this.drawn.lines.filter((line) => line.source === id).length;
    const into = this.drawn.lines.filter((line) => line.target === id).length;
    say(`${this.graph.nodes.get(id).label}, needs ${out}, needed by ${into}`);
    const box = node.renderedBoundingBox();
    if (box.x1 < 0 || box.y1 < 0 || box.x2 > this.cy.width() || box.y2 > this.cy.height()) this.cy.center(node);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (event.key in directions) this.step(directions[event.key]);
    else if (event.key === "Enter") toggleIfOpens(this.cy.getElementById(this.at));
    else if (event.key === " ") choose(`node\t${this.at}`);
    else if (event.key === "+" || event.key === "=") this.zoom(1.25);
    else if (event.key === "-") this.zoom(0.8);
    else if (event.key === "0") this.fit();
    else return;
    event.preventDefault();
  }

  /** To the nearest node in a direction. @param {number[]} direction */
  step([right, down]) {
    const here = this.cy.getElementById(this.at);
    if (!here.length) return this.walk(this.first());
    const from = here.position();
    let best = "";
    let least = Infinity;
    this.cy.nodes().forEach((node) => {
      const { x, y } = node.position();
      const along = (x - from.x) * right + (y - from.y) * down;
      const aside = Math.abs((x - from.x) * down) + Math.abs((y - from.y) * right);
      if (node.id() === this.at || along <= 1) return;
      if (along + 2 * aside < least) [least, best] = [along + 2 * aside, node.id()];
    });
    if (best) this.walk(best);
  }
}

function toggleIfOpens(node) {
  if (node.length && (node.hasClass("app") || node.hasClass("service"))) toggleOpen(node.id());
}

/** What a line says in words. @param {import("./graph.js").Line} line @param {string} of */
export function lineWords(line, of) {
  return strandsOf(line, of).map((strand) => `${KIND_WORDS[strand.kind]} in ${plural(strand.places.size, "place")}`).join(", ");
}
