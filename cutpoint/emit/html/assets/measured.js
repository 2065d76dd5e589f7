// What a factor says of a cut: a value from 0 to 1, in words.

/** @typedef {{value: number, why: string}} Measured */

/** Of the classes of joins, which need a change. */
export const COST_OF_JOIN = { "id only": 0, "by id": 1, batch: 1, "filter or sort": 1 };
