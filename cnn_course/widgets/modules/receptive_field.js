// Receptive fields: a stack of layers to change, and for a number of any map all that it depends on.
import { button, labelled, make, slider } from "./elements.js";
import { mapsOf, traceOf } from "./receptive.js";
import { numberAt, pictureOf } from "./receptive_maps.js";
import { FIELDS, KINDS, LIMITS, MOST, NEW, OWN, PRESETS, SIDES, fieldInWords, formulaInWords, fromFragment, inTheMiddle, pathsInWords, presetOf, rowInWords, settled, stackInWords, toFragment } from "./receptive_state.js";
import { renderer } from "./widget.js";

const DEFAULTS = { ...PRESETS["three of 3 × 3"], chosen: 1, at: [0, 0], paths: true };
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
}

/** Change, add and remove layers. */
function connectLayers(parts, { state, change, say }) {
  const changed = (news) => {
    change(news);
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
function connectMaps(parts, { state, change, say }) {
  const go = (chosen, at) => {
    change({ chosen, at });
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
function connectSettings(parts, { state, change, reset, say }) {
  parts.preset.addEventListener("change", () => {
    const preset = PRESETS[parts.preset.value];
    if (preset) change(inTheMiddle({ ...state(), ...preset }));
    else change({});
    say(stackInWords(state()));
  });
  parts.sides.forEach(({ input }, axis) => {
    input.addEventListener("input", () => {
      change({ input: state().input.map((n, k) => (k === axis ? Number(input.value) : n)) });
      say(stackInWords(state()));
    });
  });
  parts.paths.addEventListener("change", () => {
    change({ paths: parts.paths.checked });
    say(parts.paths.checked ? pathsInWords(state()) : fieldInWords(state()));
  });
  parts.reset.addEventListener("click", () => {
    reset();
    say(stackInWords(state()));
  });
}

function connect(parts, tools) {
  connectLayers(parts, tools);
  connectMaps(parts, tools);
  connectSettings(parts, tools);
}

export default {
  render: renderer({ defaults: DEFAULTS, settled, toFragment, fromFragment, build, arrange, show, connect }),
};
