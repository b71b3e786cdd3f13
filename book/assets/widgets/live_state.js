// What the live network shows, as text and numbers: names, pixels, and the link that brings all of it back.
import { CLASSES, GARMENTS, LAYERS, WEIGHTS } from "./network_data.js";
import { decodeWeights, largest, run, softmax, withWeights } from "./network.js";
import { OWN, SIDE, pixelsOfText } from "./painter_state.js";

const START = "#live-network?";
const NETWORK = withWeights(LAYERS, decodeWeights(WEIGHTS));
const WORDS = {
  Conv2D: "convolution", ReLU: "ReLU", MaxPool2D: "max pooling", GlobalAveragePool: "mean of each map",
  Dense: "dense",
};

/** The garments in the order of the list, each with the name that it has there. */
export const CHOICES = GARMENTS.map((garment) => ({
  ...garment,
  name: `${CLASSES[garment.label]}, test image ${garment.index}`,
}));

/** A layer's name in the list, such as "conv2d_1: convolution". */
export const layerName = ({ name, kind }) => `${name}: ${WORDS[kind]}`;

/** A share in words: 0.982 is "98.2 %". */
export const percent = (share) => `${(100 * share).toFixed(1)} %`;

/** The pixels 0..255 of a state's image; black if it has none. */
export function pixelsOf({ image, pixels }) {
  const text = CHOICES.find(({ name }) => name === image)?.pixels ?? pixels;
  return (text && pixelsOfText(text)) || new Array(SIDE * SIDE).fill(0);
}

/** All that the network computes of an image: what comes out of each layer, and a share for each class. */
export function answer(pixels) {
  const outputs = run(NETWORK, pixels, SIDE);
  return { outputs, shares: softmax(outputs.at(-1).values) };
}

/** The classes with their shares, most likely first; of equal shares, the first. */
export function ranked(shares) {
  const rows = shares.map((share, k) => ({ name: CLASSES[k], share }));
  return rows.sort((a, b) => b.share - a.share);
}

/** The number of the first largest. */
export const topOf = (numbers) => numbers.indexOf(Math.max(...numbers));

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

/** The end of an address that brings back a state. */
export function toFragment({ image, pixels, layer, map }) {
  const query = new URLSearchParams({ image, layer, map: String(map) });
  if (image === OWN) query.set("pixels", pixels);
  return START + query;
}

/** The state that an address ends in, or null if it ends in something else, or in nonsense. */
export function fromFragment(fragment) {
  if (!fragment.startsWith(START)) return null;
  const query = new URLSearchParams(fragment.slice(START.length));
  const [image, layer, map, pixels] = ["image", "layer", "map", "pixels"].map((key) => query.get(key) ?? "");
  const right =
    (image === OWN ? pixelsOfText(pixels) : CHOICES.some(({ name }) => name === image)) &&
    LAYERS.some(({ name }) => name === layer) &&
    /^\d{1,2}$/.test(map);
  return right ? { image, pixels, layer, map: Number(map) } : null;
}
