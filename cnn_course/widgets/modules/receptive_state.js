// What the widget on receptive fields shows, in numbers and words, and the link that brings it back. No page.
import { mapsOf, pathsOf, sharesOf, traceOf, viewOf } from "./receptive.js";

/** The least and the largest of each number that the reader sets. */
export const LIMITS = { kernel: [1, 11], stride: [1, 4], padding: [0, 5], dilation: [1, 8] };
export const FIELDS = Object.keys(LIMITS);
export const SIDES = [8, 40]; // of the input
export const MOST = 6; // layers
export const KINDS = { conv: "convolution", pool: "pooling" };
export const OWN = "your own";
const START = "#receptive-field?";
const DEFAULTS = { kind: "conv", kernel: 3, stride: 1, padding: 0, dilation: 1 };

const conv = (kernel, numbers = {}) => ({ ...DEFAULTS, kernel, ...numbers });
const POOL = { ...DEFAULTS, kind: "pool", kernel: 2, stride: 2 };

/** A layer that always fits. */
export const NEW = conv(3, { padding: 1 });

export const PRESETS = {
  "three of 3 × 3": { input: [15, 17], layers: [conv(3), conv(3), conv(3)] },
  "one of 7 × 7": { input: [15, 17], layers: [conv(7)] },
  "six of 3 × 3, padded": { input: [28, 32], layers: new Array(6).fill(NEW) },
  "dilations 1, 2 and 4": { input: [28, 32], layers: [1, 2, 4].map((n) => conv(3, { padding: n, dilation: n })) },
  "LeNet-5": { input: [32, 32], layers: [conv(5), POOL, conv(5), POOL, conv(5)] },
  "this chapter's network": { input: [28, 28], layers: [conv(5, { padding: 2 }), POOL, NEW, POOL, NEW] },
};

const textOfLayer = (layer) => [layer.kind, ...FIELDS.map((field) => layer[field])].join(",");
const textOfStack = ({ input, layers }) => `input=${input.join(",")}&layers=${layers.map(textOfLayer).join(";")}`;

/** The name of the preset that a state has the layers of. */
export function presetOf(state) {
  const text = textOfStack(state);
  return Object.keys(PRESETS).find((name) => textOfStack(PRESETS[name]) === text) ?? OWN;
}

/** The same state, with whole layers, and with a number chosen that there is. */
export function settled(state) {
  const layers = state.layers.map((layer) => ({ ...DEFAULTS, ...layer }));
  const { maps } = mapsOf(state.input, layers);
  const chosen = Math.max(Math.min(1, maps.length - 1), Math.min(maps.length - 1, state.chosen));
  const at = maps[chosen].size.map((n, axis) => Math.max(0, Math.min(n - 1, state.at[axis])));
  return { ...state, layers, chosen, at };
}

/** The same stack, with the middle of its last map chosen. */
export function inTheMiddle(state) {
  const { maps } = mapsOf(state.input, state.layers);
  return { ...state, chosen: maps.length - 1, at: maps.at(-1).size.map((n) => Math.floor(n / 2)) };
}

const counted = (n) => n.toLocaleString("en-US");
const signed = (n) => String(n).replace("-", "−");
const are = (n) => `${counted(n)} ${n === 1 ? "is" : "are"}`;
const below = (n) => String(n).replace(/\d/g, (digit) => "₀₁₂₃₄₅₆₇₈₉"[digit]);

/** Which pixels the chosen number sees, and what of them is no pixel. */
export function fieldInWords({ input, layers, chosen, at }) {
  if (chosen === 0) return "";
  const { maps } = mapsOf(input, layers);
  const [trace] = traceOf(maps, layers, chosen, at);
  const { start, side } = trace;
  const { padding, skipped, all } = sharesOf(trace);
  const [rows, columns] = start.map((n) => `${signed(n)} to ${signed(n + side - 1)}`);
  const none = padding ? `of which ${are(padding)} padding` : "none of them padding";
  const gaps = skipped ? ` ${counted(skipped)} of the ${counted(all)} ${skipped === 1 ? "is a pixel" : "are pixels"} that no path reaches.` : "";
  const ends = start.some((n, axis) => {
    const [from, to] = viewOf(maps, axis);
    return n < from || n + side > to;
  });
  const more = ends ? " The field goes on outside of the picture." : "";
  return `Row ${at[0]}, column ${at[1]} of layer ${chosen} sees ${side} × ${side} pixels, ${none}: rows ${rows}, columns ${columns}.${gaps}${more}`;
}

/** How unevenly the pixels are counted. */
export function pathsInWords({ input, layers, chosen, at }) {
  if (chosen === 0) return "";
  const [trace] = traceOf(mapsOf(input, layers).maps, layers, chosen, at);
  const { all, most, fewest, half } = pathsOf(trace);
  const { read } = sharesOf(trace);
  if (all === 0) return "No path leads to a pixel: all that is read is padding.";
  const ends = `${counted(most)} ${most === 1 ? "path leads" : "paths lead"} to the pixel that is counted most, ${counted(fewest)} to the one that is counted least.`;
  return `${ends} Half of all ${counted(all)} paths lead to ${counted(half)} of the ${counted(read)} pixels.`;
}

/** The counts along the columns of the field, if there are few enough to read. */
export function rowInWords({ input, layers, chosen, at }) {
  if (chosen === 0) return "";
  const [{ start, side, counts }] = traceOf(mapsOf(input, layers).maps, layers, chosen, at);
  const columns = counts[1].slice(Math.max(0, start[1]), Math.max(0, start[1] + side));
  return columns.length > 24 ? "" : `Along the columns: ${columns.join(" ")}. A pixel's count is its row's times its column's.`;
}

/** The formulas for field and jump with the numbers of the chosen layer, a line each. */
export function formulaInWords({ input, layers, chosen: l }) {
  if (l === 0) return [];
  const { maps } = mapsOf(input, layers);
  const [{ field, jump }, { kernel, stride, dilation }] = [maps[l - 1], layers[l - 1]];
  const [now, before] = [below(l), below(l - 1)];
  return [
    `r${now} = r${before} + (k${now} − 1) · d${now} · j${before} = ${counted(field)} + (${kernel} − 1) · ${dilation} · ${counted(jump)} = ${counted(maps[l].field)}`,
    `j${now} = j${before} · s${now} = ${counted(jump)} · ${stride} = ${counted(maps[l].jump)}`,
  ];
}

/** What a stack comes to, or why one of its layers does not fit. */
export function stackInWords({ input, layers }) {
  const { maps, problem } = mapsOf(input, layers);
  const { size, jump, field } = maps.at(-1);
  if (problem) return problem;
  return `Layer ${maps.length - 1}, the last, has ${size.join(" × ")} numbers; each sees ${counted(field)} × ${counted(field)} pixels, and the next one begins ${counted(jump)} further.`;
}

/** The end of an address that brings back a state. */
export function toFragment({ chosen, at, paths, ...stack }) {
  return `${START}${textOfStack(stack)}&at=${[chosen, ...at].join(",")}&paths=${Number(paths)}`;
}

const whole = (text) => (/^\d{1,3}$/.test(text) ? Number(text) : NaN);
const within = (n, [least, most]) => n >= least && n <= most;

/** The layer that a text stands for, or null. */
function layerOfText(text) {
  const [kind, ...numbers] = text.split(",");
  const values = numbers.map(whole);
  const right = Object.hasOwn(KINDS, kind) && values.length === FIELDS.length && FIELDS.every((field, k) => within(values[k], LIMITS[field]));
  return right ? { kind, ...Object.fromEntries(FIELDS.map((field, k) => [field, values[k]])) } : null;
}

/** The state that an address ends in, or null if it ends in something else, or in nonsense. */
export function fromFragment(fragment) {
  const found = /^#receptive-field\?input=(\d+),(\d+)&layers=([^&]+)&at=(\d+),(\d+),(\d+)&paths=([01])$/.exec(fragment);
  if (!found) return null;
  const input = [found[1], found[2]].map(whole);
  const layers = found[3].split(";").map(layerOfText);
  const [chosen, ...at] = found.slice(4, 7).map(whole);
  if (!input.every((n) => within(n, SIDES)) || layers.includes(null) || layers.length > MOST) return null;
  const state = { input, layers, chosen, at, paths: found[7] === "1" };
  return toFragment(settled(state)) === toFragment(state) ? state : null;
}
