// What the layers of a network cost, for one image, forwards, without a page: as cnn_course.costs has it.
// A row takes what the row before it gives; sizes are (H, W, C), or (numbers) behind a flat layer.

const WINDOWED = ["conv", "max_pool", "average_pool", "subsampling"];
const IN_PLACE = ["dropout", "flatten"]; // keep no map of their own
const FLAT = ["dense", "rbf", "flatten", "global_average"];

const product = (numbers) => numbers.reduce((all, n) => all * n, 1);
const counted = (n) => n.toLocaleString("en-US");

/** floor((n + 2 padding - kernel) / stride) + 1, or ceil(n / stride) with "same". */
export function outputSize(n, kernel, stride, padding) {
  if (padding === "same") return Math.ceil(n / stride);
  return Math.floor((n + 2 * padding - kernel) / stride) + 1;
}

/** A sentence that says why a row cannot take a shape, or "". */
export function problemOf(row, shape) {
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
export function outputShape(row, shape) {
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
export function layerCosts(input, rows) {
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
export function totalsOf(costs) {
  const sum = (key) => costs.reduce((all, cost) => all + cost[key], 0);
  return { parameters: sum("parameters"), macs: sum("macs"), bytes: sum("bytes") };
}
