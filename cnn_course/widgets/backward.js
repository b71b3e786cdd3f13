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
const module_gradients = (() => {
// The way back through a convolution of one grey image with one kernel, without a page: arrays of rows.
// As cnn_course.conv.conv2d_backward has it: the gradients of a loss whose slopes for the outputs are the deltas dy.
const { pad } = module_convolution;

const zeros = (grid) => grid.map((row) => row.map(() => 0));

/** dx, dw and db: each delta gives its share to all that its window has used, and the shares add up. */
function backward(x, w, dy, { stride = 1, padding = 0 } = {}) {
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
function turned(kernel) {
  return kernel.map((row) => [...row].reverse()).reverse();
}

/** Along one axis, which windows read pixel n, and by which of the kernel's numbers: pairs of both. */
function readersOf(n, kernel, places, { stride = 1, padding = 0 } = {}) {
  const windows = Array.from({ length: places }, (_, i) => [i, n + padding - i * stride]);
  return windows.filter(([, u]) => u >= 0 && u < kernel);
}

/** Along one axis, which delta stands at place n of the framed deltas: its number, or -1 for a zero. */
function deltaAt(n, kernel, places, { stride = 1, padding = 0 } = {}) {
  const from = n + padding - (kernel - 1);
  return from >= 0 && from % stride === 0 && from / stride < places ? from / stride : -1;
}

/** The deltas with zeros between and around them, over which the turned kernel slides to give dx. */
function framed(dy, [height, width], [kh, kw], options = {}) {
  const line = (size, kernel, places) =>
    Array.from({ length: size + kernel - 1 }, (_, n) => deltaAt(n, kernel, places, options));
  const columns = line(width, kw, dy[0].length);
  return line(height, kh, dy.length).map((i) => columns.map((j) => (i < 0 || j < 0 ? 0 : dy[i][j])));
}

return { backward, turned, readersOf, deltaAt, framed };
})();
const module_backward_state = (() => {
// What the widget on the way back shows, in numbers, and the link that brings it back. No page.
const { correlate, outputSize, pad } = module_convolution;
const { backward, readersOf } = module_gradients;

// Height and width differ; and each weight is known by its number, before and after the kernel is turned.
const IMAGE = [[2, 0, 1, 3, 1, 0], [1, 3, 0, 2, 4, 1], [0, 1, 2, 1, 0, 3], [4, 0, 3, 1, 2, 0], [1, 2, 0, 4, 1, 2]];
const KERNELS = { "2 by 3": [[1, 2, 3], [4, 5, 6]], "3 by 3": [[1, 2, 3], [4, 5, 6], [7, 8, 9]] };
/** The least and the largest of each number that the reader sets. */
const LIMITS = { stride: [1, 3], padding: [0, 2], delta: [-9, 9] };
/** What can be asked about: an output, a pixel, a weight, the bias. */
const ASKED = ["output", "pixel", "weight", "bias"];
const NUDGE = 0.01;
const START = "#backward?";

const limited = (n, [least, most]) => Math.max(least, Math.min(most, n));
const shapeOf = (grid) => [grid.length, grid[0].length];

/** How many outputs there are: height and width. */
function placesOf({ kernel, ...options }) {
  const sizes = shapeOf(KERNELS[kernel]);
  return shapeOf(IMAGE).map((size, axis) => outputSize(size, sizes[axis], options));
}

/** The same state, with all that is chosen in places that there are, and no delta outside. */
function settled(state) {
  const places = placesOf(state);
  const within = (at, sizes) => at.map((n, axis) => limited(n, [0, sizes[axis] - 1]));
  return {
    ...state,
    deltas: state.deltas.filter(([i, j, delta]) => i < places[0] && j < places[1] && delta !== 0),
    output: within(state.output, places),
    pixel: within(state.pixel, shapeOf(IMAGE)),
    weight: within(state.weight, shapeOf(KERNELS[state.kernel])),
    bias: [0, 0],
  };
}

/** The state with another kernel, stride or padding: if that takes the last delta away, a new one is chosen. */
function refitted(state, news) {
  const next = settled({ ...state, ...news });
  const lost = state.deltas.length > 0 && next.deltas.length === 0;
  return lost ? { ...next, deltas: [[...next.output, state.deltas[0][2]]] } : next;
}

/** The state with another delta in the chosen output. */
function withDelta(state, delta) {
  const [i, j] = state.output;
  const others = state.deltas.filter(([row, column]) => row !== i || column !== j);
  const news = [...others, [i, j, limited(delta, LIMITS.delta)]];
  return settled({ ...state, deltas: news.sort((a, b) => a[0] - b[0] || a[1] - b[1]) });
}

/** The deltas in rows. */
function deltasOf(state) {
  const [height, width] = placesOf(state);
  const rows = Array.from({ length: height }, () => new Array(width).fill(0));
  for (const [i, j, delta] of state.deltas) rows[i][j] = delta;
  return rows;
}

/** The outputs. */
function outputsOf({ kernel, ...options }) {
  return correlate(IMAGE, KERNELS[kernel], options);
}

/** dx, dw and db. */
function gradientsOf(state) {
  return backward(IMAGE, KERNELS[state.kernel], deltasOf(state), state);
}

/** Along both axes, which windows read a pixel, and by which weight: two lists of pairs. */
function readers(state, pixel) {
  const [sizes, places] = [shapeOf(KERNELS[state.kernel]), placesOf(state)];
  return pixel.map((n, axis) => readersOf(n, sizes[axis], places[axis], state));
}

/** The terms of the sum that is asked about: an output, its delta, and the factor that it meets. */
function termsOf(state) {
  const [deltas, w, padded] = [deltasOf(state), KERNELS[state.kernel], pad(IMAGE, state.padding)];
  if (state.ask === "pixel") {
    const [rows, columns] = readers(state, state.pixel);
    const term = ([i, u], [j, v]) => ({ at: [i, j], delta: deltas[i][j], factor: w[u][v] });
    return rows.flatMap((row) => columns.map((column) => term(row, column)));
  }
  const [u, v] = state.weight;
  const factor = (i, j) => (state.ask === "bias" ? 1 : padded[i * state.stride + u][j * state.stride + v]);
  return deltas.flatMap((row, i) => row.map((delta, j) => ({ at: [i, j], delta, factor: factor(i, j) })));
}

/** What the chosen output gives back: to the places of its window, and to the weights. */
function sharesOf(state) {
  const [i, j] = state.output;
  const one = deltasOf(state).map((row, r) => row.map((delta, c) => (r === i && c === j ? delta : 0)));
  const w = KERNELS[state.kernel];
  const { dw } = backward(IMAGE, w, one, state);
  return { pixels: w.map((row) => row.map((weight) => weight * one[i][j])), weights: dw };
}

/** How many of the places that the chosen output's window covers are padding. */
function paddingUnder(state) {
  const [sizes, image] = [shapeOf(KERNELS[state.kernel]), shapeOf(IMAGE)];
  const inside = state.output.map((n, axis) => {
    const first = n * state.stride - state.padding;
    return Math.max(0, Math.min(image[axis], first + sizes[axis]) - Math.max(0, first));
  });
  return sizes[0] * sizes[1] - inside[0] * inside[1];
}

/** The loss, which is the sum of delta times output, before and after a nudge of what is asked about. */
function nudged(state) {
  const [[i, j], deltas] = [state[state.ask], deltasOf(state)];
  const moved = (grid) => grid.map((row, r) => row.map((n, c) => (r === i && c === j ? n + NUDGE : n)));
  const loss = (y) => y.flat().reduce((sum, n, k) => sum + n * deltas.flat()[k], 0);
  const [w, y] = [KERNELS[state.kernel], outputsOf(state)];
  const after = {
    output: () => moved(y),
    pixel: () => correlate(moved(IMAGE), w, state),
    weight: () => correlate(IMAGE, moved(w), state),
    bias: () => y.map((row) => row.map((n) => n + NUDGE)),
  };
  const value = { output: y, pixel: IMAGE, weight: w, bias: [[0]] }[state.ask][i][j];
  return { value, before: loss(y), after: loss(after[state.ask]()) };
}

/** The end of an address that brings back a state. */
function toFragment(state) {
  const { kernel, stride, padding, ask } = state;
  const deltas = state.deltas.map((delta) => delta.join(",")).join(";");
  const places = Object.fromEntries(["output", "pixel", "weight"].map((name) => [name, state[name].join(",")]));
  return START + new URLSearchParams({ kernel, stride, padding, deltas, ask, ...places });
}

/** The state that an address ends in, or null if it ends in something else, or in nonsense. */
function fromFragment(fragment) {
  if (!fragment.startsWith(START)) return null;
  const query = Object.fromEntries(new URLSearchParams(fragment.slice(START.length)));
  const whole = (text) => (/^-?\d$/.test(text ?? "") ? Number(text) : NaN);
  const list = (text) => (text ?? "").split(",").map(whole);
  const state = {
    kernel: query.kernel, stride: whole(query.stride), padding: whole(query.padding), ask: query.ask,
    deltas: query.deltas ? query.deltas.split(";").map(list) : [],
    output: list(query.output), pixel: list(query.pixel), weight: list(query.weight),
  };
  const within = (n, [least, most]) => n >= least && n <= most; // false for NaN
  const numbers = (found, count) => found.length === count && found.every(Number.isInteger);
  const right =
    Object.hasOwn(KERNELS, query.kernel) && ASKED.includes(query.ask) && "deltas" in query &&
    within(state.stride, LIMITS.stride) && within(state.padding, LIMITS.padding) &&
    [state.output, state.pixel, state.weight].every((place) => numbers(place, 2)) &&
    state.deltas.every((delta) => numbers(delta, 3) && delta[0] >= 0 && delta[1] >= 0) &&
    new Set(state.deltas.map(([i, j]) => `${i},${j}`)).size === state.deltas.length;
  // Settled it is the same only if every place is there.
  return right && toFragment(settled(state)) === toFragment(state) ? state : null;
}

return { IMAGE, KERNELS, LIMITS, ASKED, NUDGE, placesOf, settled, refitted, withDelta, deltasOf, outputsOf, gradientsOf, readers, termsOf, sharesOf, paddingUnder, nudged, toFragment, fromFragment };
})();
const module_backward_words = (() => {
// What the widget on the way back says: sums with their numbers, checks, and rules. No page.
const { IMAGE, KERNELS, NUDGE, deltasOf, gradientsOf, nudged, paddingUnder, placesOf, sharesOf, termsOf } = module_backward_state;

const plural = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;
const place = ([i, j]) => `row ${i}, column ${j}`;

/** A number without the rounding of the computer, with a true minus. */
function written(number) {
  return String(Math.round(number * 1e6) / 1e6).replace("-", "−");
}

/** Rows of numbers as text; no line breaks in a row. */
function inRows(grid) {
  return grid.map((row) => row.map(written).join("\u00a0")).join(", then ");
}

const factor = (number) => (number < 0 ? `(${written(number)})` : written(number));

/** The heads of the sums: what is asked about, and how often it is used. */
const HEADS = {
  pixel: (state, terms) => `dx in ${place(state.pixel)}: ${plural(terms.length, "window")} read${terms.length === 1 ? "s" : ""} this pixel.`,
  weight: (state, terms) => `dw in ${place(state.weight)}: each of the ${terms.length} windows uses this weight.`,
  bias: (_, terms) => `db: the bias is added to each of the ${terms.length} outputs.`,
};
const MEANT = { pixel: "delta · weight", weight: "delta · pixel", bias: "delta · 1" };

/** The terms as they are shown: a product, and the output that its delta comes from. */
function termsInWords(state) {
  // All windows of a pixel, as they are at most nine; of a weight's or the bias' those that count.
  const shown = termsOf(state).filter(({ delta }) => state.ask === "pixel" || delta !== 0);
  return shown.map(({ at, delta, factor: by }) => ({
    product: `${factor(delta)} · ${factor(by)}`, from: `output ${at.join(", ")}`,
  }));
}

/** The gradient of the pixel, the weight or the bias that is asked about. */
function gradientAsked(state) {
  const { dx, dw, db } = gradientsOf(state);
  if (state.ask === "bias") return db;
  const [i, j] = state[state.ask];
  return state.ask === "pixel" ? dx[i][j] : dw[i][j];
}

/** What is asked about, in a sentence or two. */
function headInWords(state) {
  if (state.ask === "output") return outputInWords(state);
  const terms = termsOf(state);
  if (terms.length === 0) return `dx in ${place(state.pixel)}: no window reads this pixel, so it changes no output. Its gradient is 0, whatever the deltas are.`;
  const silent = terms.filter(({ delta }) => delta === 0).length;
  const some = silent === 1 ? "1 delta is 0 and gives" : `${silent === terms.length ? "All" : silent} deltas are 0 and give`;
  const rest = state.ask === "pixel" || silent === 0 ? "" : ` ${some} nothing.`;
  return `${HEADS[state.ask](state, terms)}${rest} The sum of ${MEANT[state.ask]}:`;
}

/** What the chosen output gives back. */
function outputInWords(state) {
  const [i, j] = state.output;
  const delta = written(deltasOf(state)[i][j]);
  const head = `Output in ${place(state.output)}: its delta is ${delta}.`;
  if (delta === "0") return `${head} It gives nothing back: no pixel and no weight feels it.`;
  const { pixels, weights } = sharesOf(state);
  const outside = paddingUnder(state);
  const cut = outside ? ` (${outside} of these ${outside === 1 ? "falls on padding and is" : "fall on padding and are"} cut off)` : "";
  return `${head} To dx it gives ${delta} · w, where its window lies: ${inRows(pixels)}${cut}. To dw it gives ${delta} · x, the pixels in its window: ${inRows(weights)}. To db it gives ${delta}.`;
}

const NAMES = { output: "this output", pixel: "this pixel", weight: "this weight", bias: "the bias" };
const SLOPES = { output: "the delta", pixel: "dx", weight: "dw", bias: "db" };

/** The check by a finite difference. */
function checkInWords(state) {
  const { value, before, after } = nudged(state);
  const change = after - before;
  return `Check by a nudge: make ${NAMES[state.ask]} ${written(value + NUDGE)} instead of ${written(value)}, and keep the deltas. The loss, the sum of all delta · output, goes from ${written(before)} to ${written(after)}: a change of ${written(change)}. Divided by ${NUDGE}, this is ${written(change / NUDGE)}: ${SLOPES[state.ask]} here.`;
}

/** How many pixels no window reads. */
function unreadInWords(count) {
  if (count === 0) return "Every pixel is read by a window.";
  return `Dashed: ${plural(count, "pixel")} that no window reads. No delta reaches ${count === 1 ? "it" : "them"}.`;
}

/** dx as a convolution: what is done to the deltas first. */
function dxInWords({ kernel, stride, padding }) {
  const between = stride === 1 ? "" : ` Between the deltas ${stride === 2 ? "stands a zero" : `stand ${stride - 1} zeros`}, because the windows begin ${stride} pixels apart.`;
  const less = padding === 0 ? "" : `, less the padding of ${padding}`;
  const out = padding >= KERNELS[kernel].length ? " Deltas whose window holds nothing but padding are left out." : "";
  return `The kernel, turned by 180 degrees, slides over the deltas with a stride of 1.${between} Around them is a frame of zeros, as wide as the kernel minus one${less}.${out}`;
}

/** dw as a convolution. */
function dwInWords({ stride, padding }) {
  const between = stride === 1 ? "" : `, with ${stride === 2 ? "a zero" : `${stride - 1} zeros`} between them,`;
  return `The deltas${between} are the kernel, and slide over the ${padding ? "padded " : ""}image.`;
}

/** The size of everything, when a setting has changed. */
function sizesInWords(state) {
  const [height, width] = placesOf(state);
  return `${plural(height * width, "output")}, ${height} by ${width}; the image has ${IMAGE.length} by ${IMAGE[0].length} pixels.`;
}

return { written, inRows, termsInWords, gradientAsked, headInWords, checkInWords, unreadInWords, dxInWords, dwInWords, sizesInWords };
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
const module_backward_pictures = (() => {
// The grids of the widget on the way back: which number stands where, and what is marked.
const { dilated, pad } = module_convolution;
const { deltaAt, turned } = module_gradients;
const { IMAGE, KERNELS, deltasOf, gradientsOf, outputsOf, placesOf, readers } = module_backward_state;
const { inRows, written } = module_backward_words;
const { squares } = module_elements;

const [HEIGHT, WIDTH] = [IMAGE.length, IMAGE[0].length];
const same = ([i, j], r, c) => i === r && j === c;

/** Fill a place with squares; if there are as many already, these stay, so that a click finds what it began on. */
function paint(place, height, width, square) {
  if (place.children.length !== height || place.firstElementChild.children.length !== width) {
    return place.replaceChildren(...squares(height, width, square));
  }
  [...place.children].forEach((row, i) => [...row.children].forEach((cell, j) => {
    const { text = "", ...attributes } = square(i, j);
    if (cell.textContent !== text) cell.textContent = text;
    for (const [name, value] of Object.entries(attributes)) cell.setAttribute(name, value);
  }));
}

/** What is marked in each grid, as functions of row and column: "asked", "read", "spanned" or "". */
const MARKS = {
  output(state) {
    const sizes = [KERNELS[state.kernel].length, KERNELS[state.kernel][0].length];
    const inside = (n, axis) => n >= state.output[axis] * state.stride && n < state.output[axis] * state.stride + sizes[axis];
    const window = (r, c) => (inside(r, 0) && inside(c, 1) ? "read" : "");
    const own = (i, j) => (same(state.output, i, j) ? "asked" : "");
    const all = () => "read";
    return { x: window, dx: window, w: all, dw: all, db: all, y: own, dy: own, spread: own, lattice: own };
  },
  pixel(state) {
    const own = (r, c) => (same(state.pixel, r - state.padding, c - state.padding) ? "asked" : "");
    const [rows, columns] = readers(state, state.pixel).map((pairs) => new Map(pairs));
    const seeing = (i, j) => (rows.has(i) && columns.has(j) ? "read" : "");
    const [by, across] = [rows, columns].map((pairs) => new Set(pairs.values()));
    const used = (u, v) => (by.has(u) && across.has(v) ? "read" : "");
    const [kh, kw] = [KERNELS[state.kernel].length, KERNELS[state.kernel][0].length];
    const [r, c] = state.pixel;
    const under = (i, j, a, b) => (a >= r && a < r + kh && b >= c && b < c + kw ? "read" : "");
    return { x: own, dx: own, y: seeing, dy: seeing, w: used, flipped: (u, v) => used(kh - 1 - u, kw - 1 - v), spread: under };
  },
  weight(state) {
    const own = (u, v) => (same(state.weight, u, v) ? "asked" : "");
    const all = () => "read";
    const spans = placesOf(state).map((places) => dilated(places, state.stride));
    const under = (r, c) => {
      const steps = [r, c].map((n, axis) => n - state.weight[axis]);
      if (steps.some((n, axis) => n < 0 || n >= spans[axis])) return "";
      return steps.every((n) => n % state.stride === 0) ? "read" : "spanned";
    };
    return { x: under, w: own, dw: own, y: all, dy: all, lattice: (i, j) => (i < 0 || j < 0 ? "" : "read") };
  },
  bias: () => ({ db: () => "asked", y: () => "read", dy: () => "read" }),
};

/** The image and its gradient, in a frame of padding. */
function showImages(parts, state, mark, dx) {
  const { padding } = state;
  const seen = (r, c) => readers(state, [r, c]).every((pairs) => pairs.length > 0);
  const square = (grid, marked, kind) => (i, j) => {
    const [r, c] = [i - padding, j - padding];
    const value = grid[r]?.[c];
    const name = value === undefined ? "zero" : kind(r, c, value);
    return { class: `${name} ${marked(i, j)}`, "data-at": value === undefined ? "" : `${r},${c}`, text: value === undefined ? "" : written(value) };
  };
  const [height, width] = [HEIGHT + 2 * padding, WIDTH + 2 * padding];
  const unread = (r, c) => (seen(r, c) ? "" : "unseen");
  paint(parts.x, height, width, square(IMAGE, mark("x"), unread));
  paint(parts.dx, height, width, square(dx, mark("dx"), (r, c, value) => unread(r, c) || felt(value)));
}

const felt = (value) => (value === 0 ? "nothing" : "felt");

/** Deltas with zeros between them; `at` says which delta stands where along an axis, or -1. */
function showSpread(place, deltas, [height, width], at, marked) {
  paint(place, height, width, (a, b) => {
    const [i, j] = [at(a, 0), at(b, 1)];
    const zero = i < 0 || j < 0;
    return { class: `${zero ? "zero" : felt(deltas[i][j])} ${marked(i, j, a, b)}`, text: zero ? "" : written(deltas[i][j]) };
  });
}

/** Draw every grid, and say its numbers to those who do not see it. */
function showGrids(parts, state) {
  const marks = MARKS[state.ask](state);
  const mark = (name) => marks[name] ?? (() => "");
  const [w, y, deltas] = [KERNELS[state.kernel], outputsOf(state), deltasOf(state)];
  const { dx, dw, db } = gradientsOf(state);
  const [sizes, places] = [[w.length, w[0].length], placesOf(state)];
  const plain = (place, grid, marked, kind = () => "") =>
    paint(place, grid.length, grid[0].length, (i, j) => ({
      class: `${kind(grid[i][j])} ${marked(i, j)}`, "data-at": `${i},${j}`, text: written(grid[i][j]),
    }));
  const held = (i, j) => mark("dy")(i, j) + (state.ask !== "output" && same(state.output, i, j) ? " held" : "");
  showImages(parts, state, mark, dx);
  plain(parts.w, w, mark("w"));
  plain(parts.y, y, mark("y"));
  plain(parts.dy, deltas, held, felt);
  plain(parts.dw, dw, mark("dw"), felt);
  plain(parts.db, [[db]], mark("db"), felt);
  plain(parts.flipped, turned(w), mark("flipped"));
  const axis = (n, k) => deltaAt(n, sizes[k], places[k], state);
  showSpread(parts.spread, deltas, [HEIGHT + sizes[0] - 1, WIDTH + sizes[1] - 1], axis, mark("spread"));
  const step = (n) => (n % state.stride === 0 ? n / state.stride : -1);
  showSpread(parts.lattice, deltas, places.map((n) => dilated(n, state.stride)), step, mark("lattice"));
  const frame = state.padding ? `, in a padding of ${state.padding}` : "";
  for (const [name, label] of Object.entries({
    x: `Image x${frame}: ${inRows(IMAGE)}`, w: `Kernel w: ${inRows(w)}`, y: `Output y: ${inRows(y)}`,
    dy: `dy, the deltas, ${places.join(" by ")}`, dx: `dx, ${HEIGHT} by ${WIDTH}`, dw: `dw, ${sizes.join(" by ")}`, db: "db",
    spread: "The deltas with zeros between and around them", flipped: `Kernel turned by 180 degrees: ${inRows(turned(w))}`,
    lattice: "The deltas as a kernel, with zeros between them",
  })) parts[name].setAttribute("aria-label", label);
}

/** How many pixels no window reads. */
function unreadOf(state) {
  const blind = (axis) => (n) => readers(state, axis ? [0, n] : [n, 0])[axis].length === 0;
  const rows = Array.from({ length: HEIGHT }, (_, n) => n).filter(blind(0)).length;
  const columns = Array.from({ length: WIDTH }, (_, n) => n).filter(blind(1)).length;
  return HEIGHT * WIDTH - (HEIGHT - rows) * (WIDTH - columns);
}

return { showGrids, unreadOf };
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
const module_backward = (() => {
// The way back: set an output's delta, and see which pixels and weights feel it, and why.
const { showGrids, unreadOf } = module_backward_pictures;
const { KERNELS, LIMITS, deltasOf, fromFragment, refitted, settled, toFragment, withDelta } = module_backward_state;
const { checkInWords, dwInWords, dxInWords, gradientAsked, headInWords, sizesInWords, termsInWords, unreadInWords, written } = module_backward_words;
const { button, make, radios, slider } = module_elements;
const { followLinks, forgetLink } = module_links;

const DEFAULTS = { kernel: "2 by 3", stride: 1, padding: 0, deltas: [[0, 0, 1]], ask: "output", output: [0, 0], pixel: [0, 0], weight: [0, 0] };
const KEYS = Object.keys(DEFAULTS);
const FAR = 99; // more than any grid has
const ARROWS = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -FAR], End: [0, FAR],
};
/** What is chosen in each grid; the first of two has the keyboard. */
const GRIDS = { dy: "output", dx: "pixel", dw: "weight", db: "bias", y: "output", x: "pixel", w: "weight" };
let made = 0; // widgets on this page: ids and names of groups differ

/** All elements that anything is asked of later. */
function build() {
  const id = `backward-${(made += 1)}`;
  const grid = () => make("div", { class: "squares picks", role: "img" });
  const steps = (help) =>
    make("div", { class: "squares steps", role: "application", tabindex: 0, "aria-describedby": `${id}-${help}` });
  const [least, most] = LIMITS.delta;
  return {
    id,
    kernel: radios("Kernel", `${id}-kernel`, Object.keys(KERNELS)),
    sliders: { stride: slider("Stride", LIMITS.stride), padding: slider("Padding", LIMITS.padding) },
    x: grid(), w: grid(), y: grid(), spread: grid(), flipped: grid(), lattice: grid(),
    dy: steps("dy-help"), dx: steps("help"), dw: steps("help"), db: steps("help"),
    delta: make("input", { type: "number", min: least, max: most, step: 1 }),
    named: make("span", {}),
    less: button("−1"),
    more: button("+1"),
    none: button("All 0"),
    head: make("p", {}),
    terms: make("p", { class: "terms" }),
    check: make("p", { class: "check-by" }),
    unread: make("p", { class: "help" }),
    dxRule: make("p", { class: "help" }),
    dwRule: make("p", { class: "help" }),
    said: make("p", { class: "said", role: "status", "aria-live": "polite" }),
    reset: button("Reset"),
    link: make("a", {}, "Link to this state"),
  };
}

/** Put the elements in their places. */
function arrange(parts) {
  const picture = (place, title, ...rest) =>
    make("div", { class: `picture at-${place}` }, make("span", { class: "title" }, title), ...rest);
  const help = (name, words) => make("p", { class: "help", id: `${parts.id}-${name}` }, words);
  return make(
    "div", { class: "stepper backward", role: "group", "aria-label": "The way back through a convolution" },
    make("div", { class: "settings" }, parts.kernel, parts.sliders.stride.label, parts.sliders.padding.label),
    make(
      "div", { class: "places" },
      make("p", { class: "direction at-there" }, "Forwards: from x and w to y"),
      picture("x", "Image x", parts.x), picture("w", "Kernel w", parts.w), picture("y", "Output y", parts.y),
      make("p", { class: "direction at-back" }, "Backwards: from dy to dx, dw and db"),
      picture(
        "dy", "Deltas dy", parts.dy,
        make("label", { class: "delta" }, parts.named, parts.delta),
        make("p", { class: "buttons" }, parts.less, parts.more, parts.none),
        help("dy-help", "Choose one, then change it. By keyboard: arrows, + and −, digits."),
      ),
      picture("dx", "dx", parts.dx, parts.unread),
      picture("dw", "dw", parts.dw, make("span", { class: "title" }, "db"), parts.db),
    ),
    help("help", "Choose a pixel, a weight, or a number of dx, dw or db, by pointing or with the arrow keys: its sum is written out here."),
    make("div", { class: "step" }, parts.head, parts.terms, parts.check),
    make(
      "div", { class: "columns" },
      picture("dx-rule", "dx as a convolution", parts.dxRule, make("div", { class: "pair" }, parts.spread, parts.flipped)),
      picture("dw-rule", "dw as a convolution", parts.dwRule, parts.lattice),
    ),
    parts.said,
    make("p", { class: "buttons last" }, parts.reset, parts.link),
  );
}

/** The sum's terms, each above the output that it comes from, and what they make. */
function showTerms(parts, state) {
  const terms = state.ask === "output" ? [] : termsInWords(state);
  const one = ({ product, from }) => make("span", { class: "term" }, `${product} `, make("small", {}, from));
  const parted = terms.flatMap((term, k) => (k === 0 ? [one(term)] : [" + ", one(term)]));
  const total = make("strong", {}, written(state.ask === "output" ? 0 : gradientAsked(state)));
  parts.terms.hidden = state.ask === "output" || (state.ask === "pixel" && terms.length === 0);
  parts.terms.replaceChildren(...parted, terms.length ? " = " : "", total);
}

/** Draw everything from the state. */
function show(parts, state) {
  for (const [name, { input, value }] of Object.entries(parts.sliders)) {
    input.value = value.textContent = state[name];
  }
  for (const choice of parts.kernel.querySelectorAll("input")) choice.checked = choice.value === state.kernel;
  showGrids(parts, state);
  const [i, j] = state.output;
  const delta = deltasOf(state)[i][j];
  parts.named.textContent = `Delta in row ${i}, column ${j}`;
  if (parts.delta.value === "" || Number(parts.delta.value) !== delta) parts.delta.value = delta;
  parts.head.textContent = headInWords(state);
  showTerms(parts, state);
  parts.check.textContent = checkInWords(state);
  parts.unread.textContent = unreadInWords(unreadOf(state));
  parts.dxRule.textContent = dxInWords(state);
  parts.dwRule.textContent = dwInWords(state);
  parts.link.setAttribute("href", toFragment(state));
}

/** Choose in a grid, by pointer or by keyboard. */
function connectGrid(grid, ask, { state, choose, nudge }) {
  grid.addEventListener("click", ({ target }) => {
    if (target.dataset.at) choose(ask, target.dataset.at.split(",").map(Number));
  });
  if (!grid.matches(".steps")) return;
  grid.addEventListener("focus", () => {
    if (grid.matches(":focus-visible")) choose(ask, state()[ask]); // a click chooses by itself
  });
  grid.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const step = ARROWS[event.key];
    const set = ask === "output" ? keyed(event.key) : null;
    if (!step && !set) return;
    event.preventDefault();
    if (step) choose(ask, state()[ask].map((n, axis) => n + step[axis]));
    else nudge(set);
  });
}

/** What a key does to a delta, or null. */
function keyed(key) {
  if (/^\d$/.test(key)) return () => Number(key);
  return { "+": (n) => n + 1, "-": (n) => n - 1, "−": (n) => n - 1 }[key] ?? null;
}

/** Set, choose and change. */
function connect(parts, { state, change, start }) {
  const say = (...words) => (parts.said.textContent = words.filter(Boolean).join(" "));
  const sum = () => `${parts.head.textContent} ${parts.terms.hidden ? "" : parts.terms.textContent}`.trim();
  const choose = (ask, at) => {
    change(settled({ ...state(), ask, [ask]: at }));
    say(sum());
  };
  const nudge = (set) => {
    const [i, j] = state().output;
    change({ ...withDelta(state(), set(deltasOf(state())[i][j])), ask: "output" });
    say(sum());
  };
  for (const [name, ask] of Object.entries(GRIDS)) connectGrid(parts[name], ask, { state, choose, nudge });
  const fit = (news) => {
    change(refitted(state(), news));
    say(sizesInWords(state()), parts.unread.textContent);
  };
  parts.kernel.addEventListener("change", ({ target }) => fit({ kernel: target.value }));
  for (const [name, { input }] of Object.entries(parts.sliders)) {
    input.addEventListener("input", () => fit({ [name]: Number(input.value) }));
  }
  parts.less.addEventListener("click", () => nudge((n) => n - 1));
  parts.more.addEventListener("click", () => nudge((n) => n + 1));
  parts.none.addEventListener("click", () => {
    change({ deltas: [] });
    say("All deltas are 0.", sum());
  });
  parts.delta.addEventListener("input", () => {
    const typed = /^-?\d$/.test(parts.delta.value) ? Number(parts.delta.value) : NaN;
    if (!isNaN(typed)) nudge(() => typed);
  });
  parts.delta.addEventListener("blur", () => show(parts, state())); // what is no delta goes
  parts.reset.addEventListener("click", () => {
    forgetLink(fromFragment);
    change(start);
    say(sum());
  });
}

function render({ model, el }) {
  const parts = build();
  const frame = arrange(parts);
  const state = () => settled(Object.fromEntries(KEYS.map((key) => [key, model.get(key) ?? DEFAULTS[key]])));
  const change = (news) => {
    for (const key of KEYS) if (key in news) model.set(key, news[key]);
    model.save_changes();
  };
  connect(parts, { state, change, start: state() });
  for (const key of KEYS) model.on(`change:${key}`, () => show(parts, state()));
  const stop = followLinks(frame, fromFragment, change);
  show(parts, state());
  el.append(frame);
  return stop;
}

const exported = { render };

return { default: exported };
})();
return module_backward;
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
