// Stride and padding: five numbers to set, and a window that walks one step at a time, when told to.
import { button, make, slider, squares } from "./elements.js";
import { LIMITS, NAMES, countsInWords, countsOf, fromFragment, further, placesOf, settled, sizeInWords, stepInWords, toFragment, underWindow } from "./stride_state.js";
import { renderer } from "./widget.js";

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
}

/** Set a number; step with a button, a key or the pointer. */
function connect(parts, { state, change, reset, say }) {
  for (const [name, { input }] of Object.entries(parts.sliders)) {
    input.addEventListener("input", () => {
      change({ [name]: Number(input.value) });
      say(parts.size.textContent);
    });
  }
  const go = (at) => {
    change({ at });
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
    reset();
    say(parts.size.textContent);
  });
}

export default {
  render: renderer({ defaults: DEFAULTS, settled, toFragment, fromFragment, build, arrange, show, connect }),
};
