// The way back: set an output's delta, and see which pixels and weights feel it, and why.
import { showGrids, unreadOf } from "./backward_pictures.js";
import { KERNELS, LIMITS, deltasOf, fromFragment, refitted, settled, toFragment, withDelta } from "./backward_state.js";
import { checkInWords, dwInWords, dxInWords, gradientAsked, headInWords, sizesInWords, termsInWords, unreadInWords, written } from "./backward_words.js";
import { button, make, radios, slider } from "./elements.js";
import { renderer } from "./widget.js";

const DEFAULTS = { kernel: "2 by 3", stride: 1, padding: 0, deltas: [[0, 0, 1]], ask: "output", output: [0, 0], pixel: [0, 0], weight: [0, 0] };
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
function connect(parts, { state, change, redraw, reset, say }) {
  const sum = () => `${parts.head.textContent} ${parts.terms.hidden ? "" : parts.terms.textContent}`.trim();
  const choose = (ask, at) => {
    change({ ask, [ask]: at });
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
  parts.delta.addEventListener("blur", redraw); // what is no delta goes
  parts.reset.addEventListener("click", () => {
    reset();
    say(sum());
  });
}

export default {
  render: renderer({ defaults: DEFAULTS, settled, toFragment, fromFragment, build, arrange, show, connect }),
};
