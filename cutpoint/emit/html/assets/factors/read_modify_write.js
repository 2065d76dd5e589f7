// As cutpoint.score.factors.read_modify_write.

import { share } from "../measured.js";
import { facts } from "../parting.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const isTaken = (model) => parting.taken.has(model);
  const near = facts.extents.filter((extent) => extent.writes.some(isTaken) || extent.reads.some(isTaken));
  const crossing = near.filter((extent) =>
    extent.reads.some((read) => extent.writes.some((written) => isTaken(read) !== isTaken(written))),
  );
  return share(crossing.length, near.length, "transactions near it read one side and write the other");
}
