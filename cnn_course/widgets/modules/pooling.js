// Pooling: a small grid of digits to change, a window that steps, and a shift by one pixel.
import { button, make, radios, slider, squares } from "./elements.js";
import { KINDS, LIMITS, SIDE, answersOf, fromFragment, further, gridOf, settled, shiftInWords, stepInWords, toFragment, winnerOf, written } from "./pooling_state.js";
import { renderer } from "./widget.js";

const DEFAULTS = { numbers: "0".repeat(SIDE * SIDE), window: 2, stride: 2, kind: "max", shift: 0, at: [0, 0] };
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
}

/** Set, shift and step. */
function connect(parts, { state, change, redraw, reset, say }) {
  const go = (news) => {
    change(news);
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
  parts.reset.addEventListener("click", reset);
}

export default {
  render: renderer({ defaults: DEFAULTS, settled, toFragment, fromFragment, build, arrange, show, connect }),
};
