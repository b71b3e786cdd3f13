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
const module_course_data = (() => {
// Written by book/extensions/widget_data.py from cnn_course.
const KERNELS = [
  {"name": "Sobel, horizontal edges", "answers": "is it brighter above than below?", "numbers": ["1", "2", "1", "0", "0", "0", "-1", "-2", "-1"]},
  {"name": "Sobel, vertical edges", "answers": "is it brighter left than right?", "numbers": ["1", "0", "-1", "2", "0", "-2", "1", "0", "-1"]},
  {"name": "identity", "answers": "the pixel itself", "numbers": ["0", "0", "0", "0", "1", "0", "0", "0", "0"]},
  {"name": "edges, diagonal", "answers": "do the two diagonals differ?", "numbers": ["1", "0", "-1", "0", "0", "0", "-1", "0", "1"]},
  {"name": "edges, four neighbours", "answers": "is it darker than its four neighbours?", "numbers": ["0", "1", "0", "1", "-4", "1", "0", "1", "0"]},
  {"name": "edges, eight neighbours", "answers": "is it brighter than its eight neighbours?", "numbers": ["-1", "-1", "-1", "-1", "8", "-1", "-1", "-1", "-1"]},
  {"name": "sharpen", "answers": "the pixel, plus what makes it different", "numbers": ["0", "-1", "0", "-1", "5", "-1", "0", "-1", "0"]},
  {"name": "box blur", "answers": "the mean of nine pixels", "numbers": ["1/9", "1/9", "1/9", "1/9", "1/9", "1/9", "1/9", "1/9", "1/9"]},
  {"name": "Gaussian blur", "answers": "a mean that trusts the middle most", "numbers": ["1/16", "1/8", "1/16", "1/8", "1/4", "1/8", "1/16", "1/8", "1/16"]},
  {"name": "top edge", "answers": "does something bright begin here, from above?", "numbers": ["-1", "-1", "-1", "1", "1", "1", "0", "0", "0"]},
  {"name": "left edge", "answers": "does something bright begin here, from the left?", "numbers": ["-1", "1", "0", "-1", "1", "0", "-1", "1", "0"]},
  {"name": "bottom edge", "answers": "does something bright end here, below?", "numbers": ["0", "0", "0", "1", "1", "1", "-1", "-1", "-1"]},
  {"name": "right edge", "answers": "does something bright end here, to the right?", "numbers": ["0", "1", "-1", "0", "1", "-1", "0", "1", "-1"]},
];
const PICTURES = [
  {"name": "Ankle boot", "index": 0, "pixels": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAADUkAAAEEAAAAAAEBAAAAAAAAAAAAAAAAAAMAJIh_PjYAAAABAwQAAAMAAAAAAAAAAAAAAAAGAGbMsIaQexcAAAAADAoAAAAAAAAAAAAAAAAAAACb7M-ya5yhbUAXTYJIDwAAAAAAAAAAAAAAAQBFz9_a2Nijf3l6ko1YrEIAAAAAAAAAAAABAQEAyOjo6eXf39fVpH97xOUAAAAAAAAAAAAAAAAAALfh2N_k6-Pg3uDd3_WtAAAAAAAAAAAAAAAAAADB5NrVxrTU0tPV39zzygAAAAAAAAAAAAABAwAM29zU2sCp49Da4NTixdE0AAAAAAAAAAAAAAYAY_Te3NrLxt3X1d7c9XenOAAAAAAAAAAAAAQAADfs5Obk8OjV2t_q2dnRXAAAAAEEBgcCAAAAAADt4tnf3tve3djf5dfa_00AAAMAAAAAAAAAPpHM5M_V3drQ09rg39vX4PSfAAAAAAASLFJrveTc3tniyM3T5uDqsLz6-Onu1wAAObvQ4N3g0MzW0NHIn_XBzt___93q3dPc6PYAA8rk4N3T09bNzc3c8FCW_-XdvJq_0szR3uThAGLpxtLe5eXq-dzC19nxQUlqdajb3dfZ39_g5R1LzNTMwc3T4di5xc7G1fDD4_Xv39rU0d7c3eZDMMu3wtXFub7CwMrW293c7OHYx866tbGstc3OcwB628Gzq7fEzNLVz9PSyMTCv8O_xsCwnKex0lwAAEq91L-vrK-1uby9vMHGzNHS0tO8vMLA2KoAAgAAAELI3u3v8vbz9N3cwb-ztra1sKaoYzoAAAAAAAAAAAAoPSxIKSMAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
  {"name": "T-shirt/top", "index": 1, "pixels": "AAAAAAABAAAAACm8ZzYwK1eohRAAAAAAAAAAAAAAAAEAAAAxiNvY5Oz_____2df-56AtAAAAAAAAAAAAAA6w3uDUy8bEyNfMysnJydHa4KQAAAAAAAAAAAC828jGysbHx8nExsbIyMjIycjhKQAAAAAAAAAz28fLy9Tu-Pr1-fb3_Pjrz8vL3owAAAAAAAAAdOLOzM_MZUsvSTAyLTM_cd7KztzgAAAAAAAAAMje0cvXyABGYgBnO0RHMQDbztbS-iYAAAAAAAD32tTS19YA_vOL_677_80A19nW0NxfAAAAAAAt4tbW1-DNACojPBARDA1GAL3Y1M7UnAAAAAAApOvW09zYyTRHWV5TTkZMXFfOz97V29AAAAAAAGq73-3408b8-vj1-Pz9-vzvydTh18FxAAAAAAAAABE2n97B0MDFyMjIyMnLw9KlAAAAAAAAAAAAAAAAAC_hwNbLzszMzc7M1MXaawAAAAAAAAAAAAABBgAu1MPUys7NzM3OzNTI2lsAAwEAAAAAAAAAAAEAC8XHzcrNzszNz8zNzdpNAAUAAAAAAAAAAAADAAK_xsnNzs3NztHOx9HbSgAFAAAAAAAAAAAAAgAAvMXIz8_Mz8_S0MbP3UgABAAAAAAAAAAAAAIAANfGy87Qzc_P0tDIyt5LAAQAAAAAAAAAAAABAADUxtHO0c7Qz9POzcbdUAADAAAAAAAAAAAAAQAAzMnN0M_N083S0tHD3WAAAwAAAAAAAAAAAAEAAMrJzdHPzdXO0tHSwtlpAAIAAAAAAAAAAAABAADMzM3Qz83Xz9LQ08HVcwACAAAAAAAAAAAAAAAAzM_P0M7O19LSz9TD0nYAAgAAAAAAAAAAAAEAAMbQ0NDMz9TU0s_TxM95AAEAAAAAAAAAAAABAADG0s_QztHV1NPP0sXPfAABAAAAAAAAAAAAAAAArNLLycfMz83Myc3Fzn8AAAAAAAAAAAAAAAAAALzd1urs7vT09PDz1uCiAAIAAAAAAAAAAAABAACLkoKHh4l9fH15d3KCTAAAAAAAAA"},
  {"name": "Trouser", "index": 16, "pixels": "AAAAAAAAAAAANZJ_c2-CgWSTqb4AAAAAAAAAAAAAAAAAAAAAAHW-vN3q_uzdzbreAAAAAAAAAAAAAAAAAAAAAAB_nK_Bw8PKy7uo5CAAAAAAAAAAAAAAAAAAAAAApbrG0dvGzdPJveleAAAAAAAAAAAAAAAAAAAAALnH0uHPyc_d0tDsbwAAAAAAAAAAAAAAAAAAAADIr6zX4NjY39LG7ZgAAAAAAAAAAAAAAAAAAAAH1ZyXq7vX49TIstexAAAAAAAAAAAAAAAAAAAAGcmInLLG1euopqPPsgAAAAAAAAAAAAAAAAAAACrDhqKryQHlxqaawa0AAAAAAAAAAAAAAAAAAAAyuIanuLUA1b7Fs72zAAAAAAAAAAAAAAAAAAAAMa-GqanTAMSymbfEsAAAAAAAAAAAAAAAAAAAADKthqeu3wCh0Iysxq0AAAAAAAAAAAAAAAAAAAAxqX2eu9UAfNuElcawAAAAAAAAAAAAAAAAAAAAMaiAlsDFAFLbmJmxrwAAAAAAAAAAAAAAAAAAADKuiJC-uQAd3ZuZuK4AAAAAAAAAAAAAAAAAAAA1r4yhv48ADd2anLitAAAAAAAAAAAAAAAAAAAAOrh6psZzAADZnqC0pwAAAAAAAAAAAAAAAAAAADrMb6zLTwAAzKSbvKkAAAAAAAAAAAAAAAAAAAA31oqx0SkAALq0mLuoAAAAAAAAAAAAAAAAAAAAN9aVsdIXAACex63AowAAAAAAAAAAAAAAAAAAADfYn7vMBgAAiMa90KUAAAAAAAAAAAAAAAAAAAA31KHFvwAAAHbAudahAAAAAAAAAAAAAAAAAAAAP8miz6sAAABWxbjWnAAAAAAAAAAAAAAAAAAAAETFqNWbAAAAQMS325oAAAAAAAAAAAAAAAAAAABJwajXkgABADi-tM2SAAAAAAAAAAAAAAAAAAAASbCozIkAAwAlurPMigAAAAAAAAAAAAAAAAAAAF7FstSBAAUAIMG50pYAAAAAAAAAAAAAAAAAAAAxen6gQQADAAicrbxrAAAAAAAAAA"},
  {"name": "Bag", "index": 23, "pixels": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAQABAAMBAAEAAQABAAAAAAAAAAAALSg0AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAKYK6AfnJUZHJNYk1NXVZUV2tbXldXVltgZ3saV5AqZ6-nQnVwhXJ5jINulYNuiYBwaae6imKHPz2MXpygkYBBW82FpaNLYqCojLV8XYO4tXx3xCZkqKp-obG_P3SqmZp7S1uDrKi_fEaqoXWZzdsvUr2loaPGr2LEkKx-vZxwuH69r655rMG2v73PNF2cYKixnpB5VJXBwYVJZG6c5o5GZn62yMielR10ipC2say1vzaR6FtSpcFgXd1nT7rKpb3Yp3QqQZFtd7bGV26spV1Es8bBmUtwp7-QabXbr6yjOzbar1aKnDqxv91uOlaoqmdtd7i9ozh7xmbGzz1dqKWATVJ1g3WeUJW8cHujnm6vo5mDXVZ8ys1ZOLGZWaqAV9Oatpqv2nx0_a-FzL_YimSud5fmMz10e5rdkE-xwcGZbbyRitF5gtTT222J_8NymUhWZnKKsYKsyLWs1JWFYGlkl6qjuNivZszTdHxJSHKKVnCTk4yspZOZXnBedZyXtqWhsaGlW4KVMUZ5w6-xwXBQxppmbcO9qrVuOrHRaz21z7PPqj8vcJqhsXcxYo5rcHejurW8g2aFnoNek7jBzZ4rVsiuoZzRmm2vqmShtq6uxqdwsaVwjsGzw8rDZEmCiravmpN3vLiXkaysoIOHibG8kJOjtbyjgz1XbXLNnGRQjK64qFeKqJ5pW3mqtoCMfG21YGZdLWJeeXyOdXReqpNufHtpbmReYHd0cIxmjHucRgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
];

return { KERNELS, PICTURES };
})();
const module_drawing = (() => {
// Grids of numbers as pictures on a canvas, in the colours of cnn_course.visualize.

const CELL = 10; // the canvas' own pixels for one number
const [BLUE, WHITE, ORANGE] = [[29, 78, 216], [255, 255, 255], [234, 88, 12]];

/** The colour of a signed number: blue at -top, white at 0, orange at top. */
function signedColour(value, top) {
  const share = top > 1e-9 ? Math.min(1, Math.abs(value) / top) : 0;
  const end = value < 0 ? BLUE : ORANGE;
  return WHITE.map((from, k) => Math.round(from + share * (end[k] - from)));
}

/** From black at 0 to white at 255. */
function greyColour(value) {
  return [value, value, value];
}

/** Fill the canvas with a grid, one square a number. */
function drawGrid(canvas, grid, colour) {
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
function drawGreys(canvas, values, side) {
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
function drawFrame(canvas, [row, column], size, colour) {
  const context = canvas.getContext("2d");
  for (const [style, lineWidth] of [["#fff", 6], [colour, 3]]) {
    Object.assign(context, { strokeStyle: style, lineWidth });
    context.strokeRect(column * CELL, row * CELL, size * CELL, size * CELL);
  }
}

/** The row and column that an event of the pointer is at, on a canvas of so many squares a side. */
function placeOf(event, canvas, squares) {
  const box = canvas.getBoundingClientRect();
  const place = (from, start, length) =>
    Math.max(0, Math.min(squares - 1, Math.floor(((from - start) / length) * squares)));
  return [place(event.clientY, box.top, box.height), place(event.clientX, box.left, box.width)];
}

/** The places on the straight line between two places, both included. */
function line([row, column], [toRow, toColumn]) {
  const steps = Math.max(Math.abs(toRow - row), Math.abs(toColumn - column), 1);
  return Array.from({ length: steps + 1 }, (_, k) => [
    Math.round(row + ((toRow - row) * k) / steps),
    Math.round(column + ((toColumn - column) * k) / steps),
  ]);
}

/** The middle square of an image file, as side by side grey pixels 0..255. */
async function readImage(file, side) {
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

return { signedColour, greyColour, drawGrid, drawGreys, drawFrame, placeOf, line, readImage };
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
const module_painter_state = (() => {
// What the kernel painter shows, as text: numbers, pixels, and the link that brings all of it back.
const { KERNELS, PICTURES } = module_course_data;

const SIDE = 28; // of the image
const PLACES = SIDE - 3 + 1; // of the result, and so of the window
const OWN = "own"; // the name of an image that the reader made
const START = "#kernel-painter?";

/** The number that a text such as "-2", "0.5" or "1/9" stands for, or NaN. */
function parseNumber(text) {
  const found = /^\s*([-+−]?(?:\d+\.?\d*|\.\d+))(?:\s*\/\s*(\d+))?\s*$/.exec(text);
  if (!found || text.length > 20) return NaN;
  const value = Number(found[1].replace("−", "-")) / Number(found[2] ?? 1);
  return Number.isFinite(value) ? value : NaN;
}

/** The nine texts of a kernel that is given by name, or as nine texts or numbers. */
function kernelTexts(kernel) {
  return KERNELS.find(({ name }) => name === kernel)?.numbers ?? [...kernel].map(String);
}

/** Numbers in rows of `width`. */
function rowsOf(numbers, width) {
  const starts = Array.from({ length: numbers.length / width }, (_, k) => k * width);
  return starts.map((start) => [...numbers].slice(start, start + width));
}

/** Pixels 0..255 as text of the alphabet for addresses (RFC 4648, section 5). */
function textOfPixels(pixels) {
  const binary = String.fromCharCode(...pixels);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The same back: 784 numbers, or null if the text holds something else. */
function pixelsOfText(text) {
  if (!/^[\w-]+$/.test(text) || text.length !== Math.ceil((SIDE * SIDE * 4) / 3)) return null;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Array.from(binary, (letter) => letter.charCodeAt(0));
}

/** The pixels of a state's image. */
function pixelsOf({ image, pixels }) {
  const named = PICTURES.find(({ name }) => name === image);
  const own = pixels ? pixelsOfText(pixels) : null;
  return named ? pixelsOfText(named.pixels) : (own ?? new Array(SIDE * SIDE).fill(0));
}

/** The end of an address that brings back a state. */
function toFragment({ image, pixels, kernel, at }) {
  const query = new URLSearchParams({ image, kernel: [kernel].flat().join(","), at: at.join(",") });
  if (image === OWN) query.set("pixels", pixels);
  return START + query;
}

/** The state that an address ends in, or null if it ends in something else, or in nonsense. */
function fromFragment(fragment) {
  if (!fragment.startsWith(START)) return null;
  const query = new URLSearchParams(fragment.slice(START.length));
  const [image, kernel, at, pixels] = ["image", "kernel", "at", "pixels"].map(
    (key) => query.get(key) ?? "",
  );
  const named = KERNELS.some(({ name }) => name === kernel);
  const texts = kernel.split(",");
  const place = at.split(",").map(Number);
  const right =
    (image === OWN ? pixelsOfText(pixels) : PICTURES.some(({ name }) => name === image)) &&
    (named || (texts.length === 9 && texts.every((text) => !isNaN(parseNumber(text))))) &&
    place.length === 2 &&
    place.every((n) => Number.isInteger(n) && n >= 0 && n < PLACES);
  return right ? { image, pixels, kernel: named ? kernel : texts, at: place } : null;
}

return { SIDE, PLACES, OWN, parseNumber, kernelTexts, rowsOf, textOfPixels, pixelsOfText, pixelsOf, toFragment, fromFragment };
})();
const module_kernel_painter = (() => {
// The kernel painter: an image to draw on, nine numbers to change, and the answer at once.
const { correlate, sumOfProducts, windowAt } = module_convolution;
const { KERNELS, PICTURES } = module_course_data;
const { drawFrame, drawGrid, greyColour, line, placeOf, readImage, signedColour } = module_drawing;
const { labelled, make, radios } = module_elements;
const { followLinks, forgetLink } = module_links;
const { OWN, PLACES, SIDE, fromFragment, kernelTexts, parseNumber, pixelsOf, rowsOf, textOfPixels, toFragment } = module_painter_state;

const KEYS = ["image", "pixels", "kernel", "at"];
const DEFAULTS = { image: PICTURES[0].name, pixels: "", kernel: KERNELS[0].name, at: [0, 0] };
const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
let made = 0; // widgets on this page: ids and names of groups differ

const clamp = (n, count) => Math.max(0, Math.min(count - 1, n));
const written = (n) => String(Math.round(n * 100) / 100).replace("-", "−");

/** All elements that anything is asked of later. */
function build() {
  const id = `kernel-painter-${(made += 1)}`;
  const options = (names) => names.map((name) => make("option", { value: name }, name));
  const surface = (label, help) =>
    make("canvas", {
      tabindex: 0, role: "application", "aria-label": label, "aria-describedby": `${id}-${help}`,
    });
  const field = (k) =>
    make("input", {
      type: "text", autocomplete: "off", spellcheck: "false",
      "aria-label": `row ${Math.floor(k / 3)}, column ${k % 3} of the kernel`,
    });
  const button = (words) => make("button", { type: "button" }, words);
  return {
    id,
    image: surface("Image, 28 by 28 pixels", "draw"),
    result: surface("Result, 26 by 26 numbers", "step"),
    choice: make("select", {}, ...options(PICTURES.map((p) => p.name)), make("option", { value: OWN }, "your own")),
    upload: make("input", { type: "file", accept: "image/*" }),
    pen: radios("Pen", `${id}-pen`, ["off", "white", "black"]),
    named: make("select", {}, ...options(KERNELS.map((k) => k.name)), make("option", { value: "" }, "your own")),
    question: make("p", { class: "question" }),
    fields: Array.from({ length: 9 }, (_, k) => field(k)),
    pixels: Array.from({ length: 9 }, () => make("span", { "aria-hidden": "true" })),
    scale: make("p", { class: "scale" }),
    sum: make("p", { class: "sum" }),
    said: make("p", { class: "said", role: "status", "aria-live": "polite" }),
    problem: make("p", { class: "problem", role: "alert" }),
    clear: button("Clear the image"),
    reset: button("Reset"),
    link: make("a", {}, "Link to this state"),
  };
}

/** Put the elements in their places. */
function arrange(parts) {
  const { id } = parts;
  const cells = parts.fields.map((field, k) => make("div", {}, field, parts.pixels[k]));
  return make(
    "div", { class: "kernel-painter", role: "group", "aria-label": "Kernel painter" },
    make(
      "div", { class: "columns" },
      make(
        "div", { class: "picture" }, labelled("Image", parts.choice), parts.image, parts.pen,
        make("p", { class: "help", id: `${id}-draw` }, "With a pen, draw on the image; by keyboard, arrow keys move the pen and Space paints."),
        labelled("or a file of your own", parts.upload), parts.clear,
      ),
      make(
        "div", { class: "numbers" }, labelled("Kernel", parts.named), parts.question,
        make("div", { class: "grid", role: "group", "aria-label": "The kernel's nine numbers" }, ...cells),
        make("p", { class: "help" }, "Below each number, the pixel that it lies on. Fractions such as 1/9 are numbers too."),
      ),
      make(
        "div", { class: "picture" }, make("span", { class: "title" }, "Result"), parts.result, parts.scale,
        make("p", { class: "help", id: `${id}-step` }, "Point at the result, or move over it with the arrow keys."),
      ),
    ),
    parts.problem, parts.sum, parts.said,
    make("p", { class: "last" }, parts.reset, parts.link),
  );
}

/** What one step adds up, as text: the window's place, nine products, their sum; no line breaks in a product. */
function stepInWords(window, texts, sum, [row, column]) {
  const factors = texts.map((text) => text.replace("-", "−")).map((text) => (text[0] === "−" ? `(${text})` : text));
  const terms = window.flat().map((pixel, k) => `${pixel}\u00a0×\u00a0${factors[k]}`);
  return `Row ${row}, column ${column}: ${terms.join(" + ")} = ${written(sum)}`;
}

/** Draw everything from the state. */
function show(parts, state, pen) {
  const texts = kernelTexts(state.kernel);
  const kernel = rowsOf(texts.map(parseNumber), 3);
  const image = rowsOf(pixelsOf(state), SIDE);
  const result = correlate(image, kernel);
  const top = Math.max(...result.flat().map(Math.abs));
  const window = windowAt(image, kernel, ...state.at);
  drawGrid(parts.image, image, greyColour);
  drawFrame(parts.image, state.at, 3, "#c2410c");
  if (pen.shown) drawFrame(parts.image, pen.at, 1, "#1d4ed8");
  drawGrid(parts.result, result, (value) => signedColour(value, top));
  drawFrame(parts.result, state.at, 1, "#111");
  parts.choice.value = state.image;
  parts.named.value = Array.isArray(state.kernel) ? "" : state.kernel;
  parts.question.textContent = KERNELS.find(({ name }) => name === state.kernel)?.answers ?? "";
  parts.fields.forEach((field, k) => {
    const typing = isNaN(parseNumber(field.value)) && field.getRootNode().activeElement === field;
    if (!typing) field.removeAttribute("aria-invalid");
    if (!typing && parseNumber(field.value) !== parseNumber(texts[k])) field.value = texts[k].replace("-", "−");
    parts.pixels[k].textContent = window.flat()[k];
  });
  parts.scale.textContent = `Orange is positive, blue is negative, white is zero; the full colours are ±${written(top)}.`;
  parts.sum.textContent = stepInWords(window, texts, sumOfProducts(window, kernel), state.at);
  parts.link.setAttribute("href", toFragment(state));
}

/** Draw, or step, with a pointer or with keys on the image. */
function connectImage(parts, { state, change, pen, say, redraw }) {
  const canvas = parts.image;
  const colour = () => parts.pen.querySelector(":checked").value;
  const paint = (places) => {
    const pixels = [...pixelsOf(state())];
    for (const [row, column] of places) pixels[row * SIDE + column] = colour() === "black" ? 0 : 255;
    change({ image: OWN, pixels: textOfPixels(pixels) });
  };
  let last = null;
  const follow = (event) => {
    const place = placeOf(event, canvas, SIDE);
    if (colour() === "off") return change({ at: place.map((n) => clamp(n - 1, PLACES)) });
    if (last) paint(line(last, place));
    if (last) last = place;
  };
  parts.pen.addEventListener("change", () => (canvas.dataset.pen = colour()));
  canvas.addEventListener("pointerdown", (event) => {
    if (colour() !== "off") {
      canvas.setPointerCapture(event.pointerId);
      last = placeOf(event, canvas, SIDE);
    }
    follow(event);
  });
  canvas.addEventListener("pointermove", follow);
  for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => (last = null));
  canvas.addEventListener("keydown", (event) => {
    const step = ARROWS[event.key];
    if (!step && event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    if (step) pen.at = pen.at.map((n, k) => clamp(n + step[k], SIDE));
    else paint([pen.at]);
    const value = pixelsOf(state())[pen.at[0] * SIDE + pen.at[1]];
    say(`Pixel in row ${pen.at[0]}, column ${pen.at[1]}: ${value}`);
    redraw();
  });
  for (const [event, shown] of [["focus", true], ["blur", false]]) {
    canvas.addEventListener(event, () => {
      pen.shown = shown && canvas.matches(":focus-visible");
      redraw();
    });
  }
}

/** Step over the result with a pointer or with keys. */
function connectResult(parts, { state, change, say }) {
  const canvas = parts.result;
  const point = (event) => change({ at: placeOf(event, canvas, PLACES) });
  canvas.addEventListener("pointermove", point);
  canvas.addEventListener("pointerdown", point);
  canvas.addEventListener("keydown", (event) => {
    const ends = { Home: [0, -PLACES], End: [0, PLACES] };
    const step = ARROWS[event.key] ?? ends[event.key];
    if (!step) return;
    event.preventDefault();
    change({ at: state().at.map((n, k) => clamp(n + step[k], PLACES)) });
    say(parts.sum.textContent);
  });
}

/** Choose an image and a kernel. */
function connectControls(parts, { state, change, redraw, start }) {
  parts.choice.addEventListener("change", () => {
    const own = parts.choice.value === OWN && !state().pixels;
    change({ image: parts.choice.value, ...(own && { pixels: textOfPixels(pixelsOf(state())) }) });
  });
  parts.upload.addEventListener("change", async () => {
    parts.problem.textContent = "";
    try {
      const pixels = await readImage(parts.upload.files[0], SIDE);
      change({ image: OWN, pixels: textOfPixels(pixels) });
    } catch {
      parts.problem.textContent = "This file is not an image that the browser can read.";
    }
  });
  parts.clear.addEventListener("click", () =>
    change({ image: OWN, pixels: textOfPixels(new Array(SIDE * SIDE).fill(0)) }),
  );
  parts.named.addEventListener("change", () =>
    change({ kernel: parts.named.value || kernelTexts(state().kernel) }),
  );
  parts.fields.forEach((field, k) => {
    field.addEventListener("blur", redraw); // a text that is no number goes
    field.addEventListener("input", () => {
      if (isNaN(parseNumber(field.value))) return field.setAttribute("aria-invalid", "true");
      field.removeAttribute("aria-invalid");
      change({ kernel: kernelTexts(state().kernel).with(k, field.value.trim()) });
    });
  });
  parts.reset.addEventListener("click", () => {
    forgetLink(fromFragment);
    parts.problem.textContent = "";
    change(start);
  });
}

function render({ model, el }) {
  const parts = build();
  const frame = arrange(parts);
  const pen = { at: [SIDE / 2, SIDE / 2], shown: false };
  const state = () => Object.fromEntries(KEYS.map((key) => [key, model.get(key) ?? DEFAULTS[key]]));
  const redraw = () => show(parts, state(), pen);
  const change = (news) => {
    for (const [key, value] of Object.entries(news)) model.set(key, value);
    model.save_changes();
  };
  const say = (words) => (parts.said.textContent = words);
  const tools = { state, change, redraw, pen, say, start: state() };
  connectImage(parts, tools);
  connectResult(parts, tools);
  connectControls(parts, tools);
  for (const key of KEYS) model.on(`change:${key}`, redraw);
  const stop = followLinks(frame, fromFragment, change);
  redraw();
  el.append(frame);
  return stop;
}

const exported = { render };

return { default: exported };
})();
return module_kernel_painter;
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
