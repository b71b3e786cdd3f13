// The architecture calculator: a table of layers to change, and what each costs at once.
import { NETWORKS } from "./architecture_data.js";
import { FIELDS, KINDS, MOST_ROWS, OWN, WIDTHS, complete, counted, fromFragment, megabytes, networkOf, newName, parseField, rangeOf, toFragment } from "./architecture_state.js";
import { layerCosts, totalsOf } from "./costs.js";
import { labelled, make } from "./elements.js";
import { followLinks, forgetLink } from "./links.js";

const KEYS = ["network", "input", "rows"];
const START = { network: "VGG16", input: [32, 32, 3], rows: [] };
const WORDS = { outputs: "filters or units", kernel: "kernel", stride: "stride", padding: "padding", groups: "groups" };
const SIDES = ["height", "width", "channels"];
const HEADS = ["Layer", "Kind", "Filters or units", "Kernel", "Stride", "Padding", "Groups"];
const RESULTS = ["Output shape", "Parameters", "MACs", "Answers, MB", "Sees"];

const button = (words, attributes = {}) => make("button", { type: "button", ...attributes }, words);
const box = (attributes) =>
  make("input", { type: "text", autocomplete: "off", spellcheck: "false", inputmode: "numeric", ...attributes });

/** All elements that anything is asked of later. */
function build() {
  const choices = [...NETWORKS.map(({ name }) => name), OWN];
  const head = (words) => make("th", { scope: "col", class: RESULTS.includes(words) && "result" }, words);
  return {
    network: make("select", {}, ...choices.map((value) => make("option", { value }, value))),
    input: SIDES.map((side, k) => box({ "data-key": `input ${k}`, "data-side": k, "aria-label": `${side} of the input` })),
    head: make("tr", {}, ...[...HEADS, ...RESULTS, "Change"].map(head)),
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
    make("p", { class: "help" }, "One image, forwards; biases are parameters, but no MACs. Padding is a number of zeros on each side, or same. Answers, MB are the activations of each layer in float32, without dropout and flatten, which keep none of their own. Sees is the receptive field along one axis, in pixels."),
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
  return make(
    "tr", {},
    make("th", { scope: "row" }, name),
    make("td", {}, make("select", { "data-row": name, "data-field": "kind", "data-key": `${name} kind`, "aria-label": `kind of ${name}` }, ...options)),
    ...fieldCells(row),
    ...RESULTS.map(() => make("td", { class: "result" })),
    make(
      "td", { class: "change" },
      make(
        "div", {},
        act("up", "↑", `Move ${name} up`, place === 0),
        act("down", "↓", `Move ${name} down`, place === count - 1),
        act("below", "+", `Add a layer below ${name}`, count >= MOST_ROWS),
        act("remove", "×", `Remove ${name}`),
      ),
    ),
  );
}

/** Write the rows anew where they are others than before; the keyboard stays where it was. */
function showRows(parts, rows) {
  const drawn = JSON.stringify(rows.map(({ name, kind, table }) => [name, kind, table]));
  if (parts.body.dataset.drawn === drawn) return;
  const key = parts.body.getRootNode().activeElement?.dataset.key;
  parts.body.dataset.drawn = drawn;
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
  redraw();
  el.append(frame);
  return stop;
}

export default { render };
