// Which numbers of earlier maps, and which pixels, a number of a stack of layers depends on. No page.
// Map 0 is the input. A pixel outside of it has a negative number, or one that is too large.
import { dilated, outputSize } from "./convolution.js";

const MARGIN = 8; // pixels drawn outside of the image, at most

const product = (numbers) => numbers.reduce((all, n) => all * n, 1);

/** Why layer number `place` cannot read maps of this size, or "". */
function problemOf({ kernel, padding, dilation }, size, place) {
  const span = dilated(kernel, dilation);
  const spread = dilation > 1 ? ` with a dilation of ${dilation}` : "";
  const window = `The window of layer ${place}, ${kernel} × ${kernel}${spread}`;
  if (span > Math.min(...size) + 2 * padding) {
    const padded = size.map((n) => n + 2 * padding).join(" × ");
    return `${window}, spans ${span} × ${span} and does not fit in ${size.join(" × ")} numbers with a padding of ${padding}, which are ${padded}. Use a smaller kernel or dilation, more padding, or a larger input.`;
  }
  if (padding >= span) {
    return `${window}, spans ${span} × ${span}, so with a padding of ${padding} some windows lie in the padding alone. Use a padding of at most ${span - 1}.`;
  }
  return "";
}

/**
 * The input's map and that of each layer that fits, and why the next one does not, or "".
 * A map has its `size` [height, width]; the `jump` from one field to the next, a `field`'s side, and the
 * pixel that the `first` field begins at, all in pixels of the input, alike along both axes
 * (Araujo, Norris and Sim 2019, equation 2).
 */
export function mapsOf(input, layers) {
  const maps = [{ size: input, jump: 1, field: 1, first: 0 }];
  for (const layer of layers) {
    const { size, jump, field, first } = maps.at(-1);
    const problem = problemOf(layer, size, maps.length);
    if (problem) return { maps, problem };
    maps.push({
      size: size.map((n) => outputSize(n, layer.kernel, layer)),
      jump: jump * layer.stride,
      field: field + (layer.kernel - 1) * layer.dilation * jump,
      first: first - layer.padding * jump,
    });
  }
  return { maps, problem: "" };
}

/** One axis, one layer back: for each of `size` numbers, the ways on which the counted numbers read it. */
function countsBefore(counts, size, { kernel, stride, padding, dilation }) {
  const before = new Array(size).fill(0);
  counts.forEach((count, place) => {
    for (let k = 0; k < kernel; k += 1) {
      const n = place * stride + k * dilation - padding;
      if (count && n >= 0 && n < size) before[n] += count;
    }
  });
  return before;
}

/**
 * What the number at [row, column] of map `chosen` depends on in each map up to it, the input first:
 * the region [start, start + side) along each axis, and along each axis the `counts` of paths. A path takes
 * one number of each window on its way down; padding ends it. In two dimensions, the counts multiply,
 * because a window's rows and columns are chosen independently.
 */
export function traceOf(maps, layers, chosen, at) {
  const only = (size, place) => Array.from({ length: size }, (_, n) => Number(n === place));
  const traces = [{ start: at, side: 1, counts: at.map((place, axis) => only(maps[chosen].size[axis], place)) }];
  for (let m = chosen - 1; m >= 0; m -= 1) {
    const [{ start, side, counts }, layer] = [traces[0], layers[m]];
    traces.unshift({
      start: start.map((n) => n * layer.stride - layer.padding),
      side: (side - 1) * layer.stride + dilated(layer.kernel, layer.dilation),
      counts: counts.map((axis, k) => countsBefore(axis, maps[m].size[k], layer)),
    });
  }
  return traces;
}

/** How many numbers of a region there are, how many of them are padding, and how many others no path reaches. */
export function sharesOf({ start, side, counts }) {
  const inside = product(counts.map((axis, k) => Math.max(0, Math.min(axis.length, start[k] + side) - Math.max(0, start[k]))));
  const read = product(counts.map((axis) => axis.filter(Boolean).length));
  return { all: side * side, padding: side * side - inside, skipped: inside - read, read };
}

/** Of a region's paths: all, the most and the fewest to one number, and how few numbers have half of them. */
export function pathsOf({ counts: [rows, columns] }) {
  const counts = rows.flatMap((row) => columns.map((column) => row * column)).filter(Boolean);
  counts.sort((a, b) => b - a);
  const all = counts.reduce((sum, count) => sum + count, 0);
  let [half, sum] = [0, 0];
  for (; 2 * sum < all; half += 1) sum += counts[half];
  return { all, most: counts[0] ?? 0, fewest: counts.at(-1) ?? 0, half };
}

/** The pixels [from, to) that a picture shows along an axis: the image, and what of the fields lies outside. */
export function viewOf(maps, axis) {
  const size = maps[0].size[axis];
  const ends = maps.map(({ size: sizes, jump, field, first }) => {
    const [last, over] = [first + (sizes[axis] - 1) * jump, Math.max(0, (jump - field) / 2)];
    return [first - over, last + field + over];
  });
  const outside = (n) => Math.min(MARGIN, Math.max(0, Math.ceil(n)));
  return [-outside(Math.max(...ends.map(([from]) => -from))), size + outside(Math.max(...ends.map(([, to]) => to - size)))];
}

/** Where a map's numbers are drawn along an axis: around the middles of their fields, `step` pixels each. */
export function placesOf({ size, jump, field, first }, axis, [from, to]) {
  const step = Math.min(jump, (to - from) / size[axis]);
  const middle = first + (field + jump * (size[axis] - 1)) / 2;
  const origin = middle - (step * size[axis]) / 2;
  return { step, origin: Math.max(from, Math.min(to - step * size[axis], origin)) };
}
