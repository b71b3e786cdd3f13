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
const module_stride_state = (() => {
// What the window walk shows, in numbers and words, and the link that brings it back. No page.
const { dilated, outputSize, timesSeen } = module_convolution;

/** The least and the largest of each number that the reader sets. */
const LIMITS = { size: [3, 12], kernel: [1, 7], stride: [1, 4], padding: [0, 4], dilation: [1, 3] };
const NAMES = Object.keys(LIMITS);
const START = "#stride-and-padding?";

/** How many places the window has along one axis. */
function placesOf({ size, kernel, ...options }) {
  return outputSize(size, kernel, options);
}

/** How often each pixel along one axis is read. */
function countsOf({ size, kernel, ...options }) {
  return timesSeen(size, kernel, options);
}

/** The same state, with its window in a place that there is. */
function settled(state) {
  const last = Math.max(0, placesOf(state) - 1);
  return { ...state, at: state.at.map((n) => Math.max(0, Math.min(last, n))) };
}

/** The place so many windows further, row by row, from the last one to the first. */
function further(state, steps) {
  const places = placesOf(state);
  const count = places * places;
  const k = (state.at[0] * places + state.at[1] + steps + count) % count;
  return [Math.floor(k / places), k % places];
}

/** What a square of the padded image is to the window: "read", "spanned" or "". */
function underWindow(state, row, column) {
  if (placesOf(state) === 0) return "";
  const span = dilated(state.kernel, state.dilation);
  const inside = [row, column].map((n, axis) => n - state.at[axis] * state.stride);
  if (inside.some((n) => n < 0 || n >= span)) return "";
  return inside.every((n) => n % state.dilation === 0) ? "read" : "spanned";
}

/** The output size: the formula with its numbers, or why there is none. */
function sizeInWords(state) {
  const { size, kernel, stride, padding, dilation } = state;
  const span = dilated(kernel, dilation);
  const spread = dilation > 1 ? `The kernel spans (${kernel} − 1) · ${dilation} + 1 = ${span} pixels. ` : "";
  const padded = size + 2 * padding;
  if (padded < span) {
    return `${spread}No output: a window of ${span} does not fit in ${padded} pixels (${size} and ${2 * padding} of padding). Use a smaller kernel, a smaller dilation or more padding.`;
  }
  const quotient = Math.round(((padded - span) / stride) * 100) / 100;
  const out = placesOf(state);
  return `${spread}Output: ⌊(${size} + 2 · ${padding} − ${span}) / ${stride}⌋ + 1 = ⌊${quotient}⌋ + 1 = ${out}, so ${out} by ${out}.`;
}

/** Where the window is, and how much of it is padding. */
function stepInWords(state) {
  const { size, kernel, stride, padding, dilation, at } = state;
  const places = placesOf(state);
  if (places === 0) return "";
  const pixels = at.map((n) => {
    const starts = Array.from({ length: kernel }, (_, u) => n * stride + u * dilation - padding);
    return starts.filter((pixel) => pixel >= 0 && pixel < size).length;
  });
  const zeros = kernel * kernel - pixels[0] * pixels[1];
  const [top, left] = at.map((n) => n * stride);
  return `Window ${at[0] * places + at[1] + 1} of ${places * places} begins in row ${top}, column ${left} of the padded image and fills row ${at[0]}, column ${at[1]} of the output; ${zeros} of its ${kernel * kernel} numbers ${zeros === 1 ? "is" : "are"} padding.`;
}

/** How often the pixels are read. */
function countsInWords(state) {
  const counts = countsOf(state);
  const seen = counts.filter((count) => count > 0).length;
  const unseen = counts.length ** 2 - seen ** 2;
  const rest = unseen ? `${unseen} of ${counts.length ** 2} pixels ${unseen === 1 ? "is" : "are"} never read.` : "Every pixel is read.";
  return `Along one axis: ${counts.join(" ")}. A pixel's count is its row's times its column's. ${rest}`;
}

/** The end of an address that brings back a state. */
function toFragment(state) {
  const numbers = NAMES.map((name) => [name, state[name]]);
  return START + new URLSearchParams([...numbers, ["at", state.at.join(",")]]);
}

/** The state that an address ends in, or null if it ends in something else, or in nonsense. */
function fromFragment(fragment) {
  if (!fragment.startsWith(START)) return null;
  const query = new URLSearchParams(fragment.slice(START.length));
  const whole = (text) => (/^\d{1,2}$/.test(text ?? "") ? Number(text) : NaN);
  const state = Object.fromEntries(NAMES.map((name) => [name, whole(query.get(name))]));
  state.at = (query.get("at") ?? "").split(",").map(whole);
  const within = NAMES.every((name) => state[name] >= LIMITS[name][0] && state[name] <= LIMITS[name][1]);
  const there = state.at.length === 2 && state.at.every((n, axis) => n === settled(state).at[axis]);
  return within && there ? state : null;
}

return { LIMITS, NAMES, placesOf, countsOf, settled, further, underWindow, sizeInWords, stepInWords, countsInWords, toFragment, fromFragment };
})();
const module_stride_padding = (() => {
// Stride and padding: five numbers to set, and a window that walks one step at a time, when told to.
const { button, make, slider, squares } = module_elements;
const { followLinks, forgetLink } = module_links;
const { LIMITS, NAMES, countsInWords, countsOf, fromFragment, further, placesOf, settled, sizeInWords, stepInWords, toFragment, underWindow } = module_stride_state;

const KEYS = [...NAMES, "at"];
const DEFAULTS = { size: 7, kernel: 3, stride: 1, padding: 0, dilation: 1, at: [0, 0] };
const WORDS = { size: "Image size", kernel: "Kernel", stride: "Stride", padding: "Padding", dilation: "Dilation" };
const SHADES = 4; // of the counts
const FAR = LIMITS.size[1] * 2; // more places than any output has
const ARROWS = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -FAR], End: [0, FAR],
};
let made = 0; // widgets on this page: their ids differ

/** All elements that anything is asked of later. */
function build() {
  const id = `stride-padding-${(made += 1)}`;
  return {
    id,
    sliders: Object.fromEntries(NAMES.map((name) => [name, slider(WORDS[name], LIMITS[name])])),
    size: make("p", { class: "size" }),
    padded: make("div", { class: "squares", role: "img" }),
    output: make("div", { class: "squares steps", role: "application", tabindex: 0, "aria-describedby": `${id}-help` }),
    back: button("Step back"),
    forward: button("Step forward"),
    step: make("p", { class: "step" }),
    counts: make("div", { class: "squares counts", role: "img" }),
    axis: make("p", {}),
    said: make("p", { class: "said", role: "status", "aria-live": "polite" }),
    reset: button("Reset"),
    link: make("a", {}, "Link to this state"),
  };
}

/** Put the elements in their places. */
function arrange(parts) {
  const picture = (title, ...rest) =>
    make("div", { class: "picture" }, make("span", { class: "title" }, title), ...rest);
  return make(
    "div", { class: "stepper", role: "group", "aria-label": "Stride and padding" },
    make("div", { class: "settings" }, ...NAMES.map((name) => parts.sliders[name].label)),
    parts.size,
    make("p", { class: "buttons" }, parts.back, parts.forward),
    parts.step,
    make(
      "div", { class: "columns" },
      picture("Padded image", parts.padded, make("p", { class: "help" }, "Hatched: padding. Framed: what the window reads.")),
      picture("Output", parts.output, make("p", { class: "help", id: `${parts.id}-help` }, "Point at an answer, or move with the arrow keys.")),
      picture("How often each pixel is read", parts.counts, parts.axis),
    ),
    parts.said,
    make("p", { class: "buttons last" }, parts.reset, parts.link),
  );
}

/** Draw everything from the state. */
function show(parts, state) {
  const { size, padding, at } = state;
  const places = placesOf(state);
  const side = size + 2 * padding;
  const framed = (n) => n < padding || n >= padding + size;
  for (const [name, { input, value }] of Object.entries(parts.sliders)) {
    input.value = value.textContent = state[name];
  }
  parts.size.textContent = sizeInWords(state);
  parts.step.textContent = stepInWords(state);
  parts.padded.setAttribute("aria-label", `Padded image, ${side} by ${side}`);
  parts.padded.replaceChildren(...squares(side, side, (i, j) => ({
    class: `${framed(i) || framed(j) ? "zero" : "pixel"} ${underWindow(state, i, j)}`,
  })));
  parts.output.setAttribute("aria-label", `Output, ${places} by ${places}`);
  parts.output.hidden = parts.back.disabled = parts.forward.disabled = places === 0;
  const done = (i, j) => i < at[0] || (i === at[0] && j < at[1]);
  parts.output.replaceChildren(...squares(places, places, (i, j) => ({
    class: i === at[0] && j === at[1] ? "read" : done(i, j) ? "done" : "open",
    "data-at": `${i},${j}`,
  })));
  const counts = countsOf(state);
  const top = Math.max(1, ...counts) ** 2;
  const shade = (count) => (count ? `shade-${Math.ceil((count / top) * SHADES)}` : "unseen");
  parts.counts.setAttribute("aria-label", `How often each of ${size} by ${size} pixels is read`);
  parts.counts.replaceChildren(...squares(size, size, (i, j) => ({
    class: shade(counts[i] * counts[j]), text: String(counts[i] * counts[j]),
  })));
  parts.axis.textContent = countsInWords(state);
  parts.link.setAttribute("href", toFragment(state));
}

/** Set a number; step with a button, a key or the pointer. */
function connect(parts, { state, change, say, start }) {
  for (const [name, { input }] of Object.entries(parts.sliders)) {
    input.addEventListener("input", () => {
      change(settled({ ...state(), [name]: Number(input.value) }));
      say(parts.size.textContent);
    });
  }
  const go = (at) => {
    change(settled({ ...state(), at }));
    say(parts.step.textContent);
  };
  parts.back.addEventListener("click", () => go(further(state(), -1)));
  parts.forward.addEventListener("click", () => go(further(state(), 1)));
  parts.output.addEventListener("keydown", (event) => {
    const step = ARROWS[event.key];
    if (!step) return;
    event.preventDefault();
    go(state().at.map((n, axis) => n + step[axis]));
  });
  for (const event of ["pointerdown", "pointermove"]) {
    parts.output.addEventListener(event, ({ target }) => {
      if (target.dataset.at) change({ at: target.dataset.at.split(",").map(Number) });
    });
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
return module_stride_padding;
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
