// What the widget on im2col says: the formulas with their numbers. No page.
import { cellsOf, col2im, countsOf, inImage, placeOf, sizesOf } from "./im2col_maths.js";
import { HOLDS, imageOf, matrixOf, targetOf } from "./im2col_state.js";

const EVERY = { 2: "second", 3: "third" };
const signed = (n) => String(n).replace("-", "−");
const pair = (...numbers) => `(${numbers.map(signed).join(", ")})`;
const often = (n) => (n === 1 ? "once" : `${n} times`);
const windows = (n) => (n === 1 ? "1 window" : `${n} windows`);
const inChannel = ({ channels }, { c }) => (channels > 1 ? `, channel ${c}` : "");

/** The size of the matrix, or why there is none. */
export function sizeInWords(state) {
  const { height, width, channels, kh, kw, stride, padding } = state;
  const { oh, ow, rows, columns } = sizesOf(state);
  if (rows === 0) {
    return `No matrix: a window of ${kh} by ${kw} does not fit in ${height + 2 * padding} by ${width + 2 * padding} pixels. Use a smaller window or more padding.`;
  }
  const axis = (n, k) => `⌊(${n} + 2 · ${padding} − ${k}) / ${stride}⌋ + 1`;
  const [cells, numbers] = [rows * columns, height * width * channels];
  const times = (ratio) => Math.round(ratio * 100) / 100;
  return `OH = ${axis(height, kh)} = ${oh} and OW = ${axis(width, kw)} = ${ow}. The matrix has OH · OW = ${rows} rows and KH · KW · C = ${kh} · ${kw} · ${channels} = ${columns} columns: ${cells} numbers, ${times(cells / numbers)} times the image's ${numbers}. With a large image it would be about KH · KW / (S · S) = ${times((kh * kw) / stride ** 2)} times.`;
}

/** A formula that no line break cuts. */
const whole = (text) => text.replaceAll(" ", "\u00a0");

/** row = i · OW + j, with numbers. */
function rowFormula(state, { i, j }) {
  const { ow } = sizesOf(state);
  return whole(`${i} · ${ow} + ${j} = ${i * ow + j}`);
}

/** column = (u · KW + v) · C + c, with numbers. */
function columnFormula({ kw, channels }, { u, v, c }) {
  return whole(`(${u} · ${kw} + ${v}) · ${channels} + ${c} = ${(u * kw + v) * channels + c}`);
}

/** The numbers that col2im adds up in a place, as a sum. */
function sumOf(state, place) {
  const matrix = matrixOf(state);
  const numbers = cellsOf(state, place).map(([row, column]) => matrix[row][column]);
  const total = numbers.reduce((sum, n) => sum + n, 0);
  return numbers.length > 1 ? `${numbers.join(" + ")} = ${total}` : String(total);
}

/** Where the copies of a pixel are, or what comes back to it. */
function pixelInWords(state, place) {
  const count = cellsOf(state, place).length;
  const name = pair(place.y, place.x) + inChannel(state, place);
  if (!inImage(state, place)) {
    const fate = state.mode === "im2col" ? `a zero, which lies in ${windows(count)}` : `what falls there, ${sumOf(state, place)}, is cut off`;
    return `Place ${name} is padding: ${fate}.`;
  }
  const number = imageOf(state)[place.y][place.x][place.c];
  if (state.mode === "im2col") {
    const copies = count ? `It lies in ${windows(count)}, so im2col writes it ${often(count)}` : "No window reaches it, so it is not in the matrix";
    return `Pixel ${name} holds ${number}. ${copies}.`;
  }
  const sum = count ? sumOf(state, place) : "nothing comes back, so it is 0";
  const times = state.holds === HOLDS[0] ? ` That is its number times its count: ${number} · ${count} = ${number * count}.` : "";
  return `Pixel ${name}: ${sum}.${times}`;
}

/** Which pixel a cell is from, or goes to. */
function cellInWords(state, [row, column]) {
  const { stride, padding, channels } = state;
  const place = placeOf(state, row, column);
  const { i, j, u, v, c, y, x } = place;
  const less = padding ? ` − ${padding}` : "";
  const where = `Row ${row} is window ${pair(i, j)}: ${rowFormula(state, place)}. Column ${column} is place ${pair(u, v)}${channels > 1 ? ` of channel ${c}` : ""}: ${columnFormula(state, place)}.`;
  const pixel = `(${i} · ${stride} + ${u}${less}, ${j} · ${stride} + ${v}${less}) = ${pair(y, x)}`;
  const number = matrixOf(state)[row][column];
  if (!inImage(state, place)) {
    return `${where} Together they are ${pixel}, which is padding: ${state.mode === "im2col" ? "a zero" : `the ${number} is cut off`}.`;
  }
  const fate = state.mode === "im2col" ? `which holds ${number}` : `and the ${number} is added there: ${sumOf(state, place)}`;
  return `${where} Together they are pixel ${pixel}, ${fate}.`;
}

/** A row is a window, in reading order. */
function rowInWords(state, row) {
  const place = placeOf(state, row, 0);
  const numbers = matrixOf(state)[row].join(" ");
  const together = state.channels > 1 ? ", the channels of a pixel together" : "";
  const what = state.mode === "im2col" ? `It holds the window in reading order${together}: ${numbers}` : `Its numbers are added to the pixels of that window: ${numbers}`;
  return `Row ${row} is window ${pair(place.i, place.j)}: ${rowFormula(state, place)}. ${what}.`;
}

/** A column is a piece of the image. */
function columnInWords(state, column) {
  const place = placeOf(state, 0, column);
  const numbers = matrixOf(state).map((row) => row[column]).join(" ");
  const every = state.stride > 1 ? `, of which it takes every ${EVERY[state.stride]} row and column` : "";
  const what = state.mode === "im2col" ? `It holds a piece of the image${every}: ${numbers}` : `Each of its numbers goes to another pixel, so none is met twice: ${numbers}`;
  return `Column ${column} is place ${pair(place.u, place.v)} of all windows${inChannel(state, place)}: ${columnFormula(state, place)}. ${what}.`;
}

/** What is chosen, in one or a few sentences. */
export function chosenInWords(state) {
  const { kind, at } = state;
  if (kind === "pixel") return pixelInWords(state, targetOf(state));
  if (sizesOf(state).rows === 0) return "";
  return { cell: () => cellInWords(state, at), row: () => rowInWords(state, at[0]), column: () => columnInWords(state, at[0]) }[kind]();
}

/** A line for each cell of the chosen pixel: its formulas. */
export function cellsInWords(state) {
  if (state.kind !== "pixel") return [];
  return cellsOf(state, targetOf(state)).map(([row, column]) => {
    const place = placeOf(state, row, column);
    return `row ${rowFormula(state, place)}, column ${columnFormula(state, place)}`;
  });
}

/** What the counts have to do with the matrix, or with what comes back. */
export function countsInWords(state) {
  const { rows, columns } = sizesOf(state);
  const counts = countsOf(state).flat();
  const copies = counts.reduce((sum, n) => sum + n, 0) * state.channels;
  const rest = rows * columns - copies;
  if (state.mode === "im2col") {
    const added = `So often im2col copies each pixel. ${state.channels > 1 ? "In both channels the" : "The"} counts add up to ${copies}`;
    return rest ? `${added}; the other ${rest} of the ${rows * columns} cells hold padding.` : `${added}, the cells of the matrix.`;
  }
  if (state.holds === "ones") return "Ones come back as the counts.";
  if (state.holds !== HOLDS[0]) return "";
  const back = col2im(matrixOf(state), state).flat(2);
  const kept = imageOf(state).flat(2).filter((n, k) => n === back[k]).length;
  if (kept === back.length) return "Here every count is 1, so x comes back as it was.";
  return `col2im(im2col(x)) is x times the counts, not x: ${kept || "none"} of the ${back.length} numbers ${kept === 1 ? "is" : "are"} as before.`;
}
