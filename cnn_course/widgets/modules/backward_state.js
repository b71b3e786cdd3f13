// What the widget on the way back shows, in numbers, and the link that brings it back. No page.
import { correlate, outputSize, pad } from "./convolution.js";
import { backward, readersOf } from "./gradients.js";

// Height and width differ; and each weight is known by its number, before and after the kernel is turned.
export const IMAGE = [[2, 0, 1, 3, 1, 0], [1, 3, 0, 2, 4, 1], [0, 1, 2, 1, 0, 3], [4, 0, 3, 1, 2, 0], [1, 2, 0, 4, 1, 2]];
export const KERNELS = { "2 by 3": [[1, 2, 3], [4, 5, 6]], "3 by 3": [[1, 2, 3], [4, 5, 6], [7, 8, 9]] };
/** The least and the largest of each number that the reader sets. */
export const LIMITS = { stride: [1, 3], padding: [0, 2], delta: [-9, 9] };
/** What can be asked about: an output, a pixel, a weight, the bias. */
export const ASKED = ["output", "pixel", "weight", "bias"];
export const NUDGE = 0.01;
const START = "#backward?";

const limited = (n, [least, most]) => Math.max(least, Math.min(most, n));
const shapeOf = (grid) => [grid.length, grid[0].length];

/** How many outputs there are: height and width. */
export function placesOf({ kernel, ...options }) {
  const sizes = shapeOf(KERNELS[kernel]);
  return shapeOf(IMAGE).map((size, axis) => outputSize(size, sizes[axis], options));
}

/** The same state, with all that is chosen in places that there are, and no delta outside. */
export function settled(state) {
  const places = placesOf(state);
  const within = (at, sizes) => at.map((n, axis) => limited(n, [0, sizes[axis] - 1]));
  return {
    ...state,
    deltas: state.deltas.filter(([i, j, delta]) => i < places[0] && j < places[1] && delta !== 0),
    output: within(state.output, places),
    pixel: within(state.pixel, shapeOf(IMAGE)),
    weight: within(state.weight, shapeOf(KERNELS[state.kernel])),
    bias: [0, 0],
  };
}

/** The state with another kernel, stride or padding: if that takes the last delta away, a new one is chosen. */
export function refitted(state, news) {
  const next = settled({ ...state, ...news });
  const lost = state.deltas.length > 0 && next.deltas.length === 0;
  return lost ? { ...next, deltas: [[...next.output, state.deltas[0][2]]] } : next;
}

/** The state with another delta in the chosen output. */
export function withDelta(state, delta) {
  const [i, j] = state.output;
  const others = state.deltas.filter(([row, column]) => row !== i || column !== j);
  const news = [...others, [i, j, limited(delta, LIMITS.delta)]];
  return settled({ ...state, deltas: news.sort((a, b) => a[0] - b[0] || a[1] - b[1]) });
}

/** The deltas in rows. */
export function deltasOf(state) {
  const [height, width] = placesOf(state);
  const rows = Array.from({ length: height }, () => new Array(width).fill(0));
  for (const [i, j, delta] of state.deltas) rows[i][j] = delta;
  return rows;
}

/** The outputs. */
export function outputsOf({ kernel, ...options }) {
  return correlate(IMAGE, KERNELS[kernel], options);
}

/** dx, dw and db. */
export function gradientsOf(state) {
  return backward(IMAGE, KERNELS[state.kernel], deltasOf(state), state);
}

/** Along both axes, which windows read a pixel, and by which weight: two lists of pairs. */
export function readers(state, pixel) {
  const [sizes, places] = [shapeOf(KERNELS[state.kernel]), placesOf(state)];
  return pixel.map((n, axis) => readersOf(n, sizes[axis], places[axis], state));
}

/** The terms of the sum that is asked about: an output, its delta, and the factor that it meets. */
export function termsOf(state) {
  const [deltas, w, padded] = [deltasOf(state), KERNELS[state.kernel], pad(IMAGE, state.padding)];
  if (state.ask === "pixel") {
    const [rows, columns] = readers(state, state.pixel);
    const term = ([i, u], [j, v]) => ({ at: [i, j], delta: deltas[i][j], factor: w[u][v] });
    return rows.flatMap((row) => columns.map((column) => term(row, column)));
  }
  const [u, v] = state.weight;
  const factor = (i, j) => (state.ask === "bias" ? 1 : padded[i * state.stride + u][j * state.stride + v]);
  return deltas.flatMap((row, i) => row.map((delta, j) => ({ at: [i, j], delta, factor: factor(i, j) })));
}

/** What the chosen output gives back: to the places of its window, and to the weights. */
export function sharesOf(state) {
  const [i, j] = state.output;
  const one = deltasOf(state).map((row, r) => row.map((delta, c) => (r === i && c === j ? delta : 0)));
  const w = KERNELS[state.kernel];
  const { dw } = backward(IMAGE, w, one, state);
  return { pixels: w.map((row) => row.map((weight) => weight * one[i][j])), weights: dw };
}

/** How many of the places that the chosen output's window covers are padding. */
export function paddingUnder(state) {
  const [sizes, image] = [shapeOf(KERNELS[state.kernel]), shapeOf(IMAGE)];
  const inside = state.output.map((n, axis) => {
    const first = n * state.stride - state.padding;
    return Math.max(0, Math.min(image[axis], first + sizes[axis]) - Math.max(0, first));
  });
  return sizes[0] * sizes[1] - inside[0] * inside[1];
}

/** The loss, which is the sum of delta times output, before and after a nudge of what is asked about. */
export function nudged(state) {
  const [[i, j], deltas] = [state[state.ask], deltasOf(state)];
  const moved = (grid) => grid.map((row, r) => row.map((n, c) => (r === i && c === j ? n + NUDGE : n)));
  const loss = (y) => y.flat().reduce((sum, n, k) => sum + n * deltas.flat()[k], 0);
  const [w, y] = [KERNELS[state.kernel], outputsOf(state)];
  const after = {
    output: () => moved(y),
    pixel: () => correlate(moved(IMAGE), w, state),
    weight: () => correlate(IMAGE, moved(w), state),
    bias: () => y.map((row) => row.map((n) => n + NUDGE)),
  };
  const value = { output: y, pixel: IMAGE, weight: w, bias: [[0]] }[state.ask][i][j];
  return { value, before: loss(y), after: loss(after[state.ask]()) };
}

/** The end of an address that brings back a state. */
export function toFragment(state) {
  const { kernel, stride, padding, ask } = state;
  const deltas = state.deltas.map((delta) => delta.join(",")).join(";");
  const places = Object.fromEntries(["output", "pixel", "weight"].map((name) => [name, state[name].join(",")]));
  return START + new URLSearchParams({ kernel, stride, padding, deltas, ask, ...places });
}

/** The state that an address ends in, or null if it ends in something else, or in nonsense. */
export function fromFragment(fragment) {
  if (!fragment.startsWith(START)) return null;
  const query = Object.fromEntries(new URLSearchParams(fragment.slice(START.length)));
  const whole = (text) => (/^-?\d$/.test(text ?? "") ? Number(text) : NaN);
  const list = (text) => (text ?? "").split(",").map(whole);
  const state = {
    kernel: query.kernel, stride: whole(query.stride), padding: whole(query.padding), ask: query.ask,
    deltas: query.deltas ? query.deltas.split(";").map(list) : [],
    output: list(query.output), pixel: list(query.pixel), weight: list(query.weight),
  };
  const within = (n, [least, most]) => n >= least && n <= most; // false for NaN
  const numbers = (found, count) => found.length === count && found.every(Number.isInteger);
  const right =
    Object.hasOwn(KERNELS, query.kernel) && ASKED.includes(query.ask) && "deltas" in query &&
    within(state.stride, LIMITS.stride) && within(state.padding, LIMITS.padding) &&
    [state.output, state.pixel, state.weight].every((place) => numbers(place, 2)) &&
    state.deltas.every((delta) => numbers(delta, 3) && delta[0] >= 0 && delta[1] >= 0) &&
    new Set(state.deltas.map(([i, j]) => `${i},${j}`)).size === state.deltas.length;
  // Settled it is the same only if every place is there.
  return right && toFragment(settled(state)) === toFragment(state) ? state : null;
}
