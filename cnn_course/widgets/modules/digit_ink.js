// A drawing in black and white becomes an image as MNIST has them: arithmetic, without a page.
// LeCun and others (1998), section III-A: the drawing's box is fitted into 20 by 20 pixels, its shape kept, which
// makes greys at its edges; then its centre of mass is put into the middle of 28 by 28.

export const IMAGE = 28;
const BOX = 20;
const MIDDLE = 14; // the number of the row, and of the column, that MNIST's centres of mass are nearest to

/** Where there is ink: {top, left, height, width}, or null. */
export function boxOf(points, side) {
  const [rows, columns] = [[], []];
  points.forEach((point, n) => {
    if (point) rows.push(Math.floor(n / side));
    if (point) columns.push(n % side);
  });
  if (!rows.length) return null;
  const least = (numbers) => numbers.reduce((a, b) => Math.min(a, b));
  const most = (numbers) => numbers.reduce((a, b) => Math.max(a, b));
  const [top, left] = [least(rows), least(columns)];
  return { top, left, height: most(rows) - top + 1, width: most(columns) - left + 1 };
}

/** How much of each of `count` pixels, `size` points wide, each of `length` points covers: rows of shares. */
function covered(length, count, size) {
  const share = (pixel, point) =>
    Math.max(0, Math.min((pixel + 1) * size, point + 1) - Math.max(pixel * size, point)) / size;
  return Array.from({ length: count }, (_, i) => Array.from({ length }, (__, k) => share(i, k)));
}

/** The box as height by width pixels, each the mean of the points below it. */
function fitted(points, side, { top, left, height, width }) {
  const size = Math.max(height, width) / BOX; // points in a pixel
  const [h, w] = [height, width].map((n) => Math.max(1, Math.round(n / size)));
  // The longer side fills its 20 pixels; the other one, a whole number of pixels.
  const [down, across] = [covered(height, h, height / h), covered(width, w, width / w)];
  const values = down.flatMap((shares) => {
    const line = new Array(width).fill(0);
    shares.forEach((share, i) => {
      if (!share) return;
      for (let j = 0; j < width; j += 1) line[j] += share * points[(top + i) * side + left + j];
    });
    return across.map((parts) => parts.reduce((sum, part, j) => sum + part * line[j], 0));
  });
  return { h, w, values };
}

/** The mean row, or column, of what has weight. */
function centreOf(values, place) {
  let [sum, all] = [0, 0];
  values.forEach((value, n) => {
    sum += value * place(n);
    all += value;
  });
  return sum / all;
}

/** The 28 by 28 pixels, with the box of the ink in points and in pixels, and where its corner came to lie. */
export function prepared(points, side) {
  const pixels = new Array(IMAGE * IMAGE).fill(0);
  const box = boxOf(points, side);
  if (!box) return { pixels, box };
  const { h, w, values } = fitted(points, side, box);
  // Of two corners that are equally good, the first: it leaves 4 pixels on each side of 20.
  const inside = (from, length) => Math.max(0, Math.min(IMAGE - length, Math.round(MIDDLE - from - 1e-6)));
  const row = inside(centreOf(values, (n) => Math.floor(n / w)), h);
  const column = inside(centreOf(values, (n) => n % w), w);
  values.forEach((value, n) => {
    pixels[(row + Math.floor(n / w)) * IMAGE + column + (n % w)] = Math.round(value);
  });
  return { pixels, box, size: [h, w], corner: [row, column] };
}

/** The drawing as it lies there: each pixel is the mean of the points below it. */
export function shrunk(points, side) {
  const size = side / IMAGE;
  const sums = new Array(IMAGE * IMAGE).fill(0);
  points.forEach((point, n) => {
    sums[Math.floor(Math.floor(n / side) / size) * IMAGE + Math.floor((n % side) / size)] += point;
  });
  return sums.map((sum) => Math.round(sum / size ** 2));
}
