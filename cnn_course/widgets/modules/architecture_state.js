// What the architecture calculator shows, as text: its rows, what may be typed, and the link that brings all back.
import { NETWORKS } from "./architecture_data.js";

export const OWN = "your own";
export const MOST_ROWS = 60;
const START = "#architecture?";
const WINDOW = ["kernel", "stride", "padding"];

/** Kinds of layers: what they are called, and which numbers they have. */
export const KINDS = {
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
export const FIELDS = ["outputs", ...WINDOW, "groups"];
export const WIDTHS = ["1×1", "3×3 reduce", "3×3", "5×5 reduce", "5×5", "pool"];
const DEFAULTS = { outputs: 16, kernel: 3, stride: 1, padding: 0, groups: 1, widths: [64, 96, 128, 16, 32, 32] };
const LEAST = { padding: 0 };
const MOST = { kernel: 99, stride: 99, padding: 99 };

/** A row with a value in every field. */
export function complete(row) {
  return { ...DEFAULTS, ...row };
}

/** What a field may hold, in words. */
export function rangeOf(field) {
  const most = (MOST[field] ?? 99999).toLocaleString("en-US");
  return `a whole number from ${LEAST[field] ?? 1} to ${most}${field === "padding" ? ', or "same"' : ""}`;
}

/** The number (or "same") that a text stands for in a field, or null. */
export function parseField(field, text) {
  const typed = text.trim();
  if (field === "padding" && typed === "same") return typed;
  const value = Number(typed);
  const right = /^\d{1,5}$/.test(typed) && value >= (LEAST[field] ?? 1) && value <= (MOST[field] ?? 99999);
  return right ? value : null;
}

/** The size and the rows of a state, which names a network or has its own. */
export function networkOf({ network, input, rows }) {
  const found = NETWORKS.find(({ name }) => name === network) ?? { input, rows };
  return { input: found.input, rows: found.rows.map(complete) };
}

/** A name that no row has yet. */
export function newName(rows) {
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
export function toFragment({ network, input, rows }) {
  if (network !== OWN) return `${START}net=${encodeURIComponent(network)}`;
  return `${START}input=${input.join(",")}&rows=${rows.map(complete).map(textOfRow).join(";")}`;
}

/** The state that an address ends in, or null if it ends in something else, or in nonsense. */
export function fromFragment(fragment) {
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
export function counted(n) {
  return Number.isSafeInteger(n) ? n.toLocaleString("en-US") : `about ${n.toExponential(2).replace("e+", " · 10^")}`;
}

/** Bytes in megabytes, three digits. */
export function megabytes(bytes) {
  const size = bytes / 1e6;
  return size >= 100 ? counted(Math.round(size)) : size && size < 1e-3 ? "< 0.001" : String(Number(size.toPrecision(3)));
}
