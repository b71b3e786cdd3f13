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
const module_pooling_state = (() => {
// Pooling of a small grid of digits: the arithmetic, the words, and the link. No page.
const { outputSize } = module_convolution;

const SIDE = 6;
const LIMITS = { window: [1, 4], stride: [1, 4] };
const KINDS = ["max", "mean", "min"];
const START = "#pooling?";

/** The windows of a pooling of a square grid, as rows of lists of numbers. */
function windowsOf(grid, size, stride) {
  const places = outputSize(grid.length, size, { stride });
  const steps = Array.from({ length: places }, (_, k) => k * stride);
  const part = (top, left) => grid.slice(top, top + size).flatMap((row) => row.slice(left, left + size));
  return steps.map((top) => steps.map((left) => part(top, left)));
}

/** The one number that is left of a window. */
function pooled(numbers, kind) {
  if (kind === "mean") return numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
  return kind === "max" ? Math.max(...numbers) : Math.min(...numbers);
}

/** Pool a whole grid. */
function pool(grid, size, stride, kind) {
  return windowsOf(grid, size, stride).map((row) => row.map((numbers) => pooled(numbers, kind)));
}

/** The digits in rows, moved to the right; what leaves there comes in on the left. */
function gridOf({ numbers }, shift = 0) {
  const at = (i, j) => Number(numbers[i * SIDE + ((j - shift + SIDE) % SIDE)]);
  return Array.from({ length: SIDE }, (_, i) => Array.from({ length: SIDE }, (_, j) => at(i, j)));
}

/** The answers before the shift, and those that are shown. */
function answersOf(state) {
  const { window, stride, kind, shift } = state;
  return [0, shift].map((by) => pool(gridOf(state, by), window, stride, kind));
}

/** The same state, with its window in a place that there is. */
function settled(state) {
  const last = outputSize(SIDE, state.window, { stride: state.stride }) - 1;
  return { ...state, at: state.at.map((n) => Math.max(0, Math.min(last, n))) };
}

/** The place so many windows further, row by row, from the last one to the first. */
function further(state, steps) {
  const places = outputSize(SIDE, state.window, { stride: state.stride });
  const count = places * places;
  const k = (state.at[0] * places + state.at[1] + steps + count) % count;
  return [Math.floor(k / places), k % places];
}

/** The place in the grid of the number that wins the window, the first of equal ones; null for the mean. */
function winnerOf(state) {
  if (state.kind === "mean") return null;
  const numbers = windowsOf(gridOf(state, state.shift), state.window, state.stride)[state.at[0]][state.at[1]];
  const k = numbers.indexOf(pooled(numbers, state.kind));
  const [top, left] = state.at.map((n) => n * state.stride);
  return [top + Math.floor(k / state.window), left + (k % state.window)];
}

/** A number with at most two decimals. */
function written(number) {
  return String(Math.round(number * 100) / 100);
}

/** Which numbers go where. */
function stepInWords(state) {
  const { window, stride, kind, shift, at } = state;
  const numbers = windowsOf(gridOf(state, shift), window, stride)[at[0]][at[1]];
  const winner = winnerOf(state);
  const where = winner ? `, from row ${winner[0]}, column ${winner[1]}` : "";
  return `Row ${at[0]}, column ${at[1]} of the output: the ${kind} of ${numbers.join(", ")} is ${written(pooled(numbers, kind))}${where}.`;
}

/** What the shift changed. */
function shiftInWords(state) {
  const [before, now] = answersOf(state).map((rows) => rows.flat());
  const changed = now.filter((n, k) => n !== before[k]).length;
  return state.shift ? `The shift changed ${changed} of ${now.length} answers; they are underlined.` : "";
}

/** The end of an address that brings back a state. */
function toFragment({ numbers, window, stride, kind, shift, at }) {
  return START + new URLSearchParams({ numbers, window, stride, kind, shift, at: at.join(",") });
}

/** The state that an address ends in, or null if it ends in something else, or in nonsense. */
function fromFragment(fragment) {
  if (!fragment.startsWith(START)) return null;
  const query = Object.fromEntries(new URLSearchParams(fragment.slice(START.length)));
  const whole = (text) => (/^\d$/.test(text ?? "") ? Number(text) : NaN);
  const { numbers = "", kind } = query;
  const [window, stride, shift] = [query.window, query.stride, query.shift].map(whole);
  const state = { numbers, window, stride, kind, shift, at: (query.at ?? "").split(",").map(whole) };
  const within = (name) => state[name] >= LIMITS[name][0] && state[name] <= LIMITS[name][1];
  const right =
    /^\d+$/.test(numbers) && numbers.length === SIDE * SIDE && KINDS.includes(kind) &&
    within("window") && within("stride") && (shift === 0 || shift === 1) &&
    state.at.length === 2 && state.at.every((n, axis) => n === settled(state).at[axis]);
  return right ? state : null;
}

return { SIDE, LIMITS, KINDS, windowsOf, pooled, pool, gridOf, answersOf, settled, further, winnerOf, written, stepInWords, shiftInWords, toFragment, fromFragment };
})();
const module_pooling = (() => {
// Pooling: a small grid of digits to change, a window that steps, and a shift by one pixel.
const { button, make, radios, slider, squares } = module_elements;
const { followLinks, forgetLink } = module_links;
const { KINDS, LIMITS, SIDE, answersOf, fromFragment, further, gridOf, settled, shiftInWords, stepInWords, toFragment, winnerOf, written } = module_pooling_state;

const DEFAULTS = { numbers: "0".repeat(SIDE * SIDE), window: 2, stride: 2, kind: "max", shift: 0, at: [0, 0] };
const KEYS = Object.keys(DEFAULTS);
const ARROWS = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -SIDE], End: [0, SIDE],
};
let made = 0; // widgets on this page: ids and names of groups differ

/** All elements that anything is asked of later. */
function build() {
  const id = `pooling-${(made += 1)}`;
  const field = (k) =>
    make("input", {
      type: "text", inputmode: "numeric", autocomplete: "off",
      "aria-label": `row ${Math.floor(k / SIDE)}, column ${k % SIDE} of the image`,
    });
  return {
    id,
    sliders: { window: slider("Window", LIMITS.window), stride: slider("Stride", LIMITS.stride) },
    kind: radios("Keep", `${id}-kind`, KINDS),
    shift: make("input", { type: "checkbox" }),
    fields: Array.from({ length: SIDE * SIDE }, (_, k) => field(k)),
    output: make("div", { class: "squares steps large", role: "application", tabindex: 0, "aria-describedby": `${id}-help` }),
    back: button("Step back"),
    forward: button("Step forward"),
    step: make("p", { class: "step" }),
    shifted: make("p", { class: "shifted" }),
    said: make("p", { class: "said", role: "status", "aria-live": "polite" }),
    reset: button("Reset"),
    link: make("a", {}, "Link to this state"),
  };
}

/** Put the elements in their places. */
function arrange(parts) {
  const rows = Array.from({ length: SIDE }, (_, i) =>
    make("div", { class: "line" }, ...parts.fields.slice(i * SIDE, (i + 1) * SIDE)),
  );
  const picture = (title, ...rest) =>
    make("div", { class: "picture" }, make("span", { class: "title" }, title), ...rest);
  return make(
    "div", { class: "stepper", role: "group", "aria-label": "Pooling" },
    make("div", { class: "settings" }, parts.sliders.window.label, parts.sliders.stride.label, parts.kind),
    make("label", { class: "check" }, parts.shift, "Shift the image by one pixel to the right; the last column comes in on the left"),
    make("p", { class: "buttons" }, parts.back, parts.forward),
    parts.step,
    make(
      "div", { class: "columns" },
      picture(
        "Image", make("div", { class: "squares", role: "group", "aria-label": "The image's digits" }, ...rows),
        make("p", { class: "help" }, "Digits 0 to 9, yours to change. Framed: the window; double frame: the number that is kept."),
      ),
      picture("Output", parts.output, make("p", { class: "help", id: `${parts.id}-help` }, "Point at an answer, or move with the arrow keys."), parts.shifted),
    ),
    parts.said,
    make("p", { class: "buttons last" }, parts.reset, parts.link),
  );
}

/** Draw everything from the state. */
function show(parts, state) {
  const { window, stride, kind, shift, at } = state;
  for (const [name, { input, value }] of Object.entries(parts.sliders)) {
    input.value = value.textContent = state[name];
  }
  for (const choice of parts.kind.querySelectorAll("input")) choice.checked = choice.value === kind;
  parts.shift.checked = shift === 1;
  const winner = winnerOf(state);
  const inside = (n, axis) => n >= at[axis] * stride && n < at[axis] * stride + window;
  gridOf(state, shift).flat().forEach((number, k) => {
    const [i, j] = [Math.floor(k / SIDE), k % SIDE];
    const wins = winner && winner[0] === i && winner[1] === j;
    parts.fields[k].value = number;
    parts.fields[k].className = wins ? "read winner" : inside(i, 0) && inside(j, 1) ? "read" : "";
  });
  const [before, now] = answersOf(state);
  parts.output.setAttribute("aria-label", `Output, ${now.length} by ${now.length}`);
  parts.output.replaceChildren(...squares(now.length, now.length, (i, j) => ({
    class: `${i === at[0] && j === at[1] ? "read" : ""} ${now[i][j] === before[i][j] ? "" : "changed"}`,
    "data-at": `${i},${j}`, text: written(now[i][j]),
  })));
  parts.step.textContent = stepInWords(state);
  parts.shifted.textContent = shiftInWords(state);
  parts.link.setAttribute("href", toFragment(state));
}

/** Set, shift and step. */
function connect(parts, { state, change, say, redraw, start }) {
  const go = (news) => {
    change(settled({ ...state(), ...news }));
    say(`${parts.step.textContent} ${"shift" in news ? parts.shifted.textContent : ""}`.trim());
  };
  for (const [name, { input }] of Object.entries(parts.sliders)) {
    input.addEventListener("input", () => go({ [name]: Number(input.value) }));
  }
  parts.kind.addEventListener("change", ({ target }) => go({ kind: target.value }));
  parts.shift.addEventListener("change", () => go({ shift: Number(parts.shift.checked) }));
  parts.back.addEventListener("click", () => go({ at: further(state(), -1) }));
  parts.forward.addEventListener("click", () => go({ at: further(state(), 1) }));
  parts.output.addEventListener("keydown", (event) => {
    const step = ARROWS[event.key];
    if (!step) return;
    event.preventDefault();
    go({ at: state().at.map((n, axis) => n + step[axis]) });
  });
  for (const event of ["pointerdown", "pointermove"]) {
    parts.output.addEventListener(event, ({ target }) => {
      if (target.dataset.at) change({ at: target.dataset.at.split(",").map(Number) });
    });
  }
  parts.fields.forEach((field, k) => {
    field.addEventListener("focus", () => field.select());
    field.addEventListener("blur", redraw); // what is no digit goes
    field.addEventListener("input", () => {
      const digit = field.value.trim();
      if (!/^\d$/.test(digit)) return;
      const { numbers, shift } = state();
      const place = k - (k % SIDE) + (((k % SIDE) - shift + SIDE) % SIDE);
      change({ numbers: numbers.slice(0, place) + digit + numbers.slice(place + 1) });
    });
  });
  parts.reset.addEventListener("click", () => {
    forgetLink(fromFragment);
    change(start);
  });
}

function render({ model, el }) {
  const parts = build();
  const frame = arrange(parts);
  const state = () => settled(Object.fromEntries(KEYS.map((key) => [key, model.get(key) ?? DEFAULTS[key]])));
  const redraw = () => show(parts, state());
  const change = (news) => {
    for (const [key, value] of Object.entries(news)) model.set(key, value);
    model.save_changes();
  };
  const say = (words) => (parts.said.textContent = words);
  connect(parts, { state, change, say, redraw, start: state() });
  for (const key of KEYS) model.on(`change:${key}`, redraw);
  const stop = followLinks(frame, fromFragment, change);
  redraw();
  el.append(frame);
  return stop;
}

const exported = { render };

return { default: exported };
})();
return module_pooling;
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
