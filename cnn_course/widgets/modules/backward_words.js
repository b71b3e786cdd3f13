// What the widget on the way back says: sums with their numbers, checks, and rules. No page.
import { IMAGE, KERNELS, NUDGE, deltasOf, gradientsOf, nudged, paddingUnder, placesOf, sharesOf, termsOf } from "./backward_state.js";

const plural = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;
const place = ([i, j]) => `row ${i}, column ${j}`;

/** A number without the rounding of the computer, with a true minus. */
export function written(number) {
  return String(Math.round(number * 1e6) / 1e6).replace("-", "−");
}

/** Rows of numbers as text; no line breaks in a row. */
export function inRows(grid) {
  return grid.map((row) => row.map(written).join("\u00a0")).join(", then ");
}

const factor = (number) => (number < 0 ? `(${written(number)})` : written(number));

/** The heads of the sums: what is asked about, and how often it is used. */
const HEADS = {
  pixel: (state, terms) => `dx in ${place(state.pixel)}: ${plural(terms.length, "window")} read${terms.length === 1 ? "s" : ""} this pixel.`,
  weight: (state, terms) => `dw in ${place(state.weight)}: each of the ${terms.length} windows uses this weight.`,
  bias: (_, terms) => `db: the bias is added to each of the ${terms.length} outputs.`,
};
const MEANT = { pixel: "delta · weight", weight: "delta · pixel", bias: "delta · 1" };

/** The terms as they are shown: a product, and the output that its delta comes from. */
export function termsInWords(state) {
  // All windows of a pixel, as they are at most nine; of a weight's or the bias' those that count.
  const shown = termsOf(state).filter(({ delta }) => state.ask === "pixel" || delta !== 0);
  return shown.map(({ at, delta, factor: by }) => ({
    product: `${factor(delta)} · ${factor(by)}`, from: `output ${at.join(", ")}`,
  }));
}

/** The gradient of the pixel, the weight or the bias that is asked about. */
export function gradientAsked(state) {
  const { dx, dw, db } = gradientsOf(state);
  if (state.ask === "bias") return db;
  const [i, j] = state[state.ask];
  return state.ask === "pixel" ? dx[i][j] : dw[i][j];
}

/** What is asked about, in a sentence or two. */
export function headInWords(state) {
  if (state.ask === "output") return outputInWords(state);
  const terms = termsOf(state);
  if (terms.length === 0) return `dx in ${place(state.pixel)}: no window reads this pixel, so it changes no output. Its gradient is 0, whatever the deltas are.`;
  const silent = terms.filter(({ delta }) => delta === 0).length;
  const some = silent === 1 ? "1 delta is 0 and gives" : `${silent === terms.length ? "All" : silent} deltas are 0 and give`;
  const rest = state.ask === "pixel" || silent === 0 ? "" : ` ${some} nothing.`;
  return `${HEADS[state.ask](state, terms)}${rest} The sum of ${MEANT[state.ask]}:`;
}

/** What the chosen output gives back. */
function outputInWords(state) {
  const [i, j] = state.output;
  const delta = written(deltasOf(state)[i][j]);
  const head = `Output in ${place(state.output)}: its delta is ${delta}.`;
  if (delta === "0") return `${head} It gives nothing back: no pixel and no weight feels it.`;
  const { pixels, weights } = sharesOf(state);
  const outside = paddingUnder(state);
  const cut = outside ? ` (${outside} of these ${outside === 1 ? "falls on padding and is" : "fall on padding and are"} cut off)` : "";
  return `${head} To dx it gives ${delta} · w, where its window lies: ${inRows(pixels)}${cut}. To dw it gives ${delta} · x, the pixels in its window: ${inRows(weights)}. To db it gives ${delta}.`;
}

const NAMES = { output: "this output", pixel: "this pixel", weight: "this weight", bias: "the bias" };
const SLOPES = { output: "the delta", pixel: "dx", weight: "dw", bias: "db" };

/** The check by a finite difference. */
export function checkInWords(state) {
  const { value, before, after } = nudged(state);
  const change = after - before;
  return `Check by a nudge: make ${NAMES[state.ask]} ${written(value + NUDGE)} instead of ${written(value)}, and keep the deltas. The loss, the sum of all delta · output, goes from ${written(before)} to ${written(after)}: a change of ${written(change)}. Divided by ${NUDGE}, this is ${written(change / NUDGE)}: ${SLOPES[state.ask]} here.`;
}

/** How many pixels no window reads. */
export function unreadInWords(count) {
  if (count === 0) return "Every pixel is read by a window.";
  return `Dashed: ${plural(count, "pixel")} that no window reads. No delta reaches ${count === 1 ? "it" : "them"}.`;
}

/** dx as a convolution: what is done to the deltas first. */
export function dxInWords({ kernel, stride, padding }) {
  const between = stride === 1 ? "" : ` Between the deltas ${stride === 2 ? "stands a zero" : `stand ${stride - 1} zeros`}, because the windows begin ${stride} pixels apart.`;
  const less = padding === 0 ? "" : `, less the padding of ${padding}`;
  const out = padding >= KERNELS[kernel].length ? " Deltas whose window holds nothing but padding are left out." : "";
  return `The kernel, turned by 180 degrees, slides over the deltas with a stride of 1.${between} Around them is a frame of zeros, as wide as the kernel minus one${less}.${out}`;
}

/** dw as a convolution. */
export function dwInWords({ stride, padding }) {
  const between = stride === 1 ? "" : `, with ${stride === 2 ? "a zero" : `${stride - 1} zeros`} between them,`;
  return `The deltas${between} are the kernel, and slide over the ${padding ? "padded " : ""}image.`;
}

/** The size of everything, when a setting has changed. */
export function sizesInWords(state) {
  const [height, width] = placesOf(state);
  return `${plural(height * width, "output")}, ${height} by ${width}; the image has ${IMAGE.length} by ${IMAGE[0].length} pixels.`;
}
