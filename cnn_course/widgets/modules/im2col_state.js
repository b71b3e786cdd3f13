// What the widget on im2col shows and has chosen, and the link that brings it back. No page.
import { cellsOf, col2im, im2col, placeOf, sizesOf } from "./im2col_maths.js";

/** The least and the largest of each number that the reader sets. */
export const LIMITS = { height: [2, 5], width: [2, 6], channels: [1, 2], kh: [1, 3], kw: [1, 3], stride: [1, 3], padding: [0, 1] };
export const NAMES = Object.keys(LIMITS);
export const MODES = ["im2col", "col2im"];
export const HOLDS = ["windows of x", "ones", "row numbers"]; // what the matrix holds on the way back
export const KINDS = ["pixel", "cell", "row", "column"]; // what can be chosen
export const SECOND = 50; // what a number of the second channel has more than the one beside it
const CHOICES = { mode: MODES, holds: HOLDS, kind: KINDS };
const START = "#im2col?";
const FAR = 99;
const ARROWS = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -FAR], End: [0, FAR],
};

/** The image: its first channel counts the pixels, so that a number names its pixel. */
export function imageOf({ height, width, channels }) {
  const pixel = (y, x) => Array.from({ length: channels }, (_, c) => y * width + x + 1 + SECOND * c);
  return Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => pixel(y, x)));
}

/** The matrix that is shown. */
export function matrixOf(state) {
  const windows = im2col(imageOf(state), state);
  if (state.mode === "im2col" || state.holds === HOLDS[0]) return windows;
  return windows.map((row, r) => row.map(() => (state.holds === "ones" ? 1 : r + 1)));
}

/** The numbers that are shown in the image's place: the image, or what comes back. */
export function pixelsOf(state) {
  return state.mode === "im2col" ? imageOf(state) : col2im(matrixOf(state), state);
}

/** The first and the last of each number that says what is chosen; a pixel may be one of the padding. */
function boundsOf(state) {
  const { height, width, channels, padding, kind } = state;
  const { rows, columns } = sizesOf(state);
  const pixels = [[-padding, height - 1 + padding], [-padding, width - 1 + padding], [0, channels - 1]];
  const [down, across] = [[0, Math.max(0, rows - 1)], [0, columns - 1]];
  return { pixel: pixels, cell: [down, across], row: [down], column: [across] }[kind];
}

/** The same state, with something chosen that there is. */
export function settled(state) {
  const within = ([first, last], n) => Math.max(first, Math.min(last, n ?? 0));
  return { ...state, at: boundsOf(state).map((bound, axis) => within(bound, state.at[axis])) };
}

/** The place {y, x, c} that is chosen: the pixel, or the cell's; null for a row or a column. */
export function targetOf(state) {
  const [first, second, c] = state.at;
  if (state.kind === "pixel") return { y: first, x: second, c };
  return state.kind === "cell" && sizesOf(state).rows ? placeOf(state, first, second) : null;
}

/** The pixel, cell, row or column so many further, from the last one to the first. */
export function further(state, steps) {
  const bounds = boundsOf(state);
  const lengths = bounds.map(([first, last]) => last - first + 1);
  const count = lengths.reduce((product, n) => product * n, 1);
  const before = state.at.reduce((k, n, axis) => k * lengths[axis] + n - bounds[axis][0], 0);
  let k = (before + steps + count) % count;
  const at = lengths.map((_, back) => {
    const axis = lengths.length - 1 - back;
    const n = bounds[axis][0] + (k % lengths[axis]);
    k = Math.floor(k / lengths[axis]);
    return n;
  });
  return { at: at.reverse() };
}

/** The same thing, or one that it touches, of another kind. */
export function asKind(state, kind) {
  if (kind === state.kind) return { kind, at: state.at };
  const { y, x, c } = targetOf(state) ?? { y: 0, x: 0, c: 0 };
  const cell =
    state.kind === "pixel" ? (cellsOf(state, { y, x, c })[0] ?? [0, 0])
    : state.kind === "row" ? [state.at[0], 0]
    : state.kind === "column" ? [0, state.at[0]] : state.at;
  if (kind !== "pixel") return { kind, at: { cell, row: [cell[0]], column: [cell[1]] }[kind] };
  const place = targetOf(settled({ ...state, kind: "cell", at: cell })) ?? { y, x, c };
  return { kind, at: [place.y, place.x, place.c] };
}

/** Where a key leads to among the pixels; the second channel lies to the right of the first. */
export function pixelAfter(state, key) {
  if (!ARROWS[key]) return null;
  const { at: [y, x, c] } = asKind(state, "pixel");
  if (state.kind !== "pixel") return { kind: "pixel", at: [y, x, c] };
  const [down, right] = ARROWS[key];
  const [first, last] = [-state.padding, state.width - 1 + state.padding];
  const over = Math.abs(right) > 1 ? 0 : x + right > last ? 1 : x + right < first ? -1 : 0;
  if (over === 0) return { kind: "pixel", at: [y + down, x + right, c] };
  const there = c + over >= 0 && c + over < state.channels;
  return { kind: "pixel", at: there ? [y, over > 0 ? first : last, c + over] : [y, x, c] };
}

/** Where a key leads to in the matrix; left of a row and above a column are their names. */
export function cellAfter(state, key) {
  if (!ARROWS[key]) return null;
  const { kind, at } = state;
  const [down, right] = ARROWS[key];
  if (kind === "pixel") return asKind(state, "cell");
  if (kind === "row") return right > 0 ? { kind: "cell", at: [at[0], right - 1] } : { kind, at: [at[0] + down] };
  if (kind === "column") return down > 0 ? { kind: "cell", at: [0, at[0]] } : { kind, at: [at[0] + right] };
  if (at[0] + down < 0) return { kind: "column", at: [at[1]] };
  if (at[1] + right === -1) return { kind: "row", at: [at[0]] };
  return { kind, at: [at[0] + down, at[1] + right] };
}

/** How the places are marked: "read" is chosen, "spanned" its window, "copy" another cell of the same pixel. */
export function marksOf(state) {
  const { kind, at } = state;
  const { rows, columns } = sizesOf(state);
  const target = targetOf(state);
  const same = ({ y, x, c }) => target && y === target.y && x === target.x && c === target.c;
  const chosen = (row, column) =>
    ({ pixel: same(placeOf(state, row, column)), cell: at[0] === row && at[1] === column, row: at[0] === row, column: at[0] === column })[kind];
  const other = (row, column) => {
    if (kind !== "cell") return "";
    return same(placeOf(state, row, column)) ? "copy" : at[0] === row ? "spanned" : "";
  };
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => (chosen(row, column) ? "read" : other(row, column))),
  );
  const pixels = new Map();
  cells.forEach((marks, row) =>
    marks.forEach((mark, column) => {
      const { y, x, c } = placeOf(state, row, column);
      if (mark && !(mark === "copy") && pixels.get(`${y},${x},${c}`) !== "read") pixels.set(`${y},${x},${c}`, mark);
    }),
  );
  if (target) pixels.set(`${target.y},${target.x},${target.c}`, "read");
  return { cells, pixel: (y, x, c) => pixels.get(`${y},${x},${c}`) ?? "" };
}

/** The end of an address that brings back a state. */
export function toFragment(state) {
  const query = [...NAMES, ...Object.keys(CHOICES)].map((name) => [name, state[name]]);
  return START + new URLSearchParams([...query, ["at", state.at.join(",")]]);
}

/** The state that an address ends in, or null if it ends in something else, or in nonsense. */
export function fromFragment(fragment) {
  if (!fragment.startsWith(START)) return null;
  const query = Object.fromEntries(new URLSearchParams(fragment.slice(START.length)));
  const whole = (text) => (/^-?\d{1,2}$/.test(text ?? "") ? Number(text) : NaN);
  const state = Object.fromEntries(NAMES.map((name) => [name, whole(query[name])]));
  const within = NAMES.every((name) => state[name] >= LIMITS[name][0] && state[name] <= LIMITS[name][1]);
  const known = Object.entries(CHOICES).every(([name, choices]) => choices.includes((state[name] = query[name])));
  if (!within || !known) return null;
  state.at = (query.at ?? "").split(",").map(whole);
  const { at } = settled(state);
  return at.length === state.at.length && at.every((n, axis) => n === state.at[axis]) ? state : null;
}
