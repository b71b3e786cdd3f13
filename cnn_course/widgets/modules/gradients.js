// The way back through a convolution of one grey image with one kernel, without a page: arrays of rows.
// As cnn_course.conv.conv2d_backward has it: the gradients of a loss whose slopes for the outputs are the deltas dy.
import { pad } from "./convolution.js";

const zeros = (grid) => grid.map((row) => row.map(() => 0));

/** dx, dw and db: each delta gives its share to all that its window has used, and the shares add up. */
export function backward(x, w, dy, { stride = 1, padding = 0 } = {}) {
  const padded = pad(x, padding);
  const [shares, dw] = [zeros(padded), zeros(w)];
  let db = 0;
  dy.forEach((row, i) => row.forEach((delta, j) => {
    db += delta;
    w.forEach((weights, u) => weights.forEach((weight, v) => {
      shares[i * stride + u][j * stride + v] += delta * weight;
      dw[u][v] += delta * padded[i * stride + u][j * stride + v];
    }));
  }));
  const dx = x.map((row, r) => shares[r + padding].slice(padding, padding + row.length));
  return { dx, dw, db };
}

/** The kernel turned by 180 degrees. */
export function turned(kernel) {
  return kernel.map((row) => [...row].reverse()).reverse();
}

/** Along one axis, which windows read pixel n, and by which of the kernel's numbers: pairs of both. */
export function readersOf(n, kernel, places, { stride = 1, padding = 0 } = {}) {
  const windows = Array.from({ length: places }, (_, i) => [i, n + padding - i * stride]);
  return windows.filter(([, u]) => u >= 0 && u < kernel);
}

/** Along one axis, which delta stands at place n of the framed deltas: its number, or -1 for a zero. */
export function deltaAt(n, kernel, places, { stride = 1, padding = 0 } = {}) {
  const from = n + padding - (kernel - 1);
  return from >= 0 && from % stride === 0 && from / stride < places ? from / stride : -1;
}

/** The deltas with zeros between and around them, over which the turned kernel slides to give dx. */
export function framed(dy, [height, width], [kh, kw], options = {}) {
  const line = (size, kernel, places) =>
    Array.from({ length: size + kernel - 1 }, (_, n) => deltaAt(n, kernel, places, options));
  const columns = line(width, kw, dy[0].length);
  return line(height, kh, dy.length).map((i) => columns.map((j) => (i < 0 || j < 0 ? 0 : dy[i][j])));
}
