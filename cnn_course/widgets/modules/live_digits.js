// The live network of digits: one is drawn, prepared as MNIST was, and followed through all layers to the answer.
import { CLASSES, IMAGES, LAYERS, STEPS, WEIGHTS } from "./digits_data.js";
import { subjectOf } from "./live_state.js";
import { rendererOf } from "./live_view.js";
import { decodeBytes } from "./network.js";
import { INK } from "./sheets.js";

export const subject = subjectOf({
  title: "Live network of digits", label: "Digit", start: "#live-digits?", sheet: INK,
  classes: CLASSES, images: IMAGES, layers: LAYERS, numbers: decodeBytes(WEIGHTS, LAYERS, STEPS),
});

export default { render: rendererOf(subject) };
