// What a factor says of a cut: a share from 0 to 1, in words.

import { grouped } from "./rounding.js";

/** @typedef {{value: number, why: string}} Measured */

/**
 * How much of *whole* is *part*; none of nothing.
 * @param {number} part @param {number} whole @param {string} said
 * @returns {Measured}
 */
export function share(part, whole, said) {
  return { value: whole ? part / whole : 0, why: `${grouped(part)} of ${grouped(whole)} ${said}` };
}

export const COST_OF_JOIN = { "id only": 0, "by id": 1, batch: 2, "filter or sort": 4 };
