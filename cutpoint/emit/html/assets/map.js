// The graph as a map that is drawn by Cytoscape: places come from `arrange`, and who looks at it walks by mouse or by keys.

import { arrange, shortLabel } from "./arrange.js";
import { say } from "./dom.js";
import { MANY_LINES, STYLES, bendOf, colorOf, drawnOf, stylesheet, widthOf } from "./drawing.js";
import { weightOf } from "./graph.js";
import { choose, toggleOpen } from "./panel.js";
import { get } from "./state.js";

/** The map in a place of the page. */
export class PictureMap {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    // @ts-ignore - the library stands before this script.
    this.cy = cytoscape({
      container: place,
      style: stylesheet(),
      layout: { name: "preset" },
      autoungrabify: true,
      boxSelectionEnabled: false,
      minZoom: 0.08,
      maxZoom: 3,
      autounselectify: true,
    });
    this.at = "";
    this.cy.on("tap", "node", (event) => choose(`node\t${event.target.id()}`));
    this.cy.on("dbltap", "node", (event) => toggleIfOpens(event.target));
    this.cy.on("tap", "edge", (event) =>
      choose(`line\t${event.target.data("source")}\t${event.target.data("target")}`),
    );
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
      return {
        group: "nodes",
        data: {
          id: node.id,
          label: shortLabel(node),
          parent: node.parent && drawn.nodes.has(node.parent) ? node.parent : undefined,
          width: box.width,
          height: box.height,
        },
        position: parents.has(node.id) ? undefined : { x: box.x, y: box.y },
        classes: `${node.kind}${small}${node.ours ? "" : " theirs"}`,
      };
    });
    const many = drawn.lines.length > MANY_LINES ? "many" : "";
    const lines = drawn.lines.map((line) => ({
      group: "edges",
      classes: many,
      data: {
        id: `${line.source}\n${line.target}`,
        source: line.source,
        target: line.target,
        count: String(weightOf(line)),
        cutLabel: `✂ ${weightOf(line)}`,
        width: widthOf(line),
        color: colorOf(line, graph.of),
        style: STYLES[line.certainty],
        bend: bendOf(boxes.get(line.source), boxes.get(line.target)),
      },
    }));
    this.boxes = boxes;
    this.drawn = drawn;
    this.cy.batch(() => {
      this.cy.elements().remove();
      this.cy.add([...nodes, ...lines]);
      // A box with few things in it is as wide as its name.
      for (const id of parents)
        if (id)
          this.cy.getElementById(id).style({ "min-width": boxes.get(id).width, "min-height": boxes.get(id).height });
    });
    this.mark();
    if (fit) this.fit();
    return drawn;
  }

  fit() {
    this.cy.resize();
    this.cy.fit(undefined, 28);
    if (this.cy.zoom() > 1.45) {
      this.cy.zoom(1.45);
      this.cy.center();
    }
  }

  /** @param {number} factor */
  zoom(factor) {
    this.cy.zoom({
      level: this.cy.zoom() * factor,
      renderedPosition: { x: this.cy.width() / 2, y: this.cy.height() / 2 },
    });
  }

  restyle() {
    this.cy.style(stylesheet());
    this.cy.edges().forEach((edge) =>
      edge.data(
        "color",
        colorOf(
          this.drawn.lines.find((line) => line.source === edge.data("source") && line.target === edge.data("target")),
          this.graph.of,
        ),
      ),
    );
  }

  /** Marks what is chosen and the ways that are asked for. */
  mark() {
    const [kind, one, other] = get("sel").split("\t");
    this.cy.batch(() => {
      this.cy.elements().removeClass("chosen cut lit dim");
      if (this.ways) {
        const ids = new Set([...this.ways.lines].map((line) => `${line.source}\n${line.target}`));
        const cut = new Set(this.ways.cut.map((line) => `${line.source}\n${line.target}`));
        this.cy.nodes().forEach((node) => {
          node.toggleClass("dim", !this.ways.nodes.has(node.id()) && !node.isParent());
        });
        this.cy.edges().forEach((edge) => {
          edge.toggleClass("dim", !ids.has(edge.id()));
          edge.toggleClass("cut", cut.has(edge.id()));
        });
      }
      if (kind === "node") this.cy.getElementById(one).addClass("chosen");
      if (kind === "line") this.cy.getElementById(`${one}\n${other}`).addClass("chosen");
    });
    if (!this.ways) this.light(null);
  }

  /** Lets everything step back but a node or line and what it touches; what is chosen stays lit. */
  light(element) {
    const [kind, one, other] = get("sel").split("\t");
    const lasting =
      kind === "node"
        ? this.cy.getElementById(one)
        : kind === "line"
          ? this.cy.getElementById(`${one}\n${other}`)
          : null;
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
