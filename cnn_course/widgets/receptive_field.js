const widget = (() => {
"use strict";
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
const module_receptive = (() => {
// Which numbers of earlier maps, and which pixels, a number of a stack of layers depends on. No page.
// Map 0 is the input. A pixel outside of it has a negative number, or one that is too large.
const { dilated, outputSize } = module_convolution;

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
function mapsOf(input, layers) {
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
function traceOf(maps, layers, chosen, at) {
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
function sharesOf({ start, side, counts }) {
  const inside = product(counts.map((axis, k) => Math.max(0, Math.min(axis.length, start[k] + side) - Math.max(0, start[k]))));
  const read = product(counts.map((axis) => axis.filter(Boolean).length));
  return { all: side * side, padding: side * side - inside, skipped: inside - read, read };
}

/** Of a region's paths: all, the most and the fewest to one number, and how few numbers have half of them. */
function pathsOf({ counts: [rows, columns] }) {
  const counts = rows.flatMap((row) => columns.map((column) => row * column)).filter(Boolean);
  counts.sort((a, b) => b - a);
  const all = counts.reduce((sum, count) => sum + count, 0);
  let [half, sum] = [0, 0];
  for (; 2 * sum < all; half += 1) sum += counts[half];
  return { all, most: counts[0] ?? 0, fewest: counts.at(-1) ?? 0, half };
}

/** The pixels [from, to) that a picture shows along an axis: the image, and what of the fields lies outside. */
function viewOf(maps, axis) {
  const size = maps[0].size[axis];
  const ends = maps.map(({ size: sizes, jump, field, first }) => {
    const [last, over] = [first + (sizes[axis] - 1) * jump, Math.max(0, (jump - field) / 2)];
    return [first - over, last + field + over];
  });
  const outside = (n) => Math.min(MARGIN, Math.max(0, Math.ceil(n)));
  return [-outside(Math.max(...ends.map(([from]) => -from))), size + outside(Math.max(...ends.map(([, to]) => to - size)))];
}

/** Where a map's numbers are drawn along an axis: around the middles of their fields, `step` pixels each. */
function placesOf({ size, jump, field, first }, axis, [from, to]) {
  const step = Math.min(jump, (to - from) / size[axis]);
  const middle = first + (field + jump * (size[axis] - 1)) / 2;
  const origin = middle - (step * size[axis]) / 2;
  return { step, origin: Math.max(from, Math.min(to - step * size[axis], origin)) };
}

return { mapsOf, traceOf, sharesOf, pathsOf, viewOf, placesOf };
})();
const module_receptive_maps = (() => {
// The input and the maps of a stack of layers as pictures: one scale, pixels of the input, for all of them.
const { placesOf, viewOf } = module_receptive;

const FAINT = 0.1; // of the colour, for a number that is counted seldom

/** An element of a picture. */
function drawn(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const square = ([i, j]) => `M${j} ${i}h1v1h-1z`;
const stroke = ([i, j]) => `M${j} ${i + 1}l1 -1M${j} ${i + 0.5}l.5 -.5M${j + 0.5} ${i + 1}l.5 -.5`;
const range = (from, to) => Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);

/** The lines between the numbers of a map. */
function grid([height, width]) {
  const rows = range(0, height + 1).map((i) => `M0 ${i}h${width}`);
  const columns = range(0, width + 1).map((j) => `M${j} 0v${height}`);
  return drawn("path", { class: "lines", d: [...rows, ...columns].join("") });
}

/** The numbers of a map that are read, in one path for each count: the more ways, the stronger the colour. */
function readings({ counts: [rows, columns] }, paths) {
  const places = new Map();
  rows.forEach((row, i) => columns.forEach((column, j) => {
    const count = paths ? row * column : Math.min(1, row * column);
    if (!count) return;
    if (!places.has(count)) places.set(count, []);
    places.get(count).push([i, j]);
  }));
  const most = Math.max(...places.keys());
  const opacity = (count) => (paths ? FAINT + (1 - FAINT) * (count / most) : 0.4).toFixed(3);
  return [...places].map(([count, at]) =>
    drawn("path", { class: "read", "data-count": count, "fill-opacity": opacity(count), d: at.map(square).join("") }),
  );
}

/** What of a region lies outside of a map, as far as the picture goes. */
function zeros({ start, side, counts }, bounds) {
  const axis = (k) => range(Math.max(start[k], Math.floor(bounds[k][0])), Math.min(start[k] + side, Math.ceil(bounds[k][1])));
  const outside = (n, k) => n < 0 || n >= counts[k].length;
  const places = axis(0).flatMap((i) => axis(1).map((j) => [i, j])).filter((at) => at.some(outside));
  return [
    drawn("path", { class: "zeros", d: places.map(square).join("") }),
    drawn("path", { class: "strokes", d: places.map(stroke).join("") }),
  ];
}

/** The frame of a region: those of its sides that are in the picture. */
function frame({ start, side }, bounds) {
  const [top, left] = start;
  const [rows, columns] = [0, 1].map((axis) => [Math.max(start[axis], bounds[axis][0]), Math.min(start[axis] + side, bounds[axis][1])]);
  const within = (n, [from, to]) => n >= from && n <= to;
  const across = [top, top + side].filter((i) => within(i, bounds[0])).map((i) => `M${columns[0]} ${i}H${columns[1]}`);
  const down = [left, left + side].filter((j) => within(j, bounds[1])).map((j) => `M${j} ${rows[0]}V${rows[1]}`);
  return drawn("path", { class: "region", d: [...across, ...down].join("") });
}

/** The picture of map number m, with what is read of it if a trace is given. */
function pictureOf(maps, m, trace, paths) {
  const { size } = maps[m];
  const views = [0, 1].map((axis) => viewOf(maps, axis));
  const [rows, columns] = [0, 1].map((axis) => placesOf(maps[m], axis, views[axis]));
  const bounds = [rows, columns].map(({ step, origin }, axis) => views[axis].map((n) => (n - origin) / step));
  const [top, left] = views.map(([from]) => from - 0.5);
  const [height, width] = views.map(([from, to]) => to - from + 1);
  const image = { class: "image", x: 0, y: 0, width: maps[0].size[1], height: maps[0].size[0] };
  const place = `translate(${columns.origin} ${rows.origin}) scale(${columns.step} ${rows.step})`;
  const region = trace ? [...zeros(trace, bounds), ...readings(trace, paths), frame(trace, bounds)] : [];
  return drawn(
    "svg", { viewBox: `${left} ${top} ${width} ${height}`, "aria-hidden": "true" },
    drawn("rect", image), drawn("g", { transform: place }, grid(size), ...region),
  );
}

/** The row and column of map number m that an event of the pointer is nearest to. */
function numberAt(event, picture, maps, m) {
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse());
  return [point.y, point.x].map((n, axis) => {
    const { step, origin } = placesOf(maps[m], axis, viewOf(maps, axis));
    return Math.max(0, Math.min(maps[m].size[axis] - 1, Math.floor((n - origin) / step)));
  });
}

return { pictureOf, numberAt };
})();
const module_receptive_state = (() => {
// What the widget on receptive fields shows, in numbers and words, and the link that brings it back. No page.
const { mapsOf, pathsOf, sharesOf, traceOf, viewOf } = module_receptive;

/** The least and the largest of each number that the reader sets. */
const LIMITS = { kernel: [1, 11], stride: [1, 4], padding: [0, 5], dilation: [1, 8] };
const FIELDS = Object.keys(LIMITS);
const SIDES = [8, 40]; // of the input
const MOST = 6; // layers
const KINDS = { conv: "convolution", pool: "pooling" };
const OWN = "your own";
const START = "#receptive-field?";
const DEFAULTS = { kind: "conv", kernel: 3, stride: 1, padding: 0, dilation: 1 };

const conv = (kernel, numbers = {}) => ({ ...DEFAULTS, kernel, ...numbers });
const POOL = { ...DEFAULTS, kind: "pool", kernel: 2, stride: 2 };

/** A layer that always fits. */
const NEW = conv(3, { padding: 1 });

const PRESETS = {
  "three of 3 × 3": { input: [15, 17], layers: [conv(3), conv(3), conv(3)] },
  "one of 7 × 7": { input: [15, 17], layers: [conv(7)] },
  "six of 3 × 3, padded": { input: [28, 32], layers: new Array(6).fill(NEW) },
  "dilations 1, 2 and 4": { input: [28, 32], layers: [1, 2, 4].map((n) => conv(3, { padding: n, dilation: n })) },
  "LeNet-5": { input: [32, 32], layers: [conv(5), POOL, conv(5), POOL, conv(5)] },
  "this chapter's network": { input: [28, 28], layers: [conv(5, { padding: 2 }), POOL, NEW, POOL, NEW] },
};

const textOfLayer = (layer) => [layer.kind, ...FIELDS.map((field) => layer[field])].join(",");
const textOfStack = ({ input, layers }) => `input=${input.join(",")}&layers=${layers.map(textOfLayer).join(";")}`;

/** The name of the preset that a state has the layers of. */
function presetOf(state) {
  const text = textOfStack(state);
  return Object.keys(PRESETS).find((name) => textOfStack(PRESETS[name]) === text) ?? OWN;
}

/** The same state, with whole layers, and with a number chosen that there is. */
function settled(state) {
  const layers = state.layers.map((layer) => ({ ...DEFAULTS, ...layer }));
  const { maps } = mapsOf(state.input, layers);
  const chosen = Math.max(Math.min(1, maps.length - 1), Math.min(maps.length - 1, state.chosen));
  const at = maps[chosen].size.map((n, axis) => Math.max(0, Math.min(n - 1, state.at[axis])));
  return { ...state, layers, chosen, at };
}

/** The same stack, with the middle of its last map chosen. */
function inTheMiddle(state) {
  const { maps } = mapsOf(state.input, state.layers);
  return { ...state, chosen: maps.length - 1, at: maps.at(-1).size.map((n) => Math.floor(n / 2)) };
}

const counted = (n) => n.toLocaleString("en-US");
const signed = (n) => String(n).replace("-", "−");
const are = (n) => `${counted(n)} ${n === 1 ? "is" : "are"}`;
const below = (n) => String(n).replace(/\d/g, (digit) => "₀₁₂₃₄₅₆₇₈₉"[digit]);

/** Which pixels the chosen number sees, and what of them is no pixel. */
function fieldInWords({ input, layers, chosen, at }) {
  if (chosen === 0) return "";
  const { maps } = mapsOf(input, layers);
  const [trace] = traceOf(maps, layers, chosen, at);
  const { start, side } = trace;
  const { padding, skipped, all } = sharesOf(trace);
  const [rows, columns] = start.map((n) => `${signed(n)} to ${signed(n + side - 1)}`);
  const none = padding ? `of which ${are(padding)} padding` : "none of them padding";
  const gaps = skipped ? ` ${counted(skipped)} of the ${counted(all)} ${skipped === 1 ? "is a pixel" : "are pixels"} that no path reaches.` : "";
  const ends = start.some((n, axis) => {
    const [from, to] = viewOf(maps, axis);
    return n < from || n + side > to;
  });
  const more = ends ? " The field goes on outside of the picture." : "";
  return `Row ${at[0]}, column ${at[1]} of layer ${chosen} sees ${side} × ${side} pixels, ${none}: rows ${rows}, columns ${columns}.${gaps}${more}`;
}

/** How unevenly the pixels are counted. */
function pathsInWords({ input, layers, chosen, at }) {
  if (chosen === 0) return "";
  const [trace] = traceOf(mapsOf(input, layers).maps, layers, chosen, at);
  const { all, most, fewest, half } = pathsOf(trace);
  const { read } = sharesOf(trace);
  if (all === 0) return "No path leads to a pixel: all that is read is padding.";
  const ends = `${counted(most)} ${most === 1 ? "path leads" : "paths lead"} to the pixel that is counted most, ${counted(fewest)} to the one that is counted least.`;
  return `${ends} Half of all ${counted(all)} paths lead to ${counted(half)} of the ${counted(read)} pixels.`;
}

/** The counts along the columns of the field, if there are few enough to read. */
function rowInWords({ input, layers, chosen, at }) {
  if (chosen === 0) return "";
  const [{ start, side, counts }] = traceOf(mapsOf(input, layers).maps, layers, chosen, at);
  const columns = counts[1].slice(Math.max(0, start[1]), Math.max(0, start[1] + side));
  return columns.length > 24 ? "" : `Along the columns: ${columns.join(" ")}. A pixel's count is its row's times its column's.`;
}

/** The formulas for field and jump with the numbers of the chosen layer, a line each. */
function formulaInWords({ input, layers, chosen: l }) {
  if (l === 0) return [];
  const { maps } = mapsOf(input, layers);
  const [{ field, jump }, { kernel, stride, dilation }] = [maps[l - 1], layers[l - 1]];
  const [now, before] = [below(l), below(l - 1)];
  return [
    `r${now} = r${before} + (k${now} − 1) · d${now} · j${before} = ${counted(field)} + (${kernel} − 1) · ${dilation} · ${counted(jump)} = ${counted(maps[l].field)}`,
    `j${now} = j${before} · s${now} = ${counted(jump)} · ${stride} = ${counted(maps[l].jump)}`,
  ];
}

/** What a stack comes to, or why one of its layers does not fit. */
function stackInWords({ input, layers }) {
  const { maps, problem } = mapsOf(input, layers);
  const { size, jump, field } = maps.at(-1);
  if (problem) return problem;
  return `Layer ${maps.length - 1}, the last, has ${size.join(" × ")} numbers; each sees ${counted(field)} × ${counted(field)} pixels, and the next one begins ${counted(jump)} further.`;
}

/** The end of an address that brings back a state. */
function toFragment({ chosen, at, paths, ...stack }) {
  return `${START}${textOfStack(stack)}&at=${[chosen, ...at].join(",")}&paths=${Number(paths)}`;
}

const whole = (text) => (/^\d{1,3}$/.test(text) ? Number(text) : NaN);
const within = (n, [least, most]) => n >= least && n <= most;

/** The layer that a text stands for, or null. */
function layerOfText(text) {
  const [kind, ...numbers] = text.split(",");
  const values = numbers.map(whole);
  const right = Object.hasOwn(KINDS, kind) && values.length === FIELDS.length && FIELDS.every((field, k) => within(values[k], LIMITS[field]));
  return right ? { kind, ...Object.fromEntries(FIELDS.map((field, k) => [field, values[k]])) } : null;
}

/** The state that an address ends in, or null if it ends in something else, or in nonsense. */
function fromFragment(fragment) {
  const found = /^#receptive-field\?input=(\d+),(\d+)&layers=([^&]+)&at=(\d+),(\d+),(\d+)&paths=([01])$/.exec(fragment);
  if (!found) return null;
  const input = [found[1], found[2]].map(whole);
  const layers = found[3].split(";").map(layerOfText);
  const [chosen, ...at] = found.slice(4, 7).map(whole);
  if (!input.every((n) => within(n, SIDES)) || layers.includes(null) || layers.length > MOST) return null;
  const state = { input, layers, chosen, at, paths: found[7] === "1" };
  return toFragment(settled(state)) === toFragment(state) ? state : null;
}

return { LIMITS, FIELDS, SIDES, MOST, KINDS, OWN, NEW, PRESETS, presetOf, settled, inTheMiddle, fieldInWords, pathsInWords, rowInWords, formulaInWords, stackInWords, toFragment, fromFragment };
})();
const module_receptive_field = (() => {
// Receptive fields: a stack of layers to change, and for a number of any map all that it depends on.
const { button, labelled, make, slider } = module_elements;
const { followLinks, forgetLink } = module_links;
const { mapsOf, traceOf } = module_receptive;
const { numberAt, pictureOf } = module_receptive_maps;
const { FIELDS, KINDS, LIMITS, MOST, NEW, OWN, PRESETS, SIDES, fieldInWords, formulaInWords, fromFragment, inTheMiddle, pathsInWords, presetOf, rowInWords, settled, stackInWords, toFragment } = module_receptive_state;

const DEFAULTS = { ...PRESETS["three of 3 × 3"], chosen: 1, at: [0, 0], paths: true };
const KEYS = Object.keys(DEFAULTS);
const WORDS = ["Input height", "Input width"];
const HEADS = ["Layer", "Output size", "Jump j", "Receptive field r"];
const ARROWS = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -999], End: [0, 999],
};
let made = 0; // widgets on this page: their ids differ

const places = Array.from({ length: MOST }, (_, k) => k);
const option = ([value, words]) => make("option", { value }, words);
const upTo = ([least, most]) => Array.from({ length: most - least + 1 }, (_, k) => [least + k, least + k]);

/** The controls of one layer. */
function layerControls(k) {
  const name = `layer ${k + 1}`;
  const choice = (field, options) => make("select", { "aria-label": `${field} of ${name}`, "data-field": field }, ...options.map(option));
  const remove = button("×");
  for (const key of ["aria-label", "title"]) remove.setAttribute(key, `Remove ${name}`);
  const kind = choice("kind", Object.entries(KINDS));
  const numbers = FIELDS.map((field) => choice(field, upTo(LIMITS[field])));
  const controls = FIELDS.map((field, n) => labelled(field[0].toUpperCase() + field.slice(1), numbers[n]));
  const row = make(
    "div", { class: "layer", role: "group", "aria-label": `Layer ${k + 1}` },
    labelled(`Layer ${k + 1}`, kind), make("div", { class: "numbers" }, ...controls, remove),
  );
  return { row, choices: [kind, ...numbers], remove };
}

/** One map: its title, its picture, and what of it is read. The input cannot be chosen. */
function mapFrame(m, id) {
  const chosen = { role: "application", tabindex: 0, "aria-describedby": `${id}-help` };
  const frame = make("div", { class: "map", ...(m ? chosen : { role: "img" }) });
  const [title, part] = [make("span", { class: "title" }), make("span", { class: "part" })];
  return { frame, title, part, all: make("div", { class: "map-and-words" }, title, frame, part) };
}

/** All elements that anything is asked of later. */
function build() {
  const id = `receptive-field-${(made += 1)}`;
  return {
    id,
    preset: make("select", {}, ...[...Object.keys(PRESETS), OWN].map((name) => option([name, name]))),
    sides: WORDS.map((words) => slider(words, SIDES)),
    paths: make("input", { type: "checkbox" }),
    maps: [0, ...places.map((k) => k + 1)].map((m) => mapFrame(m, id)),
    field: make("p", { class: "field" }),
    counts: make("p", { class: "paths" }),
    row: make("p", { class: "help" }),
    layers: places.map(layerControls),
    add: button("Add a layer"),
    problem: make("p", { class: "problem" }),
    body: make("tbody"),
    formula: make("p", { class: "formula" }),
    said: make("p", { class: "said", role: "status", "aria-live": "polite" }),
    reset: button("Reset"),
    link: make("a", {}, "Link to this state"),
  };
}

/** Put the elements in their places. */
function arrange(parts) {
  const head = make("tr", {}, ...HEADS.map((words) => make("th", { scope: "col" }, words)));
  return make(
    "div", { class: "stepper receptive", role: "group", "aria-label": "Receptive field" },
    make("div", { class: "settings" }, labelled("Stack", parts.preset), ...parts.sides.map(({ label }) => label)),
    make("label", { class: "check" }, parts.paths, "Show how many paths lead to each number"),
    make("div", { class: "columns" }, parts.maps[0].all, make("div", { class: "maps" }, ...parts.maps.slice(1).map(({ all }) => all))),
    make("p", { class: "help", id: `${parts.id}-help` }, "Choose a number of any layer by a click, or with the arrow keys. Framed: what it depends on. The stronger the colour, the more paths. Hatched: padding. The dashed line is the border of the image; all pictures have its scale."),
    parts.field, parts.counts, parts.row, parts.formula,
    make("p", { class: "help" }, "In pixels of the input, r is the side of a number's field, and j the jump to the field of the next number. k, d and s are the layer's kernel, dilation and stride."),
    make("div", { class: "layers" }, ...parts.layers.map(({ row }) => row)),
    make("p", { class: "buttons" }, parts.add),
    parts.problem,
    make("table", { "aria-label": "Sizes and fields" }, make("thead", {}, head), parts.body),
    parts.said,
    make("p", { class: "buttons last" }, parts.reset, parts.link),
  );
}

/** The pictures, each with what the chosen number reads of it. */
function showMaps(parts, { layers, chosen, at, paths }, maps) {
  const traces = traceOf(maps, layers, chosen, at);
  parts.maps.forEach(({ frame, title, part, all }, m) => {
    all.hidden = m >= maps.length;
    if (all.hidden) return frame.replaceChildren();
    const trace = chosen ? traces[m] : undefined;
    const size = maps[m].size.join(" × ");
    const read = !trace ? "not read" : m && m === chosen ? `chosen: ${at.join(", ")}` : `read: ${trace.side} × ${trace.side}`;
    title.textContent = m ? `Layer ${m}` : "Input";
    part.replaceChildren(size, make("br"), read);
    frame.setAttribute("aria-label", m ? `Map of layer ${m}, ${size}` : `Input, ${size}, ${read}`);
    all.classList.toggle("chosen", m > 0 && m === chosen);
    frame.replaceChildren(pictureOf(maps, m, trace, paths));
  });
}

/** The table, with a line for the input. */
function showTable(parts, maps, chosen) {
  const counted = (n) => n.toLocaleString("en-US");
  parts.body.replaceChildren(...maps.map(({ size, jump, field }, m) =>
    make(
      "tr", { class: m > 0 && m === chosen ? "chosen" : "" },
      make("th", { scope: "row" }, m ? String(m) : "input"),
      ...[size.join(" × "), counted(jump), `${counted(field)} × ${counted(field)}`].map((text) => make("td", {}, text)),
    ),
  ));
}

/** Draw everything from the state. */
function show(parts, state) {
  const { input, layers, chosen, paths } = state;
  const { maps, problem } = mapsOf(input, layers);
  parts.preset.value = presetOf(state);
  parts.sides.forEach((side, axis) => (side.input.value = side.value.textContent = input[axis]));
  parts.paths.checked = paths;
  showMaps(parts, state, maps);
  parts.layers.forEach(({ row, choices, remove }, k) => {
    row.hidden = k >= layers.length;
    remove.disabled = layers.length === 1;
    row.classList.toggle("wrong", Boolean(problem) && k === maps.length - 1);
    if (!row.hidden) for (const choice of choices) choice.value = layers[k][choice.dataset.field];
  });
  parts.add.disabled = layers.length === MOST;
  showTable(parts, maps, chosen);
  parts.problem.textContent = problem;
  parts.field.textContent = fieldInWords(state);
  parts.counts.textContent = paths ? pathsInWords(state) : "";
  parts.row.textContent = paths ? rowInWords(state) : "";
  parts.formula.replaceChildren(...formulaInWords(state).map((line) => make("span", {}, line)));
  parts.link.setAttribute("href", toFragment(state));
}

/** Change, add and remove layers. */
function connectLayers(parts, { state, put, say }) {
  const changed = (news) => {
    put(news);
    say(stackInWords(state()));
  };
  parts.layers.forEach(({ row, choices, remove }, k) => {
    row.addEventListener("change", ({ target }) => {
      const { field } = target.dataset;
      const value = field === "kind" ? target.value : Number(target.value);
      changed({ layers: state().layers.map((layer, n) => (n === k ? { ...layer, [field]: value } : layer)) });
    });
    remove.addEventListener("click", () => {
      const { layers, chosen } = state();
      changed({ layers: layers.filter((_, n) => n !== k), chosen: chosen > k + 1 ? chosen - 1 : chosen });
      // The keyboard goes on with the layer that is in this place now.
      const next = parts.layers[Math.min(k, layers.length - 2)];
      (layers.length === 2 ? next.choices[0] : next.remove).focus();
    });
  });
  parts.add.addEventListener("click", () => {
    changed(inTheMiddle({ ...state(), layers: [...state().layers, NEW] }));
    if (parts.add.disabled) parts.layers.at(-1).choices[0].focus();
  });
}

/** Choose a number of a map, with a pointer or with keys. */
function connectMaps(parts, { state, put, say }) {
  const go = (chosen, at) => {
    put({ chosen, at });
    say(fieldInWords(state()));
  };
  parts.maps.slice(1).forEach(({ frame }, k) => {
    const m = k + 1;
    const point = (event) => {
      const { input, layers, chosen, at } = state();
      const place = numberAt(event, frame.firstChild, mapsOf(input, layers).maps, m);
      if (chosen !== m || String(at) !== String(place)) go(m, place);
    };
    frame.addEventListener("click", point);
    // A finger that moves moves the page; a mouse that is held down chooses.
    frame.addEventListener("pointermove", (event) => {
      if (event.buttons & 1 && event.pointerType !== "touch") point(event);
    });
    frame.addEventListener("keydown", (event) => {
      const step = ARROWS[event.key];
      if (!step) return;
      event.preventDefault();
      const { chosen, at } = state();
      go(m, chosen === m ? at.map((n, axis) => n + step[axis]) : at);
    });
  });
}

/** The settings above, and below. */
function connectSettings(parts, { state, put, say, start }) {
  parts.preset.addEventListener("change", () => {
    const preset = PRESETS[parts.preset.value];
    if (preset) put(inTheMiddle({ ...state(), ...preset }));
    else put({});
    say(stackInWords(state()));
  });
  parts.sides.forEach(({ input }, axis) => {
    input.addEventListener("input", () => {
      put({ input: state().input.map((n, k) => (k === axis ? Number(input.value) : n)) });
      say(stackInWords(state()));
    });
  });
  parts.paths.addEventListener("change", () => {
    put({ paths: parts.paths.checked });
    say(parts.paths.checked ? pathsInWords(state()) : fieldInWords(state()));
  });
  parts.reset.addEventListener("click", () => {
    forgetLink(fromFragment);
    put(start);
    say(stackInWords(state()));
  });
}

function render({ model, el }) {
  const parts = build();
  const frame = arrange(parts);
  const state = () => settled(Object.fromEntries(KEYS.map((key) => [key, model.get(key) ?? DEFAULTS[key]])));
  const redraw = () => show(parts, state());
  const put = (news) => {
    for (const [key, value] of Object.entries(settled({ ...state(), ...news }))) model.set(key, value);
    model.save_changes();
  };
  const tools = { state, put, say: (words) => (parts.said.textContent = words), start: state() };
  connectLayers(parts, tools);
  connectMaps(parts, tools);
  connectSettings(parts, tools);
  for (const key of KEYS) model.on(`change:${key}`, redraw);
  const stop = followLinks(frame, fromFragment, put);
  redraw();
  el.append(frame);
  return stop;
}

const exported = { render };

return { default: exported };
})();
return module_receptive_field;
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
