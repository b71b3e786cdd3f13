// Grids of numbers as pictures on a canvas, in the colours of cnn_course.visualize.

const CELL = 10; // the canvas' own pixels for one number
const [BLUE, WHITE, ORANGE] = [[29, 78, 216], [255, 255, 255], [234, 88, 12]];

/** The colour of a signed number: blue at -top, white at 0, orange at top. */
export function signedColour(value, top) {
  const share = top > 1e-9 ? Math.min(1, Math.abs(value) / top) : 0;
  const end = value < 0 ? BLUE : ORANGE;
  return WHITE.map((from, k) => Math.round(from + share * (end[k] - from)));
}

/** From black at 0 to white at 255. */
export function greyColour(value) {
  return [value, value, value];
}

/** Fill the canvas with a grid, one square a number. */
export function drawGrid(canvas, grid, colour) {
  canvas.height = grid.length * CELL;
  canvas.width = grid[0].length * CELL;
  const context = canvas.getContext("2d");
  grid.forEach((row, i) =>
    row.forEach((value, j) => {
      context.fillStyle = `rgb(${colour(value).join(" ")})`;
      context.fillRect(j * CELL, i * CELL, CELL, CELL);
    }),
  );
}

/** The same for many greys 0..255, `side` in a row. */
export function drawGreys(canvas, values, side) {
  const sheet = document.createElement("canvas"); // a pixel a number
  sheet.width = sheet.height = side;
  const small = sheet.getContext("2d");
  const picture = small.createImageData(side, side);
  values.forEach((value, n) => picture.data.set([value, value, value, 255], 4 * n));
  small.putImageData(picture, 0, 0);
  canvas.width = canvas.height = side * CELL;
  const context = canvas.getContext("2d");
  context.imageSmoothingEnabled = false;
  context.drawImage(sheet, 0, 0, canvas.width, canvas.height);
}

/** Frame `size` by `size` squares; two lines, so that it is seen on every ground. */
export function drawFrame(canvas, [row, column], size, colour) {
  const context = canvas.getContext("2d");
  for (const [style, lineWidth] of [["#fff", 6], [colour, 3]]) {
    Object.assign(context, { strokeStyle: style, lineWidth });
    context.strokeRect(column * CELL, row * CELL, size * CELL, size * CELL);
  }
}

/** The row and column that an event of the pointer is at, on a canvas of so many squares a side. */
export function placeOf(event, canvas, squares) {
  const box = canvas.getBoundingClientRect();
  const place = (from, start, length) =>
    Math.max(0, Math.min(squares - 1, Math.floor(((from - start) / length) * squares)));
  return [place(event.clientY, box.top, box.height), place(event.clientX, box.left, box.width)];
}

/** The places on the straight line between two places, both included. */
export function line([row, column], [toRow, toColumn]) {
  const steps = Math.max(Math.abs(toRow - row), Math.abs(toColumn - column), 1);
  return Array.from({ length: steps + 1 }, (_, k) => [
    Math.round(row + ((toRow - row) * k) / steps),
    Math.round(column + ((toColumn - column) * k) / steps),
  ]);
}

/** The middle square of an image file, as side by side grey pixels 0..255. */
export async function readImage(file, side) {
  const whole = await createImageBitmap(file);
  const cut = Math.min(whole.width, whole.height);
  const [left, top] = [(whole.width - cut) / 2, (whole.height - cut) / 2];
  const small = { resizeWidth: side, resizeHeight: side, resizeQuality: "high" };
  const bitmap = await createImageBitmap(whole, left, top, cut, cut, small);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const context = canvas.getContext("2d");
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, side, side);
  // The weights of red, green and blue in ITU-R BT.601, section 2.5.1.
  return Array.from({ length: side * side }, (_, k) =>
    Math.round(0.299 * data[4 * k] + 0.587 * data[4 * k + 1] + 0.114 * data[4 * k + 2]),
  );
}
