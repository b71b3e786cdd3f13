// The live network of garments: an image, or a drawing, every layer's maps of it, and the answer at once.
import { subjectOf } from "./live_state.js";
import { rendererOf } from "./live_view.js";
import { decodeWeights } from "./network.js";
import { CLASSES, IMAGES, LAYERS, WEIGHTS } from "./network_data.js";
import { GREYS } from "./sheets.js";

export const subject = subjectOf({
  title: "Live network", label: "Garment", start: "#live-network?", sheet: GREYS,
  classes: CLASSES, images: IMAGES, layers: LAYERS, numbers: decodeWeights(WEIGHTS),
});

export default { render: rendererOf(subject) };
