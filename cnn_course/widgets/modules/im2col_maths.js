// im2col and col2im of one small image, as cnn_course.im2col has them: image[y][x][channel], matrix[row][column].
import { outputSize, timesSeen } from "./convolution.js";

const range = (count, make) => Array.from({ length: count }, (_, k) => make(k));

/** The places of the window, down and across, and the size of the matrix. */
export function sizesOf({ height, width, channels, kh, kw, stride, padding }) {
  const oh = outputSize(height, kh, { stride, padding });
  const ow = outputSize(width, kw, { stride, padding });
  return { oh, ow, rows: oh * ow, columns: kh * kw * channels };
}

/** What a cell of the matrix stands for: window (i, j), place (u, v) in it, channel c, and so pixel (y, x). */
export function placeOf(setting, row, column) {
  const { channels, kw, stride, padding } = setting;
  const { ow } = sizesOf(setting);
  const [i, j] = [Math.floor(row / ow), row % ow];
  const [u, v] = [Math.floor(column / (kw * channels)), Math.floor(column / channels) % kw];
  return { i, j, u, v, c: column % channels, y: i * stride + u - padding, x: j * stride + v - padding };
}

/** Whether a place lies in the image, and not in the padding around it. */
export function inImage({ height, width }, { y, x }) {
  return y >= 0 && y < height && x >= 0 && x < width;
}

/** Copy every window of the image into a row. */
export function im2col(image, setting) {
  const { rows, columns } = sizesOf(setting);
  const number = (place) => (inImage(setting, place) ? image[place.y][place.x][place.c] : 0);
  return range(rows, (row) => range(columns, (column) => number(placeOf(setting, row, column))));
}

/** Add every number of the matrix to the pixel that it belongs to; what belongs to the padding is left out. */
export function col2im(matrix, setting) {
  const { height, width, channels } = setting;
  const image = range(height, () => range(width, () => new Array(channels).fill(0)));
  matrix.forEach((numbers, row) =>
    numbers.forEach((number, column) => {
      const place = placeOf(setting, row, column);
      if (inImage(setting, place)) image[place.y][place.x][place.c] += number;
    }),
  );
  return image;
}

/** All cells of the matrix that hold a place (y, x) of a channel, the padding's too: [row, column] each. */
export function cellsOf(setting, { y, x, c }) {
  const { rows, columns } = sizesOf(setting);
  const cells = range(rows, (row) => range(columns, (column) => [row, column])).flat();
  return cells.filter(([row, column]) => {
    const place = placeOf(setting, row, column);
    return place.y === y && place.x === x && place.c === c;
  });
}

/** How often each pixel stands in the matrix: counts[y][x], the same for all channels. */
export function countsOf({ height, width, kh, kw, stride, padding }) {
  const across = timesSeen(width, kw, { stride, padding });
  const fits = across.some((count) => count > 0);
  return timesSeen(height, kh, { stride, padding }).map((down) => across.map((count) => (fits ? down * count : 0)));
}
