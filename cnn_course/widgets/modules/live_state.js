// What a live network shows, as text and numbers: names, pixels, and the link that brings all of it back.
import { largest, run, softmax, withWeights } from "./network.js";
import { OWN, SIDE, pixelsOfText } from "./painter_state.js";

const WORDS = {
  Conv2D: "convolution", ReLU: "ReLU", MaxPool2D: "max pooling", GlobalAveragePool: "mean of each map",
  Dense: "dense",
};

/** A layer's name in the list, such as "conv2d_1: convolution". */
export const layerName = ({ name, kind }) => `${name}: ${WORDS[kind]}`;

/** A share in words: 0.982 is "98.2 %". */
export const percent = (share) => `${(100 * share).toFixed(1)} %`;

/** The number of the first largest. */
export const topOf = (numbers) => numbers.indexOf(Math.max(...numbers));

/** The classes with their shares, most likely first; of equal shares, the first. */
export function ranked(classes, shares) {
  const rows = shares.map((share, k) => ({ name: classes[k], share }));
  return rows.sort((a, b) => b.share - a.share);
}

/** What there is to say of a layer's maps, and of the chosen one. */
export function mapsInWords(output, chosen) {
  const [h, w, c] = output.shape;
  const tops = largest(output);
  const best = topOf(tops);
  const own = output.values.filter((_, n) => n % c === chosen);
  const zeros = own.filter((value) => value === 0).length;
  const size = h * w === 1 ? "one number each" : `${h} by ${w} numbers each`;
  return {
    all: `${c} maps, ${size}. Map ${best + 1} answers most: its largest number is ${written(tops[best])}.`,
    one: `Map ${chosen + 1} of ${c}: largest number ${written(tops[chosen])}, zeros ${zeros} of ${h * w}.`,
  };
}

const written = (n) => n.toFixed(2).replace("-", "−");

/**
 * All that a widget knows of its network, its images, and the sheet that is drawn on (sheets.js).
 * `numbers` are the weights of all `layers`, and `start` is what its links begin with.
 */
export function subjectOf({ start, classes, layers, images, numbers, sheet, ...words }) {
  const network = withWeights(layers, numbers);
  const choices = images.map((image) => ({ ...image, name: `${classes[image.label]}, test image ${image.index}` }));
  const chosen = (image) => choices.find(({ name }) => name === image);
  const empty = () => new Array(sheet.side ** 2).fill(0);
  /** The points 0..255 of a state's image on the sheet; black if it has none. */
  const pointsOf = ({ image, pixels }) =>
    chosen(image) ? sheet.enlarged(pixelsOfText(chosen(image).pixels)) : ((pixels && sheet.read(pixels)) || empty());
  return {
    ...words, classes, choices, sheet, layers, pointsOf,
    // What only writes the same numbers in one row shows nothing new.
    shown: layers.filter(({ kind }) => kind in WORDS),
    /** The 28 by 28 pixels that the network sees, and how they came about. */
    seen: (state) =>
      chosen(state.image)
        ? { pixels: pixelsOfText(chosen(state.image).pixels), words: sheet.asItIs }
        : sheet.seen(pointsOf(state), state.prepared),
    /** All that the network computes of an image: what comes out of each layer, and a share for each class. */
    answer(pixels) {
      const outputs = run(network, pixels, SIDE);
      return { outputs, shares: softmax(outputs.at(-1).values) };
    },
    ...links({ start, layers, sheet, chosen }),
  };
}

/** The end of an address that brings back a state, and the way back. */
function links({ start, layers, sheet, chosen }) {
  return {
    toFragment({ image, pixels, layer, map, prepared }) {
      const query = new URLSearchParams({ image, layer, map: String(map) });
      if (sheet.prepares && !prepared) query.set("prepared", "no");
      if (image === OWN) query.set("pixels", pixels);
      return start + query;
    },
    /** The state, or null if the address ends in something else, or in nonsense. */
    fromFragment(fragment) {
      if (!fragment.startsWith(start)) return null;
      const query = new URLSearchParams(fragment.slice(start.length));
      const [image, layer, map, pixels] = ["image", "layer", "map", "pixels"].map((key) => query.get(key) ?? "");
      const right =
        (image === OWN ? sheet.read(pixels) : chosen(image)) &&
        layers.some(({ name }) => name === layer) &&
        /^\d{1,3}$/.test(map);
      return right ? { image, pixels, layer, map: Number(map), prepared: query.get("prepared") !== "no" } : null;
    },
  };
}
