// What is looked at, kept in the address: whoever gets it sees the same.

import { KINDS, data } from "./data.js";

/** @type {Record<string, string>} What the state is when nothing is said. */
export const USUAL = {
  view: "map",
  of: "queries",
  kinds: "",
  certainty: "inferred",
  how: "all",
  inside: "model",
  open: "",
  sel: "",
  theirs: "",
  from: "",
  to: "",
  table: "",
  cut: "",
  move: "",
  changes: "",
};

/** @type {Record<string, string>} */
let current = { ...USUAL };
/** @type {((changed: Set<string>) => void)[]} */
const listeners = [];

/** @param {string} key @returns {string} */
export function get(key) {
  return current[key];
}

/** The items of a list in the state. @param {string} key @returns {string[]} */
export function list(key) {
  return current[key] ? current[key].split("\n") : [];
}

/** @param {string} key @param {Iterable<string>} items */
export function setList(key, items) {
  set({ [key]: [...items].join("\n") });
}

/** Changes some of the state, and tells everybody who listens what changed. @param {Record<string, string>} changes */
export function set(changes) {
  const changed = new Set(Object.keys(changes).filter((key) => key in USUAL && current[key] !== changes[key]));
  if (!changed.size) return;
  for (const key of changed) current[key] = changes[key];
  remember();
  for (const listener of listeners) listener(changed);
}

/** @param {(changed: Set<string>) => void} listener */
export function listen(listener) {
  listeners.push(listener);
}

/** Reads the address, now and whenever somebody changes it. */
export function start() {
  current = read();
  window.addEventListener("hashchange", () => {
    const next = read();
    const changed = new Set(Object.keys(USUAL).filter((key) => next[key] !== current[key]));
    current = next;
    if (changed.size) for (const listener of listeners) listener(changed);
  });
}

function read() {
  const found = { ...USUAL, ...data.start };
  for (const [key, value] of new URLSearchParams(location.hash.slice(1))) if (key in USUAL) found[key] = value;
  // Whoever writes an address by hand gets the nearest thing that there is.
  if (!(found.of in KINDS)) found.of = USUAL.of;
  return found;
}

function remember() {
  const said = new URLSearchParams();
  for (const [key, value] of Object.entries(current)) {
    if (value !== USUAL[key] || (key in data.start && value !== data.start[key])) said.set(key, value);
  }
  try {
    history.replaceState(null, "", `#${said}`);
  } catch {
    // Some readers of mails show a page in which nothing may be remembered.
  }
}
