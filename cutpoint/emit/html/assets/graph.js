// What needs what at the level that is open: every need is counted at the node that stands for its end.

import { CALLS, CERTAINTIES, KINDS, data, text } from "./data.js";

/**
 * @typedef {{id: string, kind: string, index: number, label: string, parent: string | null, weight: number, ours: boolean}} Node
 * @typedef {{kind: string, places: Set<number>, direct: Set<number>, needs: number[]}} Strand
 * @typedef {{source: string, target: string, strands: Map<string, Strand>, certainty: number, weakest: number}} Line
 * @typedef {{of: string, kinds: Set<string>, certainty: number, how: string, theirs: boolean, inside: string, open: Set<string>}} View
 * @typedef {{nodes: Map<string, Node>, lines: Line[], of: string}} Graph
 */

/** How many lines a file can have before two places look alike. */
const LINES = 4194304;

/** @param {Line} line @returns {number} Places, of all kinds together. */
export function weightOf(line) {
  let sum = 0;
  for (const strand of line.strands.values()) sum += strand.places.size;
  return sum;
}

/** @param {Line} line @param {string} of @returns {Strand[]} The gravest kind first. */
export function strandsOf(line, of) {
  return KINDS[of].filter((kind) => line.strands.has(kind)).map((kind) => line.strands.get(kind));
}

const { apps, models, modules, services, tables } = data;

/** The models of each app that have rows of their own, and its modules. */
const held = apps.label.map(() => ({ models: [], modules: [], tables: [] }));
models.label.forEach((_, model) => {
  const app = models.app[model];
  if (app < 0) return;
  if (!models.made[model]) held[app].models.push(model);
  if (models.table[model] >= 0 && data.tables.model[models.table[model]] === model)
    held[app].tables.push(models.table[model]);
});
modules.name.forEach((_, module) => {
  if (modules.app[module] >= 0 && modules.role[module] === 0) held[modules.app[module]].modules.push(module);
});

/** What lies in an app. @param {number} app */
export function insideOf(app) {
  return held[app];
}

/** @param {number} app @returns {string} */
export function serviceId(app) {
  return `service:${text(services.name[apps.service[app]])}`;
}

/** Which node stands for an end, at what is open. */
class Places {
  /** @param {View} view */
  constructor(view) {
    this.view = view;
    /** @type {Map<string, Node>} */
    this.nodes = new Map();
  }

  /** @param {string} kind @param {string} label @param {Omit<Node, "id" | "kind" | "label">} rest */
  node(kind, label, rest) {
    const id = `${kind}:${label}`;
    if (!this.nodes.has(id)) this.nodes.set(id, { id, kind, label, ...rest });
    return id;
  }

  /** @param {number} service */
  service(service) {
    const label = text(services.name[service]);
    const own = apps.service.map((each, app) => (each === service ? app : -1)).filter((app) => app >= 0);
    const weight = own.reduce((sum, app) => sum + held[app].models.length, 0);
    return this.node("service", label, {
      index: service,
      parent: null,
      weight,
      ours: own.some((app) => apps.ours[app]),
    });
  }

  /** @param {number} app */
  app(app) {
    const label = text(apps.label[app]);
    const parent = services.configured ? this.service(apps.service[app]) : null;
    return this.node("app", label, {
      index: app,
      parent,
      weight: held[app].models.length,
      ours: Boolean(apps.ours[app]),
    });
  }

  isOpen(id) {
    return this.view.open.has(id);
  }

  /** @param {number} service @param {number} app @returns {string | null} */
  container(service, app) {
    if (
      services.configured &&
      service >= 0 &&
      (service !== apps.service[app] || !this.isOpen(`service:${text(services.name[service])}`))
    ) {
      return this.service(service);
    }
    return app < 0 ? null : this.app(app);
  }

  /** @param {number} module @param {number} app @param {number} service @returns {string | null} */
  code(module, app, service) {
    const around = this.container(service, app);
    if (around === null || !around.startsWith("app:") || !this.isOpen(around)) return around;
    if (this.view.inside !== "module" || module < 0 || modules.app[module] !== app) return around;
    return this.module(module);
  }

  /** @param {number} module */
  module(module) {
    const weight = 1;
    return this.node("module", text(modules.name[module]), {
      index: module,
      parent: this.app(modules.app[module]),
      weight,
      ours: true,
    });
  }

  /** @param {number} model @returns {string | null} */
  rows(model) {
    if (model < 0 || models.app[model] < 0) return null;
    const around = this.container(models.service[model], models.app[model]);
    if (around === null || !around.startsWith("app:") || !this.isOpen(around)) return around;
    if (this.view.inside === "module") return models.module[model] >= 0 ? this.module(models.module[model]) : around;
    if (this.view.inside === "table") return models.table[model] >= 0 ? this.table(models.table[model]) : around;
    return this.model(model);
  }

  /** @param {number} model */
  model(model) {
    const rest = {
      index: model,
      parent: this.app(models.app[model]),
      weight: models.columns[model],
      ours: Boolean(models.ours[model]),
    };
    return this.node("model", text(models.label[model]), rest);
  }

  /** @param {number} table */
  table(table) {
    const model = tables.model[table];
    const rest = {
      index: table,
      parent: this.app(models.app[model]),
      weight: models.columns[model],
      ours: Boolean(models.ours[model]),
    };
    return this.node("table", text(tables.name[table]), rest);
  }

  /** Everything of ours that is to be seen whether a line leads there or not. */
  own() {
    apps.label.forEach((_, app) => {
      if (!apps.ours[app]) return;
      const around = this.container(apps.service[app], app);
      if (around === null || !around.startsWith("app:") || !this.isOpen(around)) return;
      if (this.view.inside === "module") held[app].modules.forEach((module) => this.module(module));
      else if (this.view.inside === "table") held[app].tables.forEach((table) => this.table(table));
      else held[app].models.forEach((model) => this.model(model));
    });
  }
}

/**
 * The graph at what is open.
 * @param {View} view
 * @returns {Graph}
 */
export function graphOf(view) {
  const places = new Places(view);
  places.own();
  /** @type {Map<string, Line>} */
  const lines = new Map();
  for (const [number, source, target, kind, path, line, certainty, implicit] of needs(view.of, places)) {
    if (!view.kinds.has(kind) || certainty > view.certainty || source === null || target === null || source === target)
      continue;
    if (view.how === "direct" ? implicit : view.how === "implicit" && !implicit) continue;
    if (isAround(places, source, target) || isAround(places, target, source)) continue;
    const key = `${source}\n${target}`;
    let found = lines.get(key);
    if (!found) lines.set(key, (found = { source, target, strands: new Map(), certainty, weakest: certainty }));
    found.certainty = Math.min(found.certainty, certainty);
    found.weakest = Math.max(found.weakest, certainty);
    let strand = found.strands.get(kind);
    if (!strand) found.strands.set(kind, (strand = { kind, places: new Set(), direct: new Set(), needs: [] }));
    strand.places.add(path * LINES + line);
    if (!implicit) strand.direct.add(path * LINES + line);
    strand.needs.push(number);
  }
  return trimmed(places.nodes, [...lines.values()], view);
}

/** Whether one node lies in the other. */
function isAround(places, outer, inner) {
  for (let node = places.nodes.get(inner); node && node.parent; node = places.nodes.get(node.parent)) {
    if (node.parent === outer) return true;
  }
  return false;
}

function trimmed(nodes, lines, view) {
  const shown = lines.filter((line) => view.theirs || (nodes.get(line.source).ours && nodes.get(line.target).ours));
  shown.sort((one, other) =>
    one.source < other.source ? -1 : one.source > other.source ? 1 : one.target < other.target ? -1 : 1,
  );
  const kept = new Set(shown.flatMap((line) => [line.source, line.target]));
  for (const node of nodes.values()) if (node.ours) kept.add(node.id);
  for (const id of [...kept])
    for (let node = nodes.get(id); node.parent; node = nodes.get(node.parent)) kept.add(node.parent);
  const ids = [...kept].sort();
  return { nodes: new Map(ids.map((id) => [id, nodes.get(id)])), lines: shown, of: view.of };
}

/** (number of the need, source, target, kind, path, line, certainty, implicit) of every need of a graph. */
function* needs(of, places) {
  if (of === "queries") yield* queries(places);
  else if (of === "imports") yield* imports(places);
  else if (of === "models") yield* relations(places);
  else yield* calls(places);
}

function* queries(places) {
  const all = data.accesses;
  for (let at = 0; at < all.path.length; at++) {
    const source = places.code(all.module[at], all.app[at], all.service[at]);
    if (source === null) continue;
    const rest = [all.path[at], all.line[at], all.certainty[at], all.implicit[at]];
    if (all.table[at] >= 0) {
      yield [at, source, places.rows(tables.model[all.table[at]]), all.action[at] ? "write" : "read", ...rest];
    }
    const joins = all.joins[at] || [];
    for (let join = 0; join < joins.length; join += 3) {
      if (joins[join] >= 0) yield [at, source, places.rows(tables.model[joins[join]]), "join", ...rest];
    }
  }
}

function* imports(places) {
  const all = data.imports;
  const code = (module) => places.code(module, modules.app[module], modules.service[module]);
  for (let at = 0; at < all.path.length; at++) {
    // Tests may look everywhere, and an app leaves without them.
    if (modules.role[all.importer[at]] === 1 || modules.role[all.imported[at]] === 1) continue;
    yield [at, code(all.importer[at]), code(all.imported[at]), text(all.scope[at]), all.path[at], all.line[at], 0, 0];
  }
}

function* relations(places) {
  const all = data.relations;
  for (let at = 0; at < all.path.length; at++) {
    yield [
      at,
      places.rows(all.model[at]),
      places.rows(all.to[at]),
      text(all.kind[at]),
      all.path[at],
      all.line[at],
      0,
      0,
    ];
  }
}

function* calls(places) {
  const all = data.calls;
  const code = (module) => places.code(module, modules.app[module], modules.service[module]);
  for (let at = 0; at < all.path.length; at++) {
    yield [
      at,
      code(all.caller[at]),
      code(all.callee[at]),
      CALLS[all.when[at]],
      all.path[at],
      all.line[at],
      CERTAINTIES.indexOf("inferred"),
      0,
    ];
  }
}
