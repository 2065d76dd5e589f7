// Elements made without markup: whatever a project calls its things, it is text here.

import { fixed } from "./rounding.js";

/**
 * An element with attributes, listeners (`onclick`) and children; texts are texts, and nothing is parsed.
 * @param {string} tag
 * @param {Record<string, any>} [attributes]
 * @param {...any} children
 * @returns {HTMLElement}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children) {
    if (Array.isArray(child)) append(element, child);
    else if (child !== null && child !== undefined && child !== false) element.append(child);
  }
}

/** A name of the project: its direction stays inside of it. @param {string} text @param {string} [kind] */
export function name(text, kind = "") {
  return make("bdi", { class: `name ${kind}` }, text);
}

/** `1,234` @param {number} number */
export function count(number) {
  return number.toLocaleString("en-US");
}

/** `1 place`, `1,234 places` @param {number} number @param {string} one @param {string} [many] */
export function plural(number, one, many = `${one}s`) {
  return `${count(number)} ${number === 1 ? one : many}`;
}

/** A number with two digits and its sign where it takes away. @param {number} value */
export function points(value) {
  return fixed(value, 2).replace(/\B(?=(\d{3})+\.)/g, ",");
}

/**
 * A table with heads; cells are texts, elements or arrays of them, numbers stand to the right.
 * @param {string} caption @param {string[]} heads @param {any[][]} rows @param {Record<string, any>} [attributes]
 */
export function table(caption, heads, rows, attributes = {}) {
  const cell = (content, first) =>
    first
      ? make("th", { scope: "row" }, content)
      : make(
          "td",
          typeof content === "number" ? { class: "number" } : {},
          typeof content === "number" ? count(content) : content,
        );
  return make(
    "table",
    attributes,
    make("caption", {}, caption),
    make(
      "thead",
      {},
      make(
        "tr",
        {},
        heads.map((head) => make("th", { scope: "col" }, head)),
      ),
    ),
    make(
      "tbody",
      {},
      rows.map((row) =>
        make(
          "tr",
          {},
          row.map((content, at) => cell(content, at === 0)),
        ),
      ),
    ),
  );
}

/** Gives the focus back to what has taken the place of what had it. @param {HTMLElement} around @param {string} key Its `data-key`. */
export function refocus(around, key) {
  const found = around.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (found instanceof HTMLElement) found.focus();
}

/** Tells those who listen and don't look. @param {string} text */
export function say(text) {
  const place = document.getElementById("said");
  if (place) place.textContent = text;
}

/** Gives *content* to the user as a file. @param {string} filename @param {Blob} content */
export function download(filename, content) {
  const address = URL.createObjectURL(content);
  const link = make("a", { href: address, download: filename });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** A value of the style sheet, which knows of light and dark. @param {string} variable */
export function color(variable) {
  return getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
}
