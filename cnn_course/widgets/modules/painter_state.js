// What the kernel painter shows, as text: numbers, pixels, and the link that brings all of it back.
import { KERNELS, PICTURES } from "./course_data.js";

export const SIDE = 28; // of the image
export const PLACES = SIDE - 3 + 1; // of the result, and so of the window
export const OWN = "own"; // the name of an image that the reader made
const START = "#kernel-painter?";

/** The number that a text such as "-2", "0.5" or "1/9" stands for, or NaN. */
export function parseNumber(text) {
  const found = /^\s*([-+−]?(?:\d+\.?\d*|\.\d+))(?:\s*\/\s*(\d+))?\s*$/.exec(text);
  if (!found || text.length > 20) return NaN;
  const value = Number(found[1].replace("−", "-")) / Number(found[2] ?? 1);
  return Number.isFinite(value) ? value : NaN;
}

/** The nine texts of a kernel that is given by name, or as nine texts or numbers. */
export function kernelTexts(kernel) {
  return KERNELS.find(({ name }) => name === kernel)?.numbers ?? [...kernel].map(String);
}

/** Numbers in rows of `width`. */
export function rowsOf(numbers, width) {
  const starts = Array.from({ length: numbers.length / width }, (_, k) => k * width);
  return starts.map((start) => [...numbers].slice(start, start + width));
}

/** Pixels 0..255 as text of the alphabet for addresses (RFC 4648, section 5). */
export function textOfPixels(pixels) {
  const binary = String.fromCharCode(...pixels);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The same back: 784 numbers, or null if the text holds something else. */
export function pixelsOfText(text) {
  if (!/^[\w-]+$/.test(text) || text.length !== Math.ceil((SIDE * SIDE * 4) / 3)) return null;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Array.from(binary, (letter) => letter.charCodeAt(0));
}

/** The pixels of a state's image. */
export function pixelsOf({ image, pixels }) {
  const named = PICTURES.find(({ name }) => name === image);
  const own = pixels ? pixelsOfText(pixels) : null;
  return named ? pixelsOfText(named.pixels) : (own ?? new Array(SIDE * SIDE).fill(0));
}

/** The end of an address that brings back a state. */
export function toFragment({ image, pixels, kernel, at }) {
  const query = new URLSearchParams({ image, kernel: [kernel].flat().join(","), at: at.join(",") });
  if (image === OWN) query.set("pixels", pixels);
  return START + query;
}

/** The state that an address ends in, or null if it ends in something else, or in nonsense. */
export function fromFragment(fragment) {
  if (!fragment.startsWith(START)) return null;
  const query = new URLSearchParams(fragment.slice(START.length));
  const [image, kernel, at, pixels] = ["image", "kernel", "at", "pixels"].map(
    (key) => query.get(key) ?? "",
  );
  const named = KERNELS.some(({ name }) => name === kernel);
  const texts = kernel.split(",");
  const place = at.split(",").map(Number);
  const right =
    (image === OWN ? pixelsOfText(pixels) : PICTURES.some(({ name }) => name === image)) &&
    (named || (texts.length === 9 && texts.every((text) => !isNaN(parseNumber(text))))) &&
    place.length === 2 &&
    place.every((n) => Number.isInteger(n) && n >= 0 && n < PLACES);
  return right ? { image, pixels, kernel: named ? kernel : texts, at: place } : null;
}
