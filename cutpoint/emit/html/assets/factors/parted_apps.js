// As cutpoint.score.factors.parted_apps.

import { share } from "../measured.js";
import { facts } from "../parting.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const touched = facts.modelsOfApp.filter((models) => models.some((model) => parting.taken.has(model)));
  const parted = touched.filter((models) => !models.every((model) => parting.taken.has(model)));
  return share(parted.length, touched.length, "apps are taken apart");
}
