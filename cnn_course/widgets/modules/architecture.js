// The architecture calculator: a table of layers to change, and what each costs at once.
import { MOST_ROWS, OWN, complete, counted, fromFragment, megabytes, networkOf, newName, parseField, rangeOf, toFragment } from "./architecture_state.js";
import { arrange, build, headCells, layerRow, narrow } from "./architecture_view.js";
import { layerCosts, totalsOf } from "./costs.js";
import { renderer } from "./widget.js";

// The rows first, so that a network of one's own is never shown without them.
const DEFAULTS = { input: [32, 32, 3], rows: [], network: "VGG16" };

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
  return words;
}

/** Numbers and kinds. */
function connectFields(parts, { frame, state, change, redraw, say }) {
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
function connectButtons(parts, { frame, state, change, redraw, reset, say }) {
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
    reset();
    say(redraw());
  });
}

function connect(parts, tools) {
  const edit = (news) => tools.change({ network: OWN, ...news });
  connectFields(parts, { ...tools, change: edit });
  connectButtons(parts, { ...tools, change: edit });
  narrow.addEventListener("change", tools.redraw);
  return () => narrow.removeEventListener("change", tools.redraw);
}

export default {
  render: renderer({ defaults: DEFAULTS, toFragment, fromFragment, build, arrange, show, connect }),
};
