// The grids of the widget on the way back: which number stands where, and what is marked.
import { dilated, pad } from "./convolution.js";
import { deltaAt, turned } from "./gradients.js";
import { IMAGE, KERNELS, deltasOf, gradientsOf, outputsOf, placesOf, readers } from "./backward_state.js";
import { inRows, written } from "./backward_words.js";
import { squares } from "./elements.js";

const [HEIGHT, WIDTH] = [IMAGE.length, IMAGE[0].length];
const same = ([i, j], r, c) => i === r && j === c;

/** Fill a place with squares; if there are as many already, these stay, so that a click finds what it began on. */
function paint(place, height, width, square) {
  if (place.children.length !== height || place.firstElementChild.children.length !== width) {
    return place.replaceChildren(...squares(height, width, square));
  }
  [...place.children].forEach((row, i) => [...row.children].forEach((cell, j) => {
    const { text = "", ...attributes } = square(i, j);
    if (cell.textContent !== text) cell.textContent = text;
    for (const [name, value] of Object.entries(attributes)) cell.setAttribute(name, value);
  }));
}

/** What is marked in each grid, as functions of row and column: "asked", "read", "spanned" or "". */
const MARKS = {
  output(state) {
    const sizes = [KERNELS[state.kernel].length, KERNELS[state.kernel][0].length];
    const inside = (n, axis) => n >= state.output[axis] * state.stride && n < state.output[axis] * state.stride + sizes[axis];
    const window = (r, c) => (inside(r, 0) && inside(c, 1) ? "read" : "");
    const own = (i, j) => (same(state.output, i, j) ? "asked" : "");
    const all = () => "read";
    return { x: window, dx: window, w: all, dw: all, db: all, y: own, dy: own, spread: own, lattice: own };
  },
  pixel(state) {
    const own = (r, c) => (same(state.pixel, r - state.padding, c - state.padding) ? "asked" : "");
    const [rows, columns] = readers(state, state.pixel).map((pairs) => new Map(pairs));
    const seeing = (i, j) => (rows.has(i) && columns.has(j) ? "read" : "");
    const [by, across] = [rows, columns].map((pairs) => new Set(pairs.values()));
    const used = (u, v) => (by.has(u) && across.has(v) ? "read" : "");
    const [kh, kw] = [KERNELS[state.kernel].length, KERNELS[state.kernel][0].length];
    const [r, c] = state.pixel;
    const under = (i, j, a, b) => (a >= r && a < r + kh && b >= c && b < c + kw ? "read" : "");
    return { x: own, dx: own, y: seeing, dy: seeing, w: used, flipped: (u, v) => used(kh - 1 - u, kw - 1 - v), spread: under };
  },
  weight(state) {
    const own = (u, v) => (same(state.weight, u, v) ? "asked" : "");
    const all = () => "read";
    const spans = placesOf(state).map((places) => dilated(places, state.stride));
    const under = (r, c) => {
      const steps = [r, c].map((n, axis) => n - state.weight[axis]);
      if (steps.some((n, axis) => n < 0 || n >= spans[axis])) return "";
      return steps.every((n) => n % state.stride === 0) ? "read" : "spanned";
    };
    return { x: under, w: own, dw: own, y: all, dy: all, lattice: (i, j) => (i < 0 || j < 0 ? "" : "read") };
  },
  bias: () => ({ db: () => "asked", y: () => "read", dy: () => "read" }),
};

/** The image and its gradient, in a frame of padding. */
function showImages(parts, state, mark, dx) {
  const { padding } = state;
  const seen = (r, c) => readers(state, [r, c]).every((pairs) => pairs.length > 0);
  const square = (grid, marked, kind) => (i, j) => {
    const [r, c] = [i - padding, j - padding];
    const value = grid[r]?.[c];
    const name = value === undefined ? "zero" : kind(r, c, value);
    return { class: `${name} ${marked(i, j)}`, "data-at": value === undefined ? "" : `${r},${c}`, text: value === undefined ? "" : written(value) };
  };
  const [height, width] = [HEIGHT + 2 * padding, WIDTH + 2 * padding];
  const unread = (r, c) => (seen(r, c) ? "" : "unseen");
  paint(parts.x, height, width, square(IMAGE, mark("x"), unread));
  paint(parts.dx, height, width, square(dx, mark("dx"), (r, c, value) => unread(r, c) || felt(value)));
}

const felt = (value) => (value === 0 ? "nothing" : "felt");

/** Deltas with zeros between them; `at` says which delta stands where along an axis, or -1. */
function showSpread(place, deltas, [height, width], at, marked) {
  paint(place, height, width, (a, b) => {
    const [i, j] = [at(a, 0), at(b, 1)];
    const zero = i < 0 || j < 0;
    return { class: `${zero ? "zero" : felt(deltas[i][j])} ${marked(i, j, a, b)}`, text: zero ? "" : written(deltas[i][j]) };
  });
}

/** Draw every grid, and say its numbers to those who do not see it. */
export function showGrids(parts, state) {
  const marks = MARKS[state.ask](state);
  const mark = (name) => marks[name] ?? (() => "");
  const [w, y, deltas] = [KERNELS[state.kernel], outputsOf(state), deltasOf(state)];
  const { dx, dw, db } = gradientsOf(state);
  const [sizes, places] = [[w.length, w[0].length], placesOf(state)];
  const plain = (place, grid, marked, kind = () => "") =>
    paint(place, grid.length, grid[0].length, (i, j) => ({
      class: `${kind(grid[i][j])} ${marked(i, j)}`, "data-at": `${i},${j}`, text: written(grid[i][j]),
    }));
  const held = (i, j) => mark("dy")(i, j) + (state.ask !== "output" && same(state.output, i, j) ? " held" : "");
  showImages(parts, state, mark, dx);
  plain(parts.w, w, mark("w"));
  plain(parts.y, y, mark("y"));
  plain(parts.dy, deltas, held, felt);
  plain(parts.dw, dw, mark("dw"), felt);
  plain(parts.db, [[db]], mark("db"), felt);
  plain(parts.flipped, turned(w), mark("flipped"));
  const axis = (n, k) => deltaAt(n, sizes[k], places[k], state);
  showSpread(parts.spread, deltas, [HEIGHT + sizes[0] - 1, WIDTH + sizes[1] - 1], axis, mark("spread"));
  const step = (n) => (n % state.stride === 0 ? n / state.stride : -1);
  showSpread(parts.lattice, deltas, places.map((n) => dilated(n, state.stride)), step, mark("lattice"));
  const frame = state.padding ? `, in a padding of ${state.padding}` : "";
  for (const [name, label] of Object.entries({
    x: `Image x${frame}: ${inRows(IMAGE)}`, w: `Kernel w: ${inRows(w)}`, y: `Output y: ${inRows(y)}`,
    dy: `dy, the deltas, ${places.join(" by ")}`, dx: `dx, ${HEIGHT} by ${WIDTH}`, dw: `dw, ${sizes.join(" by ")}`, db: "db",
    spread: "The deltas with zeros between and around them", flipped: `Kernel turned by 180 degrees: ${inRows(turned(w))}`,
    lattice: "The deltas as a kernel, with zeros between them",
  })) parts[name].setAttribute("aria-label", label);
}

/** How many pixels no window reads. */
export function unreadOf(state) {
  const blind = (axis) => (n) => readers(state, axis ? [0, n] : [n, 0])[axis].length === 0;
  const rows = Array.from({ length: HEIGHT }, (_, n) => n).filter(blind(0)).length;
  const columns = Array.from({ length: WIDTH }, (_, n) => n).filter(blind(1)).length;
  return HEIGHT * WIDTH - (HEIGHT - rows) * (WIDTH - columns);
}
