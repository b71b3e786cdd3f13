// A network's layers as arithmetic, without a page. As cnn_course has them: one image, (H, W, C), its numbers
// in one Float32Array, channels last; filters (KH, KW, C, F). A grid here is {shape: [h, w, c], values}.

/** The numbers that a text in base64 holds, as float32 in little endian. */
export function decodeWeights(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length / 4 }, (_, k) => view.getFloat32(4 * k, true));
}

/** The same of whole numbers -127..127, a byte each: array after array, each times its step. */
export function decodeBytes(text, layers, steps) {
  const whole = Int8Array.from(atob(text), (letter) => letter.charCodeAt(0)); // 255 becomes -1
  const shapes = layers.flatMap(({ w, b }) => (w ? [w, b] : []));
  const ends = shapes.map(((end) => (shape) => (end += length(shape)))(0));
  let array = 0;
  return Float32Array.from(whole, (number, n) => {
    if (n === ends[array]) array += 1;
    return number * steps[array];
  });
}

const length = (shape) => shape.reduce((a, b) => a * b);

/** y[i, j, f] = b[f] + the sum over u, v, c of x[i + u - padding, j + v - padding, c] w[u, v, c, f]. */
export function conv2d({ shape: [h, w, c], values }, filters, [kh, kw, , f], bias, padding) {
  const [oh, ow] = [h + 2 * padding - kh + 1, w + 2 * padding - kw + 1];
  const y = new Float32Array(oh * ow * f);
  const sums = new Float64Array(f);
  for (let i = 0; i < oh; i += 1) {
    for (let j = 0; j < ow; j += 1) {
      sums.set(bias);
      for (let u = 0; u < kh; u += 1) {
        const row = i + u - padding;
        if (row < 0 || row >= h) continue;
        for (let v = 0; v < kw; v += 1) {
          const column = j + v - padding;
          if (column < 0 || column >= w) continue;
          addProducts(sums, values, (row * w + column) * c, c, filters, (u * kw + v) * c * f);
        }
      }
      y.set(sums, (i * ow + j) * f);
    }
  }
  return { shape: [oh, ow, f], values: y };
}

/** Add to sums[k] the products of `count` numbers from `start` with the weights from `first`, [count, sums]. */
function addProducts(sums, values, start, count, weights, first) {
  for (let n = 0; n < count; n += 1) {
    const value = values[start + n];
    if (value === 0) continue; // after a ReLU, more than half of them
    const from = first + n * sums.length;
    for (let k = 0; k < sums.length; k += 1) sums[k] += value * weights[from + k];
  }
}

/** max(0, x) */
export function relu({ shape, values }) {
  return { shape, values: values.map((value) => Math.max(0, value)) };
}

/** The largest number of each window of size by size; rows and columns that fill no window are left out. */
export function maxPool({ shape: [h, w, c], values }, size) {
  const [oh, ow] = [Math.floor(h / size), Math.floor(w / size)];
  const y = new Float32Array(oh * ow * c).fill(-Infinity);
  for (let i = 0; i < oh * size; i += 1) {
    for (let j = 0; j < ow * size; j += 1) {
      const to = (Math.floor(i / size) * ow + Math.floor(j / size)) * c;
      for (let k = 0; k < c; k += 1) y[to + k] = Math.max(y[to + k], values[(i * w + j) * c + k]);
    }
  }
  return { shape: [oh, ow, c], values: y };
}

/** The mean of each map. */
export function globalAveragePool({ shape: [h, w, c], values }) {
  const sums = new Float64Array(c);
  values.forEach((value, n) => (sums[n % c] += value));
  return { shape: [1, 1, c], values: Float32Array.from(sums, (sum) => sum / (h * w)) };
}

/** y[f] = b[f] + the sum over c of x[c] w[c, f]. */
export function dense({ values }, weights, bias) {
  const sums = Float64Array.from(bias);
  addProducts(sums, values, 0, values.length, weights, 0);
  return { shape: [1, 1, sums.length], values: Float32Array.from(sums) };
}

/** exp(x) divided by its sum; the largest score is subtracted first, so that nothing becomes infinite. */
export function softmax(scores) {
  const top = Math.max(...scores);
  const powers = Array.from(scores, (score) => Math.exp(score - top));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((power) => power / sum);
}

const KINDS = {
  Conv2D: (x, { w, weights, bias, padding }) => conv2d(x, weights, w, bias, padding),
  ReLU: relu,
  MaxPool2D: (x, { size }) => maxPool(x, size),
  GlobalAveragePool: globalAveragePool,
  Flatten: ({ values }) => ({ shape: [1, 1, values.length], values }), // channels last, so in this order already
  Dense: (x, { weights, bias }) => dense(x, weights, bias),
};

/** Layers with their weights, which lie one after the other in `numbers`. */
export function withWeights(layers, numbers) {
  let end = 0;
  const take = (shape) => numbers.subarray(end, (end += length(shape)));
  return layers.map((layer) => (layer.w ? { ...layer, weights: take(layer.w), bias: take(layer.b) } : layer));
}

/** What comes out of each layer, first layer first, for an image of side by side pixels 0..255. */
export function run(layers, pixels, side) {
  let x = { shape: [side, side, 1], values: Float32Array.from(pixels, (pixel) => pixel / 255) };
  return layers.map((layer) => (x = KINDS[layer.kind](x, layer)));
}

/** One map of a grid, as rows. */
export function mapOf({ shape: [h, w, c], values }, k) {
  return Array.from({ length: h }, (_, i) =>
    Array.from({ length: w }, (__, j) => values[(i * w + j) * c + k]),
  );
}

/** The largest number of each map. */
export function largest({ shape: [, , c], values }) {
  const top = new Array(c).fill(-Infinity);
  values.forEach((value, n) => (top[n % c] = Math.max(top[n % c], value)));
  return top;
}
