// What the architecture calculator is made of: its elements, and the rows of its table.
import { NETWORKS } from "./architecture_data.js";
import { FIELDS, KINDS, MOST_ROWS, OWN, WIDTHS } from "./architecture_state.js";
import { button, labelled, make } from "./elements.js";

const WORDS = { outputs: "filters or units", kernel: "kernel", stride: "stride", padding: "padding", groups: "groups" };
const SIDES = ["height", "width", "channels"];
const HEADS = ["Layer", "Kind", "Filters or units", "Kernel", "Stride", "Padding", "Groups"];
const RESULTS = ["Output shape", "Parameters", "MACs", "Activations, MB", "Sees"];

// Where the whole table has no room, what the layers cost stands before their numbers.
export const narrow = globalThis.matchMedia("(max-width: 60rem)");
const inOrder = (name, fields, results, change) =>
  narrow.matches ? [name, ...results, ...fields, change] : [name, ...fields, ...results, change];

const box = (attributes) =>
  make("input", { type: "text", autocomplete: "off", spellcheck: "false", inputmode: "numeric", ...attributes });

/** All elements that anything is asked of later. */
export function build() {
  const choices = [...NETWORKS.map(({ name }) => name), OWN];
  return {
    network: make("select", {}, ...choices.map((value) => make("option", { value }, value))),
    input: SIDES.map((side, k) => box({ "data-key": `input ${k}`, "data-side": k, "aria-label": `${side} of the input` })),
    head: make("tr"),
    body: make("tbody"),
    totals: make("p", { class: "totals" }),
    problem: make("p", { class: "problem" }),
    add: button("Add a layer at the end", { "data-do": "add" }),
  };
}

/** Put the elements in their places. */
export function arrange(parts) {
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
export function layerRow(row, place, count) {
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
export function headCells() {
  const head = (words) => make("th", { scope: "col", class: RESULTS.includes(words) && "result" }, words);
  const [name, ...fields] = HEADS;
  return inOrder(name, fields, RESULTS, "Change").map(head);
}
