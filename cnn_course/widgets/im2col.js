const widget = (() => {
"use strict";
const module_convolution = (() => {
// The arithmetic of convolution on small grey images, without a page: arrays of rows, height before width.
// As cnn_course.conv has it: the kernel slides as it is, and is not flipped.

/** How many pixels a kernel's side of `size` numbers spans when `dilation` pixels lie between neighbours' starts. */
function dilated(size, dilation = 1) {
  return (size - 1) * dilation + 1;
}

/** floor((size + 2 padding - span) / stride) + 1, and 0 where the kernel does not fit. */
function outputSize(size, kernel, { stride = 1, padding = 0, dilation = 1 } = {}) {
  const steps = Math.floor((size + 2 * padding - dilated(kernel, dilation)) / stride);
  return Math.max(0, steps + 1);
}

/** The image with `padding` rows and columns of zeros on each side. */
function pad(image, padding) {
  const width = image[0].length + 2 * padding;
  const empty = () => Array.from({ length: padding }, () => new Array(width).fill(0));
  const zeros = new Array(padding).fill(0);
  return [...empty(), ...image.map((row) => [...zeros, ...row, ...zeros]), ...empty()];
}

/** The pixels of a padded image that lie under the kernel when it fills row i, column j of the output. */
function windowAt(padded, kernel, i, j, { stride = 1, dilation = 1 } = {}) {
  return kernel.map((row, u) =>
    row.map((_, v) => padded[i * stride + u * dilation][j * stride + v * dilation]),
  );
}

/** The sum of the products of numbers in the same place. */
function sumOfProducts(window, kernel) {
  let sum = 0;
  kernel.forEach((row, u) => row.forEach((number, v) => (sum += number * window[u][v])));
  return sum;
}

/** y[i][j] = the sum over u, v of image[i stride + u dilation][j stride + v dilation] * kernel[u][v]. */
function correlate(image, kernel, options = {}) {
  const padded = pad(image, options.padding ?? 0);
  const height = outputSize(image.length, kernel.length, options);
  const width = outputSize(image[0].length, kernel[0].length, options);
  const row = (i) =>
    Array.from({ length: width }, (_, j) =>
      sumOfProducts(windowAt(padded, kernel, i, j, options), kernel),
    );
  return Array.from({ length: height }, (_, i) => row(i));
}

/** For each pixel along one axis, how many of the kernel's places read it; padding left out. */
function timesSeen(size, kernel, { stride = 1, padding = 0, dilation = 1 } = {}) {
  const seen = new Array(size).fill(0);
  const places = outputSize(size, kernel, { stride, padding, dilation });
  for (let i = 0; i < places; i += 1) {
    for (let u = 0; u < kernel; u += 1) {
      const pixel = i * stride + u * dilation - padding;
      if (pixel >= 0 && pixel < size) seen[pixel] += 1;
    }
  }
  return seen;
}

return { dilated, outputSize, pad, windowAt, sumOfProducts, correlate, timesSeen };
})();
const module_im2col_maths = (() => {
// im2col and col2im of one small image, as cnn_course.im2col has them: image[y][x][channel], matrix[row][column].
const { outputSize, timesSeen } = module_convolution;

const range = (count, make) => Array.from({ length: count }, (_, k) => make(k));

/** The places of the window, down and across, and the size of the matrix. */
function sizesOf({ height, width, channels, kh, kw, stride, padding }) {
  const oh = outputSize(height, kh, { stride, padding });
  const ow = outputSize(width, kw, { stride, padding });
  return { oh, ow, rows: oh * ow, columns: kh * kw * channels };
}

/** What a cell of the matrix stands for: window (i, j), place (u, v) in it, channel c, and so pixel (y, x). */
function placeOf(setting, row, column) {
  const { channels, kw, stride, padding } = setting;
  const { ow } = sizesOf(setting);
  const [i, j] = [Math.floor(row / ow), row % ow];
  const [u, v] = [Math.floor(column / (kw * channels)), Math.floor(column / channels) % kw];
  return { i, j, u, v, c: column % channels, y: i * stride + u - padding, x: j * stride + v - padding };
}

/** Whether a place lies in the image, and not in the padding around it. */
function inImage({ height, width }, { y, x }) {
  return y >= 0 && y < height && x >= 0 && x < width;
}

/** Copy every window of the image into a row. */
function im2col(image, setting) {
  const { rows, columns } = sizesOf(setting);
  const number = (place) => (inImage(setting, place) ? image[place.y][place.x][place.c] : 0);
  return range(rows, (row) => range(columns, (column) => number(placeOf(setting, row, column))));
}

/** Add every number of the matrix to the pixel that it belongs to; what belongs to the padding is left out. */
function col2im(matrix, setting) {
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
function cellsOf(setting, { y, x, c }) {
  const { rows, columns } = sizesOf(setting);
  const cells = range(rows, (row) => range(columns, (column) => [row, column])).flat();
  return cells.filter(([row, column]) => {
    const place = placeOf(setting, row, column);
    return place.y === y && place.x === x && place.c === c;
  });
}

/** How often each pixel stands in the matrix: counts[y][x], the same for all channels. */
function countsOf({ height, width, kh, kw, stride, padding }) {
  const across = timesSeen(width, kw, { stride, padding });
  const fits = across.some((count) => count > 0);
  return timesSeen(height, kh, { stride, padding }).map((down) => across.map((count) => (fits ? down * count : 0)));
}

return { sizesOf, placeOf, inImage, im2col, col2im, cellsOf, countsOf };
})();
const module_im2col_state = (() => {
// What the widget on im2col shows and has chosen, and the link that brings it back. No page.
const { cellsOf, col2im, im2col, placeOf, sizesOf } = module_im2col_maths;

/** The least and the largest of each number that the reader sets. */
const LIMITS = { height: [2, 5], width: [2, 6], channels: [1, 2], kh: [1, 3], kw: [1, 3], stride: [1, 3], padding: [0, 1] };
const NAMES = Object.keys(LIMITS);
const MODES = ["im2col", "col2im"];
const HOLDS = ["windows of x", "ones", "row numbers"]; // what the matrix holds on the way back
const KINDS = ["pixel", "cell", "row", "column"]; // what can be chosen
const SECOND = 50; // what a number of the second channel has more than the one beside it
const CHOICES = { mode: MODES, holds: HOLDS, kind: KINDS };
const START = "#im2col?";
const FAR = 99;
const ARROWS = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -FAR], End: [0, FAR],
};

/** The image: its first channel counts the pixels, so that a number names its pixel. */
function imageOf({ height, width, channels }) {
  const pixel = (y, x) => Array.from({ length: channels }, (_, c) => y * width + x + 1 + SECOND * c);
  return Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => pixel(y, x)));
}

/** The matrix that is shown. */
function matrixOf(state) {
  const windows = im2col(imageOf(state), state);
  if (state.mode === "im2col" || state.holds === HOLDS[0]) return windows;
  return windows.map((row, r) => row.map(() => (state.holds === "ones" ? 1 : r + 1)));
}

/** The numbers that are shown in the image's place: the image, or what comes back. */
function pixelsOf(state) {
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
function settled(state) {
  const within = ([first, last], n) => Math.max(first, Math.min(last, n ?? 0));
  return { ...state, at: boundsOf(state).map((bound, axis) => within(bound, state.at[axis])) };
}

/** The place {y, x, c} that is chosen: the pixel, or the cell's; null for a row or a column. */
function targetOf(state) {
  const [first, second, c] = state.at;
  if (state.kind === "pixel") return { y: first, x: second, c };
  return state.kind === "cell" && sizesOf(state).rows ? placeOf(state, first, second) : null;
}

/** The pixel, cell, row or column so many further, from the last one to the first. */
function further(state, steps) {
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
function asKind(state, kind) {
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
function pixelAfter(state, key) {
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
function cellAfter(state, key) {
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
function marksOf(state) {
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
function toFragment(state) {
  const query = [...NAMES, ...Object.keys(CHOICES)].map((name) => [name, state[name]]);
  return START + new URLSearchParams([...query, ["at", state.at.join(",")]]);
}

/** The state that an address ends in, or null if it ends in something else, or in nonsense. */
function fromFragment(fragment) {
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

return { LIMITS, NAMES, MODES, HOLDS, KINDS, SECOND, imageOf, matrixOf, pixelsOf, settled, targetOf, further, asKind, pixelAfter, cellAfter, marksOf, toFragment, fromFragment };
})();
const module_im2col_words = (() => {
// What the widget on im2col says: the formulas with their numbers. No page.
const { cellsOf, col2im, countsOf, inImage, placeOf, sizesOf } = module_im2col_maths;
const { HOLDS, imageOf, matrixOf, targetOf } = module_im2col_state;

const EVERY = { 2: "second", 3: "third" };
const signed = (n) => String(n).replace("-", "−");
const pair = (...numbers) => `(${numbers.map(signed).join(", ")})`;
const often = (n) => (n === 1 ? "once" : `${n} times`);
const windows = (n) => (n === 1 ? "1 window" : `${n} windows`);
const inChannel = ({ channels }, { c }) => (channels > 1 ? `, channel ${c}` : "");

/** The size of the matrix, or why there is none. */
function sizeInWords(state) {
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
function chosenInWords(state) {
  const { kind, at } = state;
  if (kind === "pixel") return pixelInWords(state, targetOf(state));
  if (sizesOf(state).rows === 0) return "";
  return { cell: () => cellInWords(state, at), row: () => rowInWords(state, at[0]), column: () => columnInWords(state, at[0]) }[kind]();
}

/** A line for each cell of the chosen pixel: its formulas. */
function cellsInWords(state) {
  if (state.kind !== "pixel") return [];
  return cellsOf(state, targetOf(state)).map(([row, column]) => {
    const place = placeOf(state, row, column);
    return `row ${rowFormula(state, place)}, column ${columnFormula(state, place)}`;
  });
}

/** What the counts have to do with the matrix, or with what comes back. */
function countsInWords(state) {
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

return { sizeInWords, chosenInWords, cellsInWords, countsInWords };
})();
const module_elements = (() => {
// Elements of a page, made in one line each.

/** An element with attributes (true: without a value; false: left out) and children, elements or text. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

/** A control in a label, which names it for everybody. */
function labelled(words, control) {
  return make("label", {}, make("span", {}, words), control);
}

/** A group of radio buttons of one name, the first of them chosen. */
function radios(legend, name, choices) {
  const buttons = choices.map((value, k) =>
    make("label", {}, make("input", { type: "radio", name, value, checked: k === 0 }), value),
  );
  return make("fieldset", {}, make("legend", {}, legend), ...buttons);
}

/** A button that sends nothing. */
function button(words) {
  return make("button", { type: "button" }, words);
}

/** A slider in a label, and where the label shows its value. */
function slider(words, [min, max]) {
  const value = make("span", { class: "value", "aria-hidden": "true" });
  const input = make("input", { type: "range", min, max, step: 1 });
  return { input, value, label: make("label", {}, make("span", {}, words), " ", value, input) };
}

/** Rows of squares, each made of what `square(row, column)` says: the attributes and the text of it. */
function squares(height, width, square) {
  const one = (i, j) => {
    const { text = "", ...attributes } = square(i, j);
    return make("span", attributes, text);
  };
  const row = (i) => make("div", { class: "line" }, ...Array.from({ length: width }, (_, j) => one(i, j)));
  return Array.from({ length: height }, (_, i) => row(i));
}

return { make, labelled, radios, button, slider, squares };
})();
const module_links = (() => {
// The link to a widget's state: the end of the page's address, as painter_state.js has it.

/** Take over the state that the address ends in, now and whenever it changes; returns what ends this. */
function followLinks(frame, fromFragment, change) {
  const arrive = (block) => {
    const linked = fromFragment(location.hash);
    if (linked) change(linked);
    if (linked) requestAnimationFrame(() => frame.scrollIntoView({ block }));
  };
  const again = () => arrive("nearest");
  addEventListener("hashchange", again);
  arrive("start");
  return () => removeEventListener("hashchange", again);
}

/** Take the state out of the address, if there is one. */
function forgetLink(fromFragment) {
  if (fromFragment(location.hash)) history.replaceState(null, "", location.pathname + location.search);
}

return { followLinks, forgetLink };
})();
const module_im2col = (() => {
// im2col and col2im, number by number: choose a pixel and see its cells, or a cell and see its pixel.
const { countsOf, inImage, placeOf, sizesOf } = module_im2col_maths;
const { HOLDS, KINDS, LIMITS, MODES, NAMES, asKind, cellAfter, fromFragment, further, imageOf, marksOf, matrixOf, pixelAfter, pixelsOf, settled, toFragment } = module_im2col_state;
const { cellsInWords, chosenInWords, countsInWords, sizeInWords } = module_im2col_words;
const { button, make, radios, slider, squares } = module_elements;
const { followLinks, forgetLink } = module_links;

const DEFAULTS = {
  height: 3, width: 4, channels: 1, kh: 2, kw: 2, stride: 1, padding: 0,
  mode: MODES[0], holds: HOLDS[0], kind: KINDS[0], at: [0, 0, 0],
};
const KEYS = Object.keys(DEFAULTS);
const WORDS = { height: "Height H", width: "Width W", channels: "Channels C", kh: "Window KH", kw: "Window KW", stride: "Stride S", padding: "Padding P" };
const HEADS = ["u", "v", "c"]; // the lines above the matrix
let made = 0; // widgets on this page: ids and names of groups differ

/** All elements that anything is asked of later. */
function build() {
  const id = `im2col-${(made += 1)}`;
  const steps = (help) => make("div", { class: "steps", role: "application", tabindex: 0, "aria-describedby": `${id}-${help}` });
  return {
    id,
    sliders: Object.fromEntries(NAMES.map((name) => [name, slider(WORDS[name], LIMITS[name])])),
    groups: {
      mode: radios("Direction", `${id}-mode`, MODES),
      kind: radios("Choose a", `${id}-kind`, KINDS),
      holds: radios("The matrix holds", `${id}-holds`, HOLDS),
    },
    size: make("p", { class: "size" }),
    hatched: make("span", {}, " Hatched: padding."),
    title: make("span", { class: "title" }),
    pixels: steps("pixels"),
    matrix: steps("matrix"),
    back: button("Step back"),
    forward: button("Step forward"),
    step: make("p", { class: "step" }),
    lines: make("ul", {}),
    formula: make("p", {}, "Its cells are in row i · OW + j and column (u · KW + v) · C + c:"),
    before: make("div", {}),
    counts: make("div", { class: "squares", role: "img" }),
    total: make("p", {}),
    said: make("p", { class: "said", role: "status", "aria-live": "polite" }),
    reset: button("Reset"),
    link: make("a", {}, "Link to this state"),
  };
}

/** Put the elements in their places. */
function arrange(parts) {
  const { groups, id } = parts;
  const title = (words) => make("span", { class: "title" }, words);
  const help = (name, ...words) => make("p", { class: "help", id: `${id}-${name}` }, ...words);
  return make(
    "div", { class: "stepper unrolled", role: "group", "aria-label": "im2col and col2im" },
    make("div", { class: "settings" }, ...NAMES.map((name) => parts.sliders[name].label)),
    parts.size,
    make("div", { class: "groups" }, groups.mode, groups.kind, groups.holds),
    make(
      "div", { class: "both" },
      make("div", { class: "image" }, parts.title, parts.pixels, help("pixels", "Point at a pixel, or use the arrow keys.", parts.hatched)),
      make(
        "div", { class: "matrix" }, title("Matrix"), parts.matrix,
        help("matrix", "Left: the window (i, j) of each row. Above: the place (u, v) and the channel c of each column. Point at any of them, or use the arrow keys."),
      ),
      make("div", { class: "words" }, make("p", { class: "buttons" }, parts.back, parts.forward), parts.step, parts.formula, parts.lines),
      make("div", { class: "count" }, parts.before, make("div", {}, title("Count map"), parts.counts), parts.total),
    ),
    parts.said,
    make("p", { class: "buttons last" }, parts.reset, parts.link),
  );
}

/** The channels of an image side by side, with the padding around them, in squares that can be chosen. */
function drawPixels(state, marks) {
  const { height, width, channels, padding } = state;
  const numbers = pixelsOf(state);
  const channel = (c) => {
    const square = (i, j) => {
      const [y, x] = [i - padding, j - padding];
      const number = numbers[y]?.[x]?.[c];
      return { class: `${number === undefined ? "zero" : "pixel"} ${marks.pixel(y, x, c)}`, "data-pick": `pixel ${y},${x},${c}`, text: String(number ?? "") };
    };
    const name = channels > 1 ? [make("p", { class: "help" }, `channel ${c}`)] : [];
    return make("div", {}, ...name, make("div", { class: "squares" }, ...squares(height + 2 * padding, width + 2 * padding, square)));
  };
  return Array.from({ length: channels }, (_, c) => channel(c));
}

/** The matrix below three lines that name its columns, each row after the name of its window. */
function drawMatrix(state, marks) {
  const { rows, columns } = sizesOf(state);
  const numbers = matrixOf(state);
  const read = (lit) => (lit.includes("read") ? "spanned" : "");
  const name = (kind, n, lit, text) => ({ class: `index ${read(lit)}`, "data-pick": `${kind} ${n}`, text });
  const head = (line, column) => {
    const place = placeOf(state, 0, column);
    return name("column", column, marks.cells.map((row) => row[column]), String(place[HEADS[line]]));
  };
  const side = (row) => {
    const { i, j } = placeOf(state, row, 0);
    return name("row", row, marks.cells[row], `${i}, ${j}`);
  };
  const square = (line, k) => {
    const [row, column] = [line - HEADS.length, k - 1];
    if (row < 0) return column < 0 ? { class: "index", text: HEADS[line] } : head(line, column);
    if (column < 0) return side(row);
    const ground = inImage(state, placeOf(state, row, column)) ? "pixel" : "zero";
    return { class: `${ground} ${marks.cells[row][column]}`, "data-pick": `cell ${row},${column}`, text: String(numbers[row][column]) };
  };
  return squares(rows + HEADS.length, columns + 1, square);
}

/** How often each pixel is copied; on the way back of the image itself, the image too. */
function drawCounts(parts, state, marks) {
  const { height, width, channels, mode, holds } = state;
  const counts = countsOf(state);
  const lit = (y, x) => (Array.from({ length: channels }, (_, c) => marks.pixel(y, x, c)).includes("read") ? "read" : "");
  parts.counts.setAttribute("aria-label", `How often each of ${height} by ${width} pixels is copied`);
  parts.counts.replaceChildren(...squares(height, width, (y, x) => ({
    class: `${counts[y][x] ? "" : "unseen"} ${lit(y, x)}`, text: String(counts[y][x]),
  })));
  const image = { ...state, padding: 0, mode: MODES[0] };
  parts.before.hidden = mode === MODES[0] || holds !== HOLDS[0];
  const old = make("div", { class: "channels", role: "img", "aria-label": `Image x, ${height} by ${width}` }, ...drawPixels(image, marks));
  parts.before.replaceChildren(make("span", { class: "title" }, "Image x"), old);
}

/** Draw everything from the state. */
function show(parts, state) {
  const { height, width, padding, mode } = state;
  const { rows, columns } = sizesOf(state);
  const marks = marksOf(state);
  for (const [name, { input, value }] of Object.entries(parts.sliders)) input.value = value.textContent = state[name];
  for (const [name, group] of Object.entries(parts.groups)) {
    for (const choice of group.querySelectorAll("input")) choice.checked = choice.value === state[name];
  }
  parts.groups.holds.hidden = mode === MODES[0];
  parts.matrix.hidden = rows === 0;
  parts.hatched.hidden = padding === 0;
  parts.size.textContent = sizeInWords(state);
  parts.title.textContent = mode === MODES[0] ? "Image x" : "What comes back: the sums";
  parts.pixels.className = "steps channels";
  parts.pixels.setAttribute("aria-label", `${parts.title.textContent}, ${height} by ${width}`);
  parts.pixels.replaceChildren(...drawPixels(state, marks));
  parts.matrix.className = `steps squares ${columns > 9 ? "many" : ""}`;
  parts.matrix.setAttribute("aria-label", `Matrix, ${rows} by ${columns}`);
  parts.matrix.replaceChildren(...drawMatrix(state, marks));
  parts.step.textContent = chosenInWords(state);
  parts.formula.hidden = cellsInWords(state).length === 0;
  parts.lines.replaceChildren(...cellsInWords(state).map((words) => make("li", {}, words)));
  drawCounts(parts, state, marks);
  parts.total.textContent = countsInWords(state);
  parts.link.setAttribute("href", toFragment(state));
}

/** Set a number; choose with a key, a button or the pointer. */
function connect(parts, { state, change, say, start }) {
  const choose = (news) => {
    if (!news) return;
    change(settled({ ...state(), ...news }));
    const cells = cellsInWords(state()).join("; ");
    say(`${parts.step.textContent}${cells && ` Its cells: ${cells}.`}`);
  };
  for (const [name, { input }] of Object.entries(parts.sliders)) {
    input.addEventListener("input", () => {
      change(settled({ ...state(), [name]: Number(input.value) }));
      say(parts.size.textContent);
    });
  }
  for (const name of ["mode", "holds"]) {
    parts.groups[name].addEventListener("change", ({ target }) => {
      change({ [name]: target.value });
      say(`${parts.step.textContent} ${parts.total.textContent}`);
    });
  }
  parts.groups.kind.addEventListener("change", ({ target }) => choose(asKind(state(), target.value)));
  parts.back.addEventListener("click", () => choose(further(state(), -1)));
  parts.forward.addEventListener("click", () => choose(further(state(), 1)));
  for (const [part, after] of [[parts.pixels, pixelAfter], [parts.matrix, cellAfter]]) {
    part.addEventListener("keydown", (event) => {
      const news = after(state(), event.key);
      if (news) event.preventDefault();
      choose(news);
    });
    for (const event of ["pointerdown", "pointermove"]) {
      part.addEventListener(event, ({ target }) => {
        const [kind, at] = target.dataset.pick?.split(" ") ?? [];
        if (kind) change({ kind, at: at.split(",").map(Number) });
      });
    }
  }
  parts.reset.addEventListener("click", () => {
    forgetLink(fromFragment);
    change(start);
    say(parts.size.textContent);
  });
}

function render({ model, el }) {
  const parts = build();
  const frame = arrange(parts);
  const state = () => settled(Object.fromEntries(KEYS.map((key) => [key, model.get(key) ?? DEFAULTS[key]])));
  const change = (news) => {
    for (const [key, value] of Object.entries(news)) model.set(key, value);
    model.save_changes();
  };
  const say = (words) => (parts.said.textContent = words);
  connect(parts, { state, change, say, start: state() });
  for (const key of KEYS) model.on(`change:${key}`, () => show(parts, state()));
  const stop = followLinks(frame, fromFragment, change);
  show(parts, state());
  el.append(frame);
  return stop;
}

const exported = { render };

return { default: exported };
})();
return module_im2col;
})().default;

// What a widget gets in a notebook, where a key alone is a command: "b" adds a cell.
export default {
  render({ model, el }) {
    el.addEventListener("keydown", (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
    });
    return widget.render({ model, el });
  },
};
