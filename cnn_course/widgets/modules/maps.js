// Many small maps side by side on one canvas.

const TILE = 112; // the canvas' own pixels for a map: four for each of 28 numbers
const GAP = 8;
const STEP = TILE + GAP;
const columnsOf = (count) => (count > 64 ? 12 : Math.min(8, count)); // 84 numbers are 7 rows of 12

/** Fill the canvas with the maps of a grid {shape: [h, w, c], values}, and frame the chosen one. */
export function drawMaps(canvas, { shape: [h, w, c], values }, colour, chosen) {
  const columns = columnsOf(c);
  Object.assign(canvas.dataset, { maps: c, columns });
  canvas.width = columns * STEP;
  canvas.height = Math.ceil(c / columns) * STEP;
  const sheet = document.createElement("canvas"); // one pixel a number, the maps below each other
  sheet.width = w;
  sheet.height = c * h;
  const small = sheet.getContext("2d");
  const picture = small.createImageData(w, c * h);
  values.forEach((value, n) => {
    const at = (n % c) * h * w + Math.floor(n / c);
    picture.data.set(colour(value), 4 * at);
    picture.data[4 * at + 3] = 255;
  });
  small.putImageData(picture, 0, 0);
  const context = canvas.getContext("2d");
  context.imageSmoothingEnabled = false;
  context.fillStyle = "#767676"; // between black and white maps
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (let k = 0; k < c; k += 1) {
    const [x, y] = [(k % columns) * STEP + GAP / 2, Math.floor(k / columns) * STEP + GAP / 2];
    context.drawImage(sheet, 0, k * h, w, h, x, y, TILE, TILE);
    if (k === chosen) frame(context, x, y);
  }
}

/** Two lines, so that it is seen on every ground. */
function frame(context, x, y) {
  for (const [strokeStyle, lineWidth] of [["#fff", 12], ["#c2410c", 6]]) {
    Object.assign(context, { strokeStyle, lineWidth });
    context.strokeRect(x, y, TILE, TILE);
  }
}

/** The number of the map that an event of the pointer is at, or null. */
export function mapAt(event, canvas, count) {
  const box = canvas.getBoundingClientRect();
  const columns = columnsOf(count);
  const rows = Math.ceil(count / columns);
  const column = Math.floor(((event.clientX - box.left) / box.width) * columns);
  const row = Math.floor(((event.clientY - box.top) / box.height) * rows);
  const k = row * columns + column;
  return column >= 0 && column < columns && k >= 0 && k < count ? k : null;
}
