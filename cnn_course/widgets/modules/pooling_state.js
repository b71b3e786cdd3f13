// Pooling of a small grid of digits: the arithmetic, the words, and the link. No page.
import { outputSize } from "./convolution.js";

export const SIDE = 6;
export const LIMITS = { window: [1, 4], stride: [1, 4] };
export const KINDS = ["max", "mean", "min"];
const START = "#pooling?";

/** The windows of a pooling of a square grid, as rows of lists of numbers. */
export function windowsOf(grid, size, stride) {
  const places = outputSize(grid.length, size, { stride });
  const steps = Array.from({ length: places }, (_, k) => k * stride);
  const part = (top, left) => grid.slice(top, top + size).flatMap((row) => row.slice(left, left + size));
  return steps.map((top) => steps.map((left) => part(top, left)));
}

/** The one number that is left of a window. */
export function pooled(numbers, kind) {
  if (kind === "mean") return numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
  return kind === "max" ? Math.max(...numbers) : Math.min(...numbers);
}

/** Pool a whole grid. */
export function pool(grid, size, stride, kind) {
  return windowsOf(grid, size, stride).map((row) => row.map((numbers) => pooled(numbers, kind)));
}

/** The digits in rows, moved to the right; what leaves there comes in on the left. */
export function gridOf({ numbers }, shift = 0) {
  const at = (i, j) => Number(numbers[i * SIDE + ((j - shift + SIDE) % SIDE)]);
  return Array.from({ length: SIDE }, (_, i) => Array.from({ length: SIDE }, (_, j) => at(i, j)));
}

/** The answers before the shift, and those that are shown. */
export function answersOf(state) {
  const { window, stride, kind, shift } = state;
  return [0, shift].map((by) => pool(gridOf(state, by), window, stride, kind));
}

/** The same state, with its window in a place that there is. */
export function settled(state) {
  const last = outputSize(SIDE, state.window, { stride: state.stride }) - 1;
  return { ...state, at: state.at.map((n) => Math.max(0, Math.min(last, n))) };
}

/** The place so many windows further, row by row, from the last one to the first. */
export function further(state, steps) {
  const places = outputSize(SIDE, state.window, { stride: state.stride });
  const count = places * places;
  const k = (state.at[0] * places + state.at[1] + steps + count) % count;
  return [Math.floor(k / places), k % places];
}

/** The place in the grid of the number that wins the window, the first of equal ones; null for the mean. */
export function winnerOf(state) {
  if (state.kind === "mean") return null;
  const numbers = windowsOf(gridOf(state, state.shift), state.window, state.stride)[state.at[0]][state.at[1]];
  const k = numbers.indexOf(pooled(numbers, state.kind));
  const [top, left] = state.at.map((n) => n * state.stride);
  return [top + Math.floor(k / state.window), left + (k % state.window)];
}

/** A number with at most two decimals. */
export function written(number) {
  return String(Math.round(number * 100) / 100);
}

/** Which numbers go where. */
export function stepInWords(state) {
  const { window, stride, kind, shift, at } = state;
  const numbers = windowsOf(gridOf(state, shift), window, stride)[at[0]][at[1]];
  const winner = winnerOf(state);
  const where = winner ? `, from row ${winner[0]}, column ${winner[1]}` : "";
  return `Row ${at[0]}, column ${at[1]} of the output: the ${kind} of ${numbers.join(", ")} is ${written(pooled(numbers, kind))}${where}.`;
}

/** What the shift changed. */
export function shiftInWords(state) {
  const [before, now] = answersOf(state).map((rows) => rows.flat());
  const changed = now.filter((n, k) => n !== before[k]).length;
  return state.shift ? `The shift changed ${changed} of ${now.length} answers; they are underlined.` : "";
}

/** The end of an address that brings back a state. */
export function toFragment({ numbers, window, stride, kind, shift, at }) {
  return START + new URLSearchParams({ numbers, window, stride, kind, shift, at: at.join(",") });
}

/** The state that an address ends in, or null if it ends in something else, or in nonsense. */
export function fromFragment(fragment) {
  if (!fragment.startsWith(START)) return null;
  const query = Object.fromEntries(new URLSearchParams(fragment.slice(START.length)));
  const whole = (text) => (/^\d$/.test(text ?? "") ? Number(text) : NaN);
  const { numbers = "", kind } = query;
  const [window, stride, shift] = [query.window, query.stride, query.shift].map(whole);
  const state = { numbers, window, stride, kind, shift, at: (query.at ?? "").split(",").map(whole) };
  const within = (name) => state[name] >= LIMITS[name][0] && state[name] <= LIMITS[name][1];
  const right =
    /^\d+$/.test(numbers) && numbers.length === SIDE * SIDE && KINDS.includes(kind) &&
    within("window") && within("stride") && (shift === 0 || shift === 1) &&
    state.at.length === 2 && state.at.every((n, axis) => n === settled(state).at[axis]);
  return right ? state : null;
}
