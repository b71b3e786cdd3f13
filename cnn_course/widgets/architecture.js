const widget = (() => {
"use strict";
const module_architecture_data = (() => {
// Written by book/extensions/widget_architectures.py from cnn_course.architectures.
const NETWORKS = [
  { "name": "LeNet-5", "input": [32, 32, 1], "rows": [
    {"name": "C1", "kind": "conv", "outputs": 6, "kernel": 5, "stride": 1, "padding": 0, "groups": 1},
    {"name": "S2", "kind": "subsampling", "kernel": 2, "stride": 2, "padding": 0},
    {"name": "C3", "kind": "conv", "outputs": 16, "kernel": 5, "stride": 1, "padding": 0, "groups": 1, "table": [6, 16, 60]},
    {"name": "S4", "kind": "subsampling", "kernel": 2, "stride": 2, "padding": 0},
    {"name": "C5", "kind": "conv", "outputs": 120, "kernel": 5, "stride": 1, "padding": 0, "groups": 1},
    {"name": "F6", "kind": "dense", "outputs": 84},
    {"name": "output", "kind": "rbf", "outputs": 10},
  ] },
  { "name": "LeNet, dense", "input": [32, 32, 1], "rows": [
    {"name": "C1", "kind": "conv", "outputs": 6, "kernel": 5, "stride": 1, "padding": 0, "groups": 1},
    {"name": "S2", "kind": "average_pool", "kernel": 2, "stride": 2, "padding": 0},
    {"name": "C3", "kind": "conv", "outputs": 16, "kernel": 5, "stride": 1, "padding": 0, "groups": 1},
    {"name": "S4", "kind": "average_pool", "kernel": 2, "stride": 2, "padding": 0},
    {"name": "C5", "kind": "conv", "outputs": 120, "kernel": 5, "stride": 1, "padding": 0, "groups": 1},
    {"name": "F6", "kind": "dense", "outputs": 84},
    {"name": "output", "kind": "dense", "outputs": 10},
  ] },
  { "name": "AlexNet", "input": [227, 227, 3], "rows": [
    {"name": "conv1", "kind": "conv", "outputs": 96, "kernel": 11, "stride": 4, "padding": 0, "groups": 1},
    {"name": "norm1", "kind": "lrn"},
    {"name": "pool1", "kind": "max_pool", "kernel": 3, "stride": 2, "padding": 0},
    {"name": "conv2", "kind": "conv", "outputs": 256, "kernel": 5, "stride": 1, "padding": 2, "groups": 2},
    {"name": "norm2", "kind": "lrn"},
    {"name": "pool2", "kind": "max_pool", "kernel": 3, "stride": 2, "padding": 0},
    {"name": "conv3", "kind": "conv", "outputs": 384, "kernel": 3, "stride": 1, "padding": 1, "groups": 1},
    {"name": "conv4", "kind": "conv", "outputs": 384, "kernel": 3, "stride": 1, "padding": 1, "groups": 2},
    {"name": "conv5", "kind": "conv", "outputs": 256, "kernel": 3, "stride": 1, "padding": 1, "groups": 2},
    {"name": "pool5", "kind": "max_pool", "kernel": 3, "stride": 2, "padding": 0},
    {"name": "fc6", "kind": "dense", "outputs": 4096},
    {"name": "drop6", "kind": "dropout"},
    {"name": "fc7", "kind": "dense", "outputs": 4096},
    {"name": "drop7", "kind": "dropout"},
    {"name": "fc8", "kind": "dense", "outputs": 1000},
  ] },
  { "name": "VGG16", "input": [224, 224, 3], "rows": [
    {"name": "conv1_1", "kind": "conv", "outputs": 64, "kernel": 3, "stride": 1, "padding": 1, "groups": 1},
    {"name": "conv1_2", "kind": "conv", "outputs": 64, "kernel": 3, "stride": 1, "padding": 1, "groups": 1},
    {"name": "pool1", "kind": "max_pool", "kernel": 2, "stride": 2, "padding": 0},
    {"name": "conv2_1", "kind": "conv", "outputs": 128, "kernel": 3, "stride": 1, "padding": 1, "groups": 1},
    {"name": "conv2_2", "kind": "conv", "outputs": 128, "kernel": 3, "stride": 1, "padding": 1, "groups": 1},
    {"name": "pool2", "kind": "max_pool", "kernel": 2, "stride": 2, "padding": 0},
    {"name": "conv3_1", "kind": "conv", "outputs": 256, "kernel": 3, "stride": 1, "padding": 1, "groups": 1},
    {"name": "conv3_2", "kind": "conv", "outputs": 256, "kernel": 3, "stride": 1, "padding": 1, "groups": 1},
    {"name": "conv3_3", "kind": "conv", "outputs": 256, "kernel": 3, "stride": 1, "padding": 1, "groups": 1},
    {"name": "pool3", "kind": "max_pool", "kernel": 2, "stride": 2, "padding": 0},
    {"name": "conv4_1", "kind": "conv", "outputs": 512, "kernel": 3, "stride": 1, "padding": 1, "groups": 1},
    {"name": "conv4_2", "kind": "conv", "outputs": 512, "kernel": 3, "stride": 1, "padding": 1, "groups": 1},
    {"name": "conv4_3", "kind": "conv", "outputs": 512, "kernel": 3, "stride": 1, "padding": 1, "groups": 1},
    {"name": "pool4", "kind": "max_pool", "kernel": 2, "stride": 2, "padding": 0},
    {"name": "conv5_1", "kind": "conv", "outputs": 512, "kernel": 3, "stride": 1, "padding": 1, "groups": 1},
    {"name": "conv5_2", "kind": "conv", "outputs": 512, "kernel": 3, "stride": 1, "padding": 1, "groups": 1},
    {"name": "conv5_3", "kind": "conv", "outputs": 512, "kernel": 3, "stride": 1, "padding": 1, "groups": 1},
    {"name": "pool5", "kind": "max_pool", "kernel": 2, "stride": 2, "padding": 0},
    {"name": "fc6", "kind": "dense", "outputs": 4096},
    {"name": "drop6", "kind": "dropout"},
    {"name": "fc7", "kind": "dense", "outputs": 4096},
    {"name": "drop7", "kind": "dropout"},
    {"name": "fc8", "kind": "dense", "outputs": 1000},
  ] },
  { "name": "GoogLeNet", "input": [224, 224, 3], "rows": [
    {"name": "conv1", "kind": "conv", "outputs": 64, "kernel": 7, "stride": 2, "padding": "same", "groups": 1},
    {"name": "pool1", "kind": "max_pool", "kernel": 3, "stride": 2, "padding": "same"},
    {"name": "norm1", "kind": "lrn"},
    {"name": "conv2 reduce", "kind": "conv", "outputs": 64, "kernel": 1, "stride": 1, "padding": "same", "groups": 1},
    {"name": "conv2", "kind": "conv", "outputs": 192, "kernel": 3, "stride": 1, "padding": "same", "groups": 1},
    {"name": "norm2", "kind": "lrn"},
    {"name": "pool2", "kind": "max_pool", "kernel": 3, "stride": 2, "padding": "same"},
    {"name": "3a", "kind": "inception", "widths": [64, 96, 128, 16, 32, 32]},
    {"name": "3b", "kind": "inception", "widths": [128, 128, 192, 32, 96, 64]},
    {"name": "pool3", "kind": "max_pool", "kernel": 3, "stride": 2, "padding": "same"},
    {"name": "4a", "kind": "inception", "widths": [192, 96, 208, 16, 48, 64]},
    {"name": "4b", "kind": "inception", "widths": [160, 112, 224, 24, 64, 64]},
    {"name": "4c", "kind": "inception", "widths": [128, 128, 256, 24, 64, 64]},
    {"name": "4d", "kind": "inception", "widths": [112, 144, 288, 32, 64, 64]},
    {"name": "4e", "kind": "inception", "widths": [256, 160, 320, 32, 128, 128]},
    {"name": "pool4", "kind": "max_pool", "kernel": 3, "stride": 2, "padding": "same"},
    {"name": "5a", "kind": "inception", "widths": [256, 160, 320, 32, 128, 128]},
    {"name": "5b", "kind": "inception", "widths": [384, 192, 384, 48, 128, 128]},
    {"name": "pool5", "kind": "average_pool", "kernel": 7, "stride": 1, "padding": 0},
    {"name": "drop", "kind": "dropout"},
    {"name": "linear", "kind": "dense", "outputs": 1000},
  ] },
];

return { NETWORKS };
})();
const module_architecture_state = (() => {
// What the architecture calculator shows, as text: its rows, what may be typed, and the link that brings all back.
const { NETWORKS } = module_architecture_data;

const OWN = "your own";
const MOST_ROWS = 60;
const START = "#architecture?";
const WINDOW = ["kernel", "stride", "padding"];

/** Kinds of layers: what they are called, and which numbers they have. */
const KINDS = {
  conv: { words: "convolution", fields: ["outputs", ...WINDOW, "groups"] },
  max_pool: { words: "max pooling", fields: WINDOW },
  average_pool: { words: "average pooling", fields: WINDOW },
  subsampling: { words: "subsampling", fields: WINDOW },
  inception: { words: "Inception block", fields: [] },
  global_average: { words: "global average", fields: [] },
  flatten: { words: "flatten", fields: [] },
  dense: { words: "dense", fields: ["outputs"] },
  rbf: { words: "distances (RBF)", fields: ["outputs"] },
  dropout: { words: "dropout", fields: [] },
  lrn: { words: "normalization (LRN)", fields: [] },
};
const FIELDS = ["outputs", ...WINDOW, "groups"];
const WIDTHS = ["1×1", "3×3 reduce", "3×3", "5×5 reduce", "5×5", "pool"];
const DEFAULTS = { outputs: 16, kernel: 3, stride: 1, padding: 0, groups: 1, widths: [64, 96, 128, 16, 32, 32] };
const LEAST = { padding: 0 };
const MOST = { kernel: 99, stride: 99, padding: 99 };

/** A row with a value in every field. */
function complete(row) {
  return { ...DEFAULTS, ...row };
}

/** What a field may hold, in words. */
function rangeOf(field) {
  const most = (MOST[field] ?? 99999).toLocaleString("en-US");
  return `a whole number from ${LEAST[field] ?? 1} to ${most}${field === "padding" ? ', or "same"' : ""}`;
}

/** The number (or "same") that a text stands for in a field, or null. */
function parseField(field, text) {
  const typed = text.trim();
  if (field === "padding" && typed === "same") return typed;
  const value = Number(typed);
  const right = /^\d{1,5}$/.test(typed) && value >= (LEAST[field] ?? 1) && value <= (MOST[field] ?? 99999);
  return right ? value : null;
}

/** The size and the rows of a state, which names a network or has its own. */
function networkOf({ network, input, rows }) {
  const found = NETWORKS.find(({ name }) => name === network) ?? { input, rows };
  return { input: found.input, rows: found.rows.map(complete) };
}

/** A name that no row has yet. */
function newName(rows) {
  let count = 1;
  while (rows.some(({ name }) => name === `new ${count}`)) count += 1;
  return `new ${count}`;
}

function textOfRow(row) {
  const numbers = row.kind === "inception" ? row.widths : KINDS[row.kind].fields.map((field) => row[field]);
  const table = row.kind === "conv" ? (row.table ?? []) : [];
  return [encodeURIComponent(row.name), row.kind, ...numbers, ...table].join(",");
}

/** The row that a text stands for, or null. */
function rowOfText(text) {
  const [coded, kind, ...texts] = text.split(",");
  if (!Object.hasOwn(KINDS, kind) || !/^(?:[\w.-]|%20){1,40}$/.test(coded)) return null;
  const row = { name: decodeURIComponent(coded), kind };
  const fields = kind === "inception" ? WIDTHS : KINDS[kind].fields;
  const values = texts.map((typed, k) => parseField(fields[k] ?? "outputs", typed));
  const counts = kind === "conv" ? [fields.length, fields.length + 3] : [fields.length];
  if (!counts.includes(texts.length) || values.includes(null)) return null;
  if (kind === "inception") return { ...row, widths: values };
  fields.forEach((field, k) => (row[field] = values[k]));
  if (texts.length > fields.length) row.table = values.slice(fields.length);
  return row;
}

/** The end of an address that brings back a state. */
function toFragment({ network, input, rows }) {
  if (network !== OWN) return `${START}net=${encodeURIComponent(network)}`;
  return `${START}input=${input.join(",")}&rows=${rows.map(complete).map(textOfRow).join(";")}`;
}

/** The state that an address ends in, or null if it ends in something else, or in nonsense. */
function fromFragment(fragment) {
  if (!fragment.startsWith(START)) return null;
  const rest = fragment.slice(START.length);
  const named = NETWORKS.find(({ name }) => rest === `net=${encodeURIComponent(name)}`);
  if (named) return { network: named.name };
  const found = /^input=([\d,]+)&rows=([^&]*)$/.exec(rest);
  if (!found) return null;
  const input = found[1].split(",").map((typed) => parseField("outputs", typed));
  const rows = found[2] ? found[2].split(";").map(rowOfText) : [];
  const right =
    input.length === 3 && !input.includes(null) && !rows.includes(null) && rows.length <= MOST_ROWS &&
    new Set(rows.map((row) => row.name)).size === rows.length;
  return right ? { network: OWN, input, rows } : null;
}

/** A count with commas; one that JavaScript cannot hold exactly is rounded. */
function counted(n) {
  return Number.isSafeInteger(n) ? n.toLocaleString("en-US") : `about ${n.toExponential(2).replace("e+", " · 10^")}`;
}

/** Bytes in megabytes, three digits. */
function megabytes(bytes) {
  const size = bytes / 1e6;
  return size >= 100 ? counted(Math.round(size)) : size && size < 1e-3 ? "< 0.001" : String(Number(size.toPrecision(3)));
}

return { OWN, MOST_ROWS, KINDS, FIELDS, WIDTHS, complete, rangeOf, parseField, networkOf, newName, toFragment, fromFragment, counted, megabytes };
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
const module_architecture_view = (() => {
// What the architecture calculator is made of: its elements, and the rows of its table.
const { NETWORKS } = module_architecture_data;
const { FIELDS, KINDS, MOST_ROWS, OWN, WIDTHS } = module_architecture_state;
const { labelled, make } = module_elements;

const WORDS = { outputs: "filters or units", kernel: "kernel", stride: "stride", padding: "padding", groups: "groups" };
const SIDES = ["height", "width", "channels"];
const HEADS = ["Layer", "Kind", "Filters or units", "Kernel", "Stride", "Padding", "Groups"];
const RESULTS = ["Output shape", "Parameters", "MACs", "Activations, MB", "Sees"];

// Where the whole table has no room, what the layers cost stands before their numbers.
const narrow = globalThis.matchMedia("(max-width: 60rem)");
const inOrder = (name, fields, results, change) =>
  narrow.matches ? [name, ...results, ...fields, change] : [name, ...fields, ...results, change];

const button = (words, attributes = {}) => make("button", { type: "button", ...attributes }, words);
const box = (attributes) =>
  make("input", { type: "text", autocomplete: "off", spellcheck: "false", inputmode: "numeric", ...attributes });

/** All elements that anything is asked of later. */
function build() {
  const choices = [...NETWORKS.map(({ name }) => name), OWN];
  return {
    network: make("select", {}, ...choices.map((value) => make("option", { value }, value))),
    input: SIDES.map((side, k) => box({ "data-key": `input ${k}`, "data-side": k, "aria-label": `${side} of the input` })),
    head: make("tr"),
    body: make("tbody"),
    totals: make("p", { class: "totals" }),
    problem: make("p", { class: "problem" }),
    said: make("p", { class: "said", role: "status", "aria-live": "polite" }),
    add: button("Add a layer at the end", { "data-do": "add" }),
    reset: button("Reset"),
    link: make("a", {}, "Link to this state"),
  };
}

/** Put the elements in their places. */
function arrange(parts) {
  const table = make("table", { "aria-label": "Layers" }, make("thead", {}, parts.head), parts.body);
  const [height, width, channels] = parts.input;
  return make(
    "div", { class: "architecture", role: "group", "aria-label": "Architecture calculator" },
    make(
      "div", { class: "top" }, labelled("Network", parts.network),
      make("div", { class: "input", role: "group", "aria-label": "Input" }, make("span", {}, "Input: height, width, channels"), make("div", {}, height, " × ", width, " × ", channels)),
    ),
    parts.totals, parts.problem,
    make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Table of layers, it scrolls" }, table),
    make("p", { class: "help" }, "One image, forwards; biases are parameters, but no MACs. Padding is a number of zeros on each side, or same. Activations are in float32, without dropout and flatten, which keep none of their own. Sees is the receptive field along one axis, in pixels."),
    parts.said,
    make("p", { class: "last" }, parts.add, parts.reset, parts.link),
  );
}

/** What can be typed in one row: six cells, or one with an Inception block's widths. */
function fieldCells(row) {
  const { name, kind } = row;
  if (kind === "inception") {
    const fields = WIDTHS.map((words, k) =>
      labelled(words, box({ "data-row": name, "data-width": k, "data-key": `${name} width ${k}`, "aria-label": `${words} filters of ${name}` })),
    );
    return [make("td", { colspan: FIELDS.length, class: "widths" }, make("div", {}, ...fields))];
  }
  return FIELDS.map((field) => {
    if (!KINDS[kind].fields.includes(field)) return make("td", { class: "none" }, "–");
    if (field === "groups" && row.table) {
      const [from, to, kernels] = row.table;
      const words = `${kernels} of ${from * to}`;
      return make("td", {}, button(words, { "data-do": "connect", "data-row": name, "data-key": `${name} groups`, "aria-label": `${words} kernels in ${name}: connect all`, title: "Connect all" }));
    }
    const mode = field === "padding" ? { inputmode: "text" } : {};
    return make("td", {}, box({ "data-row": name, "data-field": field, "data-key": `${name} ${field}`, "aria-label": `${WORDS[field]} of ${name}`, ...mode }));
  });
}

/** One row of the table. */
function layerRow(row, place, count) {
  const { name, kind } = row;
  const options = Object.entries(KINDS).map(([value, { words }]) => make("option", { value, selected: value === kind }, words));
  const act = (what, sign, words, disabled = false) =>
    button(sign, { "data-do": what, "data-row": name, "data-key": `${name} ${what}`, "aria-label": words, title: words, disabled });
  const choice = make("select", { "data-row": name, "data-field": "kind", "data-key": `${name} kind`, "aria-label": `kind of ${name}` }, ...options);
  const change = make(
    "td", { class: "change" },
    make(
      "div", {},
      act("up", "↑", `Move ${name} up`, place === 0),
      act("down", "↓", `Move ${name} down`, place === count - 1),
      act("below", "+", `Add a layer below ${name}`, count >= MOST_ROWS),
      act("remove", "×", `Remove ${name}`),
    ),
  );
  const results = RESULTS.map(() => make("td", { class: "result" }));
  const cells = inOrder(make("th", { scope: "row" }, name), [make("td", {}, choice), ...fieldCells(row)], results, change);
  return make("tr", {}, ...cells);
}

/** The heads, in the order of the cells. */
function headCells() {
  const head = (words) => make("th", { scope: "col", class: RESULTS.includes(words) && "result" }, words);
  const [name, ...fields] = HEADS;
  return inOrder(name, fields, RESULTS, "Change").map(head);
}

return { narrow, build, arrange, layerRow, headCells };
})();
const module_costs = (() => {
// What the layers of a network cost, for one image, forwards, without a page: as cnn_course.costs has it.
// A row takes what the row before it gives; sizes are (H, W, C), or (numbers) behind a flat layer.

const WINDOWED = ["conv", "max_pool", "average_pool", "subsampling"];
const IN_PLACE = ["dropout", "flatten"]; // keep no map of their own
const FLAT = ["dense", "rbf", "flatten", "global_average"];

const product = (numbers) => numbers.reduce((all, n) => all * n, 1);
const counted = (n) => n.toLocaleString("en-US");

/** floor((n + 2 padding - kernel) / stride) + 1, or ceil(n / stride) with "same". */
function outputSize(n, kernel, stride, padding) {
  if (padding === "same") return Math.ceil(n / stride);
  return Math.floor((n + 2 * padding - kernel) / stride) + 1;
}

/** A sentence that says why a row cannot take a shape, or "". */
function problemOf(row, shape) {
  const { name, kind, kernel, padding } = row;
  const channels = shape.at(-1);
  if (shape.length === 1 && [...WINDOWED, "inception", "lrn", "global_average"].includes(kind)) {
    return `${name} needs an image, but ${counted(channels)} single numbers come in: move it before the layer that makes them.`;
  }
  if (kind === "conv" && row.table) {
    const [from, to] = row.table;
    if (from !== channels || to !== row.outputs) {
      return `The table of ${name} connects ${from} channels to ${to} filters, but ${channels} channels come in and it has ${row.outputs} filters: connect all.`;
    }
  } else if (kind === "conv" && (channels % row.groups || row.outputs % row.groups)) {
    return `${name} has ${row.groups} groups, but ${channels} channels come in and it has ${row.outputs} filters: both must be multiples of ${row.groups}.`;
  }
  if (!WINDOWED.includes(kind) || padding === "same") return "";
  const side = Math.min(...shape.slice(0, 2)) + 2 * padding;
  if (kernel > side) {
    return `The window of ${name}, ${kernel} by ${kernel}, does not fit in ${shape[0]} by ${shape[1]} pixels with a padding of ${padding}: use a smaller kernel or more padding.`;
  }
  if (kind !== "conv" && padding >= kernel) {
    return `${name} has a padding of ${padding} and a window of ${kernel}, so some windows hold no pixel: the padding must be smaller than the window.`;
  }
  return "";
}

/** The shape after a row that has no problem. */
function outputShape(row, shape) {
  const { kind, kernel, stride, padding, outputs } = row;
  if (kind === "dense" || kind === "rbf") return [outputs];
  if (kind === "flatten") return [product(shape)];
  if (kind === "global_average") return shape.slice(2);
  if (kind === "inception") {
    const [one, , three, , five, pool] = row.widths;
    return [...shape.slice(0, 2), one + three + five + pool];
  }
  if (!WINDOWED.includes(kind)) return shape; // normalization, dropout
  const sizes = shape.slice(0, 2).map((n) => outputSize(n, kernel, stride, padding));
  return [...sizes, kind === "conv" ? outputs : shape[2]];
}

/** Pairs [inputs, outputs, kernel] of an Inception block's six convolutions (Szegedy et al. 2015, Figure 2b). */
function convolutions([one, threeReduce, three, fiveReduce, five, pool], channels) {
  return [
    [channels, one, 1],
    [channels, threeReduce, 1], [threeReduce, three, 3],
    [channels, fiveReduce, 1], [fiveReduce, five, 5],
    [channels, pool, 1],
  ];
}

/** Weights and biases of a row: [how many are multiplied at each place, how many numbers are learned]. */
function weights(row, shape) {
  const channels = shape.at(-1);
  if (row.kind === "conv") {
    const pairs = row.table ? row.table[2] : (channels / row.groups) * row.outputs;
    return [row.kernel ** 2 * pairs, row.kernel ** 2 * pairs + row.outputs];
  }
  if (row.kind === "inception") {
    const counts = convolutions(row.widths, channels).map(([from, to, k]) => [k * k * from * to, to]);
    const sum = counts.reduce((all, [n]) => all + n, 0);
    return [sum, counts.reduce((all, [, biases]) => all + biases, sum)];
  }
  const all = product(shape) * row.outputs;
  if (row.kind === "dense") return [all, all + row.outputs];
  if (row.kind === "rbf") return [all, 0]; // its vectors are not learned
  if (row.kind === "subsampling") return [channels, 2 * channels]; // a factor and a bias for each channel
  return [0, 0];
}

/** [kernel, stride] of a row, of an Inception block's widest branch; null where all of the image is seen. */
function windowOf(row, shape) {
  if (shape.length === 1 || FLAT.includes(row.kind)) return null;
  if (row.kind === "inception") return [5, 1];
  return WINDOWED.includes(row.kind) ? [row.kernel, row.stride] : [1, 1];
}

/**
 * For each row { shape, parameters, macs, bytes, sees }, in float32; `sees` is null for the whole image.
 * The first row that does not fit is { problem }, and the list ends with it.
 */
function layerCosts(input, rows) {
  const costs = [];
  let [shape, field, step] = [input, 1, 1];
  for (const row of rows) {
    const problem = problemOf(row, shape);
    if (problem) return [...costs, { problem }];
    const out = outputShape(row, shape);
    const [used, parameters] = weights(row, shape);
    const window = windowOf(row, shape);
    // Each layer adds kernel - 1 steps (Araujo, Norris and Sim 2019, equation 2).
    field = field !== null && window ? field + (window[0] - 1) * step : null;
    step *= window?.[1] ?? 1;
    const places = out.length === 3 ? out[0] * out[1] : 1;
    const bytes = IN_PLACE.includes(row.kind) ? 0 : 4 * product(out);
    costs.push({ shape: out, parameters, macs: places * used, bytes, sees: field });
    shape = out;
  }
  return costs;
}

/** The sums over rows, of which none has a problem. */
function totalsOf(costs) {
  const sum = (key) => costs.reduce((all, cost) => all + cost[key], 0);
  return { parameters: sum("parameters"), macs: sum("macs"), bytes: sum("bytes") };
}

return { outputSize, problemOf, outputShape, layerCosts, totalsOf };
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
const module_architecture = (() => {
// The architecture calculator: a table of layers to change, and what each costs at once.
const { MOST_ROWS, OWN, complete, counted, fromFragment, megabytes, networkOf, newName, parseField, rangeOf, toFragment } = module_architecture_state;
const { arrange, build, headCells, layerRow, narrow } = module_architecture_view;
const { layerCosts, totalsOf } = module_costs;
const { followLinks, forgetLink } = module_links;

const KEYS = ["network", "input", "rows"];
const START = { network: "VGG16", input: [32, 32, 3], rows: [] };

/** Write the rows anew where they are others than before; the keyboard stays where it was. */
function showRows(parts, rows) {
  const drawn = JSON.stringify([narrow.matches, ...rows.map(({ name, kind, table }) => [name, kind, table])]);
  if (parts.body.dataset.drawn === drawn) return;
  const active = parts.body.getRootNode().activeElement;
  const key = parts.body.contains(active) && active.dataset.key;
  parts.body.dataset.drawn = drawn;
  parts.head.replaceChildren(...headCells());
  parts.body.replaceChildren(...rows.map((row, place) => layerRow(row, place, rows.length)));
  if (key) focusOn(parts, key);
}

/** Bring the keyboard to a control by its key, or to the add button. */
function focusOn(parts, ...keys) {
  const controls = [...parts.body.querySelectorAll("[data-key]:not(:disabled)")];
  const found = keys.map((key) => controls.find(({ dataset }) => dataset.key === key)).find(Boolean);
  (found ?? parts.add).focus();
}

/** Write a number into its field, if nobody is typing a wrong one there. */
function fill(field, value, parse) {
  const typing = field.getRootNode().activeElement === field;
  if (typing && parse(field.value) === null) return;
  field.removeAttribute("aria-invalid");
  if (!(typing && parse(field.value) === value)) field.value = value;
}

const nameOf = (field) => field.dataset.field ?? "outputs";
const parser = (field) => (text) => parseField(nameOf(field), text);

/** What all layers cost together, or why they cannot be counted. */
function totalsInWords(costs) {
  const problem = costs.at(-1)?.problem;
  if (problem) return `No totals: ${problem}`;
  const { parameters, macs, bytes } = totalsOf(costs);
  return `Total: ${counted(parameters)} parameters, ${counted(macs)} MACs, ${megabytes(bytes)} MB of activations.`;
}

/** Draw everything from the state. */
function show(parts, state) {
  const { input, rows } = networkOf(state);
  const costs = layerCosts(input, rows);
  const wrong = costs.at(-1)?.problem ? costs.length - 1 : rows.length;
  showRows(parts, rows);
  parts.network.value = state.network;
  parts.input.forEach((field, k) => fill(field, input[k], parser(field)));
  [...parts.body.rows].forEach((line, k) => {
    line.classList.toggle("wrong", k === wrong);
    for (const field of line.querySelectorAll("input")) {
      const { width } = field.dataset;
      fill(field, width ? rows[k].widths[width] : rows[k][field.dataset.field], parser(field));
    }
    const { shape, parameters, macs, bytes, sees } = k < wrong ? costs[k] : {};
    const texts = shape
      ? [shape.join(" × "), counted(parameters), counted(macs), megabytes(bytes), sees === null ? "all" : counted(sees)]
      : [k === wrong ? "does not fit" : "–", "–", "–", "–", "–"];
    line.querySelectorAll(".result").forEach((cell, n) => (cell.textContent = texts[n]));
  });
  const words = totalsInWords(costs);
  parts.totals.textContent = wrong < rows.length ? "" : words;
  parts.problem.textContent = wrong < rows.length ? words : "";
  parts.add.disabled = rows.length >= MOST_ROWS;
  parts.link.setAttribute("href", toFragment(state));
  return words;
}

/** Numbers and kinds. */
function connectFields(frame, parts, { state, change, redraw, say }) {
  const rowsWith = (rows, name, news) => rows.map((row) => (row.name === name ? { ...row, ...news(row) } : row));
  frame.addEventListener("input", ({ target }) => {
    if (!target.matches("input")) return;
    const value = parser(target)(target.value);
    if (value === null) return target.setAttribute("aria-invalid", "true");
    target.removeAttribute("aria-invalid");
    const { row, field, width, side } = target.dataset;
    const { input, rows } = networkOf(state());
    if (side) change({ input: input.with(side, value), rows });
    else if (width) change({ input, rows: rowsWith(rows, row, ({ widths }) => ({ widths: widths.with(width, value) })) });
    else change({ input, rows: rowsWith(rows, row, () => ({ [field]: value })) });
  });
  frame.addEventListener("change", ({ target }) => {
    if (target === parts.network) {
      change(target.value === OWN ? networkOf(state()) : { network: target.value });
    } else if (target.matches("select")) {
      const { input, rows } = networkOf(state());
      change({ input, rows: rowsWith(rows, target.dataset.row, () => ({ kind: target.value })) });
    } else if (target.hasAttribute("aria-invalid")) {
      return say(`${target.getAttribute("aria-label")} must be ${rangeOf(nameOf(target))}; it is as before.`);
    }
    say(redraw());
  });
  frame.addEventListener("focusin", ({ target }) => {
    // A browser is content when a part is seen; the sticky heads may hide that part.
    if (target.matches("td :focus-visible")) target.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  });
  frame.addEventListener("focusout", ({ target }) => {
    if (target.matches("[aria-invalid]")) setTimeout(redraw); // a text that is no number goes
  });
}

/** Add, remove, move, connect. */
function connectButtons(frame, parts, { state, change, redraw, say, start }) {
  const insert = (rows, place, kind) => {
    const row = complete({ name: newName(rows), kind, ...(kind === "conv" && { padding: "same" }) });
    return [rows.toSpliced(place, 0, row), `${row.name} kind`, `${row.name} is layer ${place + 1}.`];
  };
  const move = (rows, place, to, what) => {
    const row = rows[place];
    const other = what === "up" ? "down" : "up";
    return [rows.toSpliced(place, 1).toSpliced(to, 0, row), [`${row.name} ${what}`, `${row.name} ${other}`], `${row.name} is layer ${to + 1} of ${rows.length}.`];
  };
  const actions = {
    add: (rows) => insert(rows, rows.length, rows.length && networkOf(state()).rows.at(-1).kind === "dense" ? "dense" : "conv"),
    below: (rows, k) => insert(rows, k + 1, rows[k].kind === "dense" ? "dense" : "conv"),
    up: (rows, k) => move(rows, k, k - 1, "up"),
    down: (rows, k) => move(rows, k, k + 1, "down"),
    remove: (rows, k) => [rows.toSpliced(k, 1), `${(rows[k + 1] ?? rows[k - 1])?.name} remove`, `${rows[k].name} is removed.`],
    connect: (rows, k) => [rows.with(k, { ...rows[k], table: undefined }), `${rows[k].name} groups`, `${rows[k].name} connects all.`],
  };
  frame.addEventListener("click", ({ target }) => {
    const action = actions[target.dataset.do];
    if (!action) return;
    const { input, rows } = networkOf(state());
    const [news, keys, words] = action(rows, rows.findIndex(({ name }) => name === target.dataset.row));
    change({ input, rows: news });
    focusOn(parts, ...[keys].flat());
    say(`${words} ${redraw()}`);
  });
  parts.reset.addEventListener("click", () => {
    forgetLink(fromFragment);
    change({ ...start });
    say(redraw());
  });
}

function render({ model, el }) {
  const parts = build();
  const frame = arrange(parts);
  const state = () => Object.fromEntries(KEYS.map((key) => [key, model.get(key) ?? START[key]]));
  const redraw = () => show(parts, state());
  // The rows first, so that a network of one's own is never shown without them.
  const change = ({ input, rows, network = OWN }) => {
    for (const [key, value] of Object.entries({ input, rows, network })) {
      if (value !== undefined) model.set(key, value);
    }
    model.save_changes();
  };
  const say = (words) => (parts.said.textContent = words);
  const tools = { state, change, redraw, say, start: state() };
  connectFields(frame, parts, tools);
  connectButtons(frame, parts, tools);
  for (const key of KEYS) model.on(`change:${key}`, redraw);
  const stop = followLinks(frame, fromFragment, change);
  narrow.addEventListener("change", redraw);
  redraw();
  el.append(frame);
  return () => {
    narrow.removeEventListener("change", redraw);
    stop();
  };
}

const exported = { render };

return { default: exported };
})();
return module_architecture;
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
