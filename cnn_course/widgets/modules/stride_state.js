// What the window walk shows, in numbers and words, and the link that brings it back. No page.
import { dilated, outputSize, timesSeen } from "./convolution.js";

/** The least and the largest of each number that the reader sets. */
export const LIMITS = { size: [3, 12], kernel: [1, 7], stride: [1, 4], padding: [0, 4], dilation: [1, 3] };
export const NAMES = Object.keys(LIMITS);
const START = "#stride-and-padding?";

/** How many places the window has along one axis. */
export function placesOf({ size, kernel, ...options }) {
  return outputSize(size, kernel, options);
}

/** How often each pixel along one axis is read. */
export function countsOf({ size, kernel, ...options }) {
  return timesSeen(size, kernel, options);
}

/** The same state, with its window in a place that there is. */
export function settled(state) {
  const last = Math.max(0, placesOf(state) - 1);
  return { ...state, at: state.at.map((n) => Math.max(0, Math.min(last, n))) };
}

/** The place so many windows further, row by row, from the last one to the first. */
export function further(state, steps) {
  const places = placesOf(state);
  const count = places * places;
  const k = (state.at[0] * places + state.at[1] + steps + count) % count;
  return [Math.floor(k / places), k % places];
}

/** What a square of the padded image is to the window: "read", "spanned" or "". */
export function underWindow(state, row, column) {
  if (placesOf(state) === 0) return "";
  const span = dilated(state.kernel, state.dilation);
  const inside = [row, column].map((n, axis) => n - state.at[axis] * state.stride);
  if (inside.some((n) => n < 0 || n >= span)) return "";
  return inside.every((n) => n % state.dilation === 0) ? "read" : "spanned";
}

/** The output size: the formula with its numbers, or why there is none. */
export function sizeInWords(state) {
  const { size, kernel, stride, padding, dilation } = state;
  const span = dilated(kernel, dilation);
  const spread = dilation > 1 ? `The kernel spans (${kernel} − 1) · ${dilation} + 1 = ${span} pixels. ` : "";
  const padded = size + 2 * padding;
  if (padded < span) {
    return `${spread}No output: a window of ${span} does not fit in ${padded} pixels (${size} and ${2 * padding} of padding). Use a smaller kernel, a smaller dilation or more padding.`;
  }
  const quotient = Math.round(((padded - span) / stride) * 100) / 100;
  const out = placesOf(state);
  return `${spread}Output: ⌊(${size} + 2 · ${padding} − ${span}) / ${stride}⌋ + 1 = ⌊${quotient}⌋ + 1 = ${out}, so ${out} by ${out}.`;
}

/** Where the window is, and how much of it is padding. */
export function stepInWords(state) {
  const { size, kernel, stride, padding, dilation, at } = state;
  const places = placesOf(state);
  if (places === 0) return "";
  const pixels = at.map((n) => {
    const starts = Array.from({ length: kernel }, (_, u) => n * stride + u * dilation - padding);
    return starts.filter((pixel) => pixel >= 0 && pixel < size).length;
  });
  const zeros = kernel * kernel - pixels[0] * pixels[1];
  const [top, left] = at.map((n) => n * stride);
  return `Window ${at[0] * places + at[1] + 1} of ${places * places} begins in row ${top}, column ${left} of the padded image and fills row ${at[0]}, column ${at[1]} of the output; ${zeros} of its ${kernel * kernel} numbers ${zeros === 1 ? "is" : "are"} padding.`;
}

/** How often the pixels are read. */
export function countsInWords(state) {
  const counts = countsOf(state);
  const seen = counts.filter((count) => count > 0).length;
  const unseen = counts.length ** 2 - seen ** 2;
  const rest = unseen ? `${unseen} of ${counts.length ** 2} pixels ${unseen === 1 ? "is" : "are"} never read.` : "Every pixel is read.";
  return `Along one axis: ${counts.join(" ")}. A pixel's count is its row's times its column's. ${rest}`;
}

/** The end of an address that brings back a state. */
export function toFragment(state) {
  const numbers = NAMES.map((name) => [name, state[name]]);
  return START + new URLSearchParams([...numbers, ["at", state.at.join(",")]]);
}

/** The state that an address ends in, or null if it ends in something else, or in nonsense. */
export function fromFragment(fragment) {
  if (!fragment.startsWith(START)) return null;
  const query = new URLSearchParams(fragment.slice(START.length));
  const whole = (text) => (/^\d{1,2}$/.test(text ?? "") ? Number(text) : NaN);
  const state = Object.fromEntries(NAMES.map((name) => [name, whole(query.get(name))]));
  state.at = (query.get("at") ?? "").split(",").map(whole);
  const within = NAMES.every((name) => state[name] >= LIMITS[name][0] && state[name] <= LIMITS[name][1]);
  const there = state.at.length === 2 && state.at.every((n, axis) => n === settled(state).at[axis]);
  return within && there ? state : null;
}
