const widget = (() => {
"use strict";
const module_network = (() => {
// A network's layers as arithmetic, without a page. As cnn_course has them: one image, (H, W, C), its numbers
// in one Float32Array, channels last; filters (KH, KW, C, F). A grid here is {shape: [h, w, c], values}.

/** The numbers that a text in base64 holds, as float32 in little endian. */
function decodeWeights(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length / 4 }, (_, k) => view.getFloat32(4 * k, true));
}

/** The same of whole numbers -127..127, a byte each: array after array, each times its step. */
function decodeBytes(text, layers, steps) {
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
function conv2d({ shape: [h, w, c], values }, filters, [kh, kw, , f], bias, padding) {
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
function relu({ shape, values }) {
  return { shape, values: values.map((value) => Math.max(0, value)) };
}

/** The largest number of each window of size by size; rows and columns that fill no window are left out. */
function maxPool({ shape: [h, w, c], values }, size) {
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
function globalAveragePool({ shape: [h, w, c], values }) {
  const sums = new Float64Array(c);
  values.forEach((value, n) => (sums[n % c] += value));
  return { shape: [1, 1, c], values: Float32Array.from(sums, (sum) => sum / (h * w)) };
}

/** y[f] = b[f] + the sum over c of x[c] w[c, f]. */
function dense({ values }, weights, bias) {
  const sums = Float64Array.from(bias);
  addProducts(sums, values, 0, values.length, weights, 0);
  return { shape: [1, 1, sums.length], values: Float32Array.from(sums) };
}

/** exp(x) divided by its sum; the largest score is subtracted first, so that nothing becomes infinite. */
function softmax(scores) {
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
function withWeights(layers, numbers) {
  let end = 0;
  const take = (shape) => numbers.subarray(end, (end += length(shape)));
  return layers.map((layer) => (layer.w ? { ...layer, weights: take(layer.w), bias: take(layer.b) } : layer));
}

/** What comes out of each layer, first layer first, for an image of side by side pixels 0..255. */
function run(layers, pixels, side) {
  let x = { shape: [side, side, 1], values: Float32Array.from(pixels, (pixel) => pixel / 255) };
  return layers.map((layer) => (x = KINDS[layer.kind](x, layer)));
}

/** One map of a grid, as rows. */
function mapOf({ shape: [h, w, c], values }, k) {
  return Array.from({ length: h }, (_, i) =>
    Array.from({ length: w }, (__, j) => values[(i * w + j) * c + k]),
  );
}

/** The largest number of each map. */
function largest({ shape: [, , c], values }) {
  const top = new Array(c).fill(-Infinity);
  values.forEach((value, n) => (top[n % c] = Math.max(top[n % c], value)));
  return top;
}

return { decodeWeights, decodeBytes, conv2d, relu, maxPool, globalAveragePool, dense, softmax, withWeights, run, mapOf, largest };
})();
const module_course_data = (() => {
// Written by book/extensions/widget_data.py from cnn_course.
const KERNELS = [
  {"name": "Sobel, horizontal edges", "answers": "is it brighter above than below?", "numbers": ["1", "2", "1", "0", "0", "0", "-1", "-2", "-1"]},
  {"name": "Sobel, vertical edges", "answers": "is it brighter left than right?", "numbers": ["1", "0", "-1", "2", "0", "-2", "1", "0", "-1"]},
  {"name": "identity", "answers": "the pixel itself", "numbers": ["0", "0", "0", "0", "1", "0", "0", "0", "0"]},
  {"name": "edges, diagonal", "answers": "do the two diagonals differ?", "numbers": ["1", "0", "-1", "0", "0", "0", "-1", "0", "1"]},
  {"name": "edges, four neighbours", "answers": "is it darker than its four neighbours?", "numbers": ["0", "1", "0", "1", "-4", "1", "0", "1", "0"]},
  {"name": "edges, eight neighbours", "answers": "is it brighter than its eight neighbours?", "numbers": ["-1", "-1", "-1", "-1", "8", "-1", "-1", "-1", "-1"]},
  {"name": "sharpen", "answers": "the pixel, plus what makes it different", "numbers": ["0", "-1", "0", "-1", "5", "-1", "0", "-1", "0"]},
  {"name": "box blur", "answers": "the mean of nine pixels", "numbers": ["1/9", "1/9", "1/9", "1/9", "1/9", "1/9", "1/9", "1/9", "1/9"]},
  {"name": "Gaussian blur", "answers": "a mean that trusts the middle most", "numbers": ["1/16", "1/8", "1/16", "1/8", "1/4", "1/8", "1/16", "1/8", "1/16"]},
  {"name": "top edge", "answers": "does something bright begin here, from above?", "numbers": ["-1", "-1", "-1", "1", "1", "1", "0", "0", "0"]},
  {"name": "left edge", "answers": "does something bright begin here, from the left?", "numbers": ["-1", "1", "0", "-1", "1", "0", "-1", "1", "0"]},
  {"name": "bottom edge", "answers": "does something bright end here, below?", "numbers": ["0", "0", "0", "1", "1", "1", "-1", "-1", "-1"]},
  {"name": "right edge", "answers": "does something bright end here, to the right?", "numbers": ["0", "1", "-1", "0", "1", "-1", "0", "1", "-1"]},
];
const PICTURES = [
  {"name": "Ankle boot", "index": 0, "pixels": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAADUkAAAEEAAAAAAEBAAAAAAAAAAAAAAAAAAMAJIh_PjYAAAABAwQAAAMAAAAAAAAAAAAAAAAGAGbMsIaQexcAAAAADAoAAAAAAAAAAAAAAAAAAACb7M-ya5yhbUAXTYJIDwAAAAAAAAAAAAAAAQBFz9_a2Nijf3l6ko1YrEIAAAAAAAAAAAABAQEAyOjo6eXf39fVpH97xOUAAAAAAAAAAAAAAAAAALfh2N_k6-Pg3uDd3_WtAAAAAAAAAAAAAAAAAADB5NrVxrTU0tPV39zzygAAAAAAAAAAAAABAwAM29zU2sCp49Da4NTixdE0AAAAAAAAAAAAAAYAY_Te3NrLxt3X1d7c9XenOAAAAAAAAAAAAAQAADfs5Obk8OjV2t_q2dnRXAAAAAEEBgcCAAAAAADt4tnf3tve3djf5dfa_00AAAMAAAAAAAAAPpHM5M_V3drQ09rg39vX4PSfAAAAAAASLFJrveTc3tniyM3T5uDqsLz6-Onu1wAAObvQ4N3g0MzW0NHIn_XBzt___93q3dPc6PYAA8rk4N3T09bNzc3c8FCW_-XdvJq_0szR3uThAGLpxtLe5eXq-dzC19nxQUlqdajb3dfZ39_g5R1LzNTMwc3T4di5xc7G1fDD4_Xv39rU0d7c3eZDMMu3wtXFub7CwMrW293c7OHYx866tbGstc3OcwB628Gzq7fEzNLVz9PSyMTCv8O_xsCwnKex0lwAAEq91L-vrK-1uby9vMHGzNHS0tO8vMLA2KoAAgAAAELI3u3v8vbz9N3cwb-ztra1sKaoYzoAAAAAAAAAAAAoPSxIKSMAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
  {"name": "T-shirt/top", "index": 1, "pixels": "AAAAAAABAAAAACm8ZzYwK1eohRAAAAAAAAAAAAAAAAEAAAAxiNvY5Oz_____2df-56AtAAAAAAAAAAAAAA6w3uDUy8bEyNfMysnJydHa4KQAAAAAAAAAAAC828jGysbHx8nExsbIyMjIycjhKQAAAAAAAAAz28fLy9Tu-Pr1-fb3_Pjrz8vL3owAAAAAAAAAdOLOzM_MZUsvSTAyLTM_cd7KztzgAAAAAAAAAMje0cvXyABGYgBnO0RHMQDbztbS-iYAAAAAAAD32tTS19YA_vOL_677_80A19nW0NxfAAAAAAAt4tbW1-DNACojPBARDA1GAL3Y1M7UnAAAAAAApOvW09zYyTRHWV5TTkZMXFfOz97V29AAAAAAAGq73-3408b8-vj1-Pz9-vzvydTh18FxAAAAAAAAABE2n97B0MDFyMjIyMnLw9KlAAAAAAAAAAAAAAAAAC_hwNbLzszMzc7M1MXaawAAAAAAAAAAAAABBgAu1MPUys7NzM3OzNTI2lsAAwEAAAAAAAAAAAEAC8XHzcrNzszNz8zNzdpNAAUAAAAAAAAAAAADAAK_xsnNzs3NztHOx9HbSgAFAAAAAAAAAAAAAgAAvMXIz8_Mz8_S0MbP3UgABAAAAAAAAAAAAAIAANfGy87Qzc_P0tDIyt5LAAQAAAAAAAAAAAABAADUxtHO0c7Qz9POzcbdUAADAAAAAAAAAAAAAQAAzMnN0M_N083S0tHD3WAAAwAAAAAAAAAAAAEAAMrJzdHPzdXO0tHSwtlpAAIAAAAAAAAAAAABAADMzM3Qz83Xz9LQ08HVcwACAAAAAAAAAAAAAAAAzM_P0M7O19LSz9TD0nYAAgAAAAAAAAAAAAEAAMbQ0NDMz9TU0s_TxM95AAEAAAAAAAAAAAABAADG0s_QztHV1NPP0sXPfAABAAAAAAAAAAAAAAAArNLLycfMz83Myc3Fzn8AAAAAAAAAAAAAAAAAALzd1urs7vT09PDz1uCiAAIAAAAAAAAAAAABAACLkoKHh4l9fH15d3KCTAAAAAAAAA"},
  {"name": "Trouser", "index": 16, "pixels": "AAAAAAAAAAAANZJ_c2-CgWSTqb4AAAAAAAAAAAAAAAAAAAAAAHW-vN3q_uzdzbreAAAAAAAAAAAAAAAAAAAAAAB_nK_Bw8PKy7uo5CAAAAAAAAAAAAAAAAAAAAAApbrG0dvGzdPJveleAAAAAAAAAAAAAAAAAAAAALnH0uHPyc_d0tDsbwAAAAAAAAAAAAAAAAAAAADIr6zX4NjY39LG7ZgAAAAAAAAAAAAAAAAAAAAH1ZyXq7vX49TIstexAAAAAAAAAAAAAAAAAAAAGcmInLLG1euopqPPsgAAAAAAAAAAAAAAAAAAACrDhqKryQHlxqaawa0AAAAAAAAAAAAAAAAAAAAyuIanuLUA1b7Fs72zAAAAAAAAAAAAAAAAAAAAMa-GqanTAMSymbfEsAAAAAAAAAAAAAAAAAAAADKthqeu3wCh0Iysxq0AAAAAAAAAAAAAAAAAAAAxqX2eu9UAfNuElcawAAAAAAAAAAAAAAAAAAAAMaiAlsDFAFLbmJmxrwAAAAAAAAAAAAAAAAAAADKuiJC-uQAd3ZuZuK4AAAAAAAAAAAAAAAAAAAA1r4yhv48ADd2anLitAAAAAAAAAAAAAAAAAAAAOrh6psZzAADZnqC0pwAAAAAAAAAAAAAAAAAAADrMb6zLTwAAzKSbvKkAAAAAAAAAAAAAAAAAAAA31oqx0SkAALq0mLuoAAAAAAAAAAAAAAAAAAAAN9aVsdIXAACex63AowAAAAAAAAAAAAAAAAAAADfYn7vMBgAAiMa90KUAAAAAAAAAAAAAAAAAAAA31KHFvwAAAHbAudahAAAAAAAAAAAAAAAAAAAAP8miz6sAAABWxbjWnAAAAAAAAAAAAAAAAAAAAETFqNWbAAAAQMS325oAAAAAAAAAAAAAAAAAAABJwajXkgABADi-tM2SAAAAAAAAAAAAAAAAAAAASbCozIkAAwAlurPMigAAAAAAAAAAAAAAAAAAAF7FstSBAAUAIMG50pYAAAAAAAAAAAAAAAAAAAAxen6gQQADAAicrbxrAAAAAAAAAA"},
  {"name": "Bag", "index": 23, "pixels": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAQABAAMBAAEAAQABAAAAAAAAAAAALSg0AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAKYK6AfnJUZHJNYk1NXVZUV2tbXldXVltgZ3saV5AqZ6-nQnVwhXJ5jINulYNuiYBwaae6imKHPz2MXpygkYBBW82FpaNLYqCojLV8XYO4tXx3xCZkqKp-obG_P3SqmZp7S1uDrKi_fEaqoXWZzdsvUr2loaPGr2LEkKx-vZxwuH69r655rMG2v73PNF2cYKixnpB5VJXBwYVJZG6c5o5GZn62yMielR10ipC2say1vzaR6FtSpcFgXd1nT7rKpb3Yp3QqQZFtd7bGV26spV1Es8bBmUtwp7-QabXbr6yjOzbar1aKnDqxv91uOlaoqmdtd7i9ozh7xmbGzz1dqKWATVJ1g3WeUJW8cHujnm6vo5mDXVZ8ys1ZOLGZWaqAV9Oatpqv2nx0_a-FzL_YimSud5fmMz10e5rdkE-xwcGZbbyRitF5gtTT222J_8NymUhWZnKKsYKsyLWs1JWFYGlkl6qjuNivZszTdHxJSHKKVnCTk4yspZOZXnBedZyXtqWhsaGlW4KVMUZ5w6-xwXBQxppmbcO9qrVuOrHRaz21z7PPqj8vcJqhsXcxYo5rcHejurW8g2aFnoNek7jBzZ4rVsiuoZzRmm2vqmShtq6uxqdwsaVwjsGzw8rDZEmCiravmpN3vLiXkaysoIOHibG8kJOjtbyjgz1XbXLNnGRQjK64qFeKqJ5pW3mqtoCMfG21YGZdLWJeeXyOdXReqpNufHtpbmReYHd0cIxmjHucRgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
];

return { KERNELS, PICTURES };
})();
const module_painter_state = (() => {
// What the kernel painter shows, as text: numbers, pixels, and the link that brings all of it back.
const { KERNELS, PICTURES } = module_course_data;

const SIDE = 28; // of the image
const PLACES = SIDE - 3 + 1; // of the result, and so of the window
const OWN = "own"; // the name of an image that the reader made
const START = "#kernel-painter?";

/** The number that a text such as "-2", "0.5" or "1/9" stands for, or NaN. */
function parseNumber(text) {
  const found = /^\s*([-+−]?(?:\d+\.?\d*|\.\d+))(?:\s*\/\s*(\d+))?\s*$/.exec(text);
  if (!found || text.length > 20) return NaN;
  const value = Number(found[1].replace("−", "-")) / Number(found[2] ?? 1);
  return Number.isFinite(value) ? value : NaN;
}

/** The nine texts of a kernel that is given by name, or as nine texts or numbers. */
function kernelTexts(kernel) {
  return KERNELS.find(({ name }) => name === kernel)?.numbers ?? [...kernel].map(String);
}

/** Numbers in rows of `width`. */
function rowsOf(numbers, width) {
  const starts = Array.from({ length: numbers.length / width }, (_, k) => k * width);
  return starts.map((start) => [...numbers].slice(start, start + width));
}

/** Pixels 0..255 as text of the alphabet for addresses (RFC 4648, section 5). */
function textOfPixels(pixels) {
  const binary = String.fromCharCode(...pixels);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The same back: 784 numbers, or null if the text holds something else. */
function pixelsOfText(text) {
  if (!/^[\w-]+$/.test(text) || text.length !== Math.ceil((SIDE * SIDE * 4) / 3)) return null;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Array.from(binary, (letter) => letter.charCodeAt(0));
}

/** The pixels of a state's image. */
function pixelsOf({ image, pixels }) {
  const named = PICTURES.find(({ name }) => name === image);
  const own = pixels ? pixelsOfText(pixels) : null;
  return named ? pixelsOfText(named.pixels) : (own ?? new Array(SIDE * SIDE).fill(0));
}

/** The end of an address that brings back a state. */
function toFragment({ image, pixels, kernel, at }) {
  const query = new URLSearchParams({ image, kernel: [kernel].flat().join(","), at: at.join(",") });
  if (image === OWN) query.set("pixels", pixels);
  return START + query;
}

/** The state that an address ends in, or null if it ends in something else, or in nonsense. */
function fromFragment(fragment) {
  if (!fragment.startsWith(START)) return null;
  const query = new URLSearchParams(fragment.slice(START.length));
  const [image, kernel, at, pixels] = ["image", "kernel", "at", "pixels"].map(
    (key) => query.get(key) ?? "",
  );
  const named = KERNELS.some(({ name }) => name === kernel);
  const texts = kernel.split(",");
  const place = at.split(",").map(Number);
  const right =
    (image === OWN ? pixelsOfText(pixels) : PICTURES.some(({ name }) => name === image)) &&
    (named || (texts.length === 9 && texts.every((text) => !isNaN(parseNumber(text))))) &&
    place.length === 2 &&
    place.every((n) => Number.isInteger(n) && n >= 0 && n < PLACES);
  return right ? { image, pixels, kernel: named ? kernel : texts, at: place } : null;
}

return { SIDE, PLACES, OWN, parseNumber, kernelTexts, rowsOf, textOfPixels, pixelsOfText, pixelsOf, toFragment, fromFragment };
})();
const module_live_state = (() => {
// What a live network shows, as text and numbers: names, pixels, and the link that brings all of it back.
const { largest, run, softmax, withWeights } = module_network;
const { OWN, SIDE, pixelsOfText } = module_painter_state;

const WORDS = {
  Conv2D: "convolution", ReLU: "ReLU", MaxPool2D: "max pooling", GlobalAveragePool: "mean of each map",
  Dense: "dense",
};

/** A layer's name in the list, such as "conv2d_1: convolution". */
const layerName = ({ name, kind }) => `${name}: ${WORDS[kind]}`;

/** A share in words: 0.982 is "98.2 %". */
const percent = (share) => `${(100 * share).toFixed(1)} %`;

/** The number of the first largest. */
const topOf = (numbers) => numbers.indexOf(Math.max(...numbers));

/** The classes with their shares, most likely first; of equal shares, the first. */
function ranked(classes, shares) {
  const rows = shares.map((share, k) => ({ name: classes[k], share }));
  return rows.sort((a, b) => b.share - a.share);
}

/** What there is to say of a layer's maps, and of the chosen one. */
function mapsInWords(output, chosen) {
  const [h, w, c] = output.shape;
  const tops = largest(output);
  const best = topOf(tops);
  const own = output.values.filter((_, n) => n % c === chosen);
  const zeros = own.filter((value) => value === 0).length;
  const size = h * w === 1 ? "one number each" : `${h} by ${w} numbers each`;
  return {
    all: `${c} maps, ${size}. Map ${best + 1} answers most: its largest number is ${written(tops[best])}.`,
    one: `Map ${chosen + 1} of ${c}: largest number ${written(tops[chosen])}, zeros ${zeros} of ${h * w}.`,
  };
}

const written = (n) => n.toFixed(2).replace("-", "−");

/**
 * All that a widget knows of its network, its images, and the sheet that is drawn on (sheets.js).
 * `numbers` are the weights of all `layers`, and `start` is what its links begin with.
 */
function subjectOf({ start, classes, layers, images, numbers, sheet, ...words }) {
  const network = withWeights(layers, numbers);
  const choices = images.map((image) => ({ ...image, name: `${classes[image.label]}, test image ${image.index}` }));
  const chosen = (image) => choices.find(({ name }) => name === image);
  const empty = () => new Array(sheet.side ** 2).fill(0);
  /** The points 0..255 of a state's image on the sheet; black if it has none. */
  const pointsOf = ({ image, pixels }) =>
    chosen(image) ? sheet.enlarged(pixelsOfText(chosen(image).pixels)) : ((pixels && sheet.read(pixels)) || empty());
  return {
    ...words, classes, choices, sheet, layers, pointsOf,
    // What only writes the same numbers in one row shows nothing new.
    shown: layers.filter(({ kind }) => kind in WORDS),
    /** The 28 by 28 pixels that the network sees, and how they came about. */
    seen: (state) =>
      chosen(state.image)
        ? { pixels: pixelsOfText(chosen(state.image).pixels), words: sheet.asItIs }
        : sheet.seen(pointsOf(state), state.prepared),
    /** All that the network computes of an image: what comes out of each layer, and a share for each class. */
    answer(pixels) {
      const outputs = run(network, pixels, SIDE);
      return { outputs, shares: softmax(outputs.at(-1).values) };
    },
    ...links({ start, layers, sheet, chosen }),
  };
}

/** The end of an address that brings back a state, and the way back. */
function links({ start, layers, sheet, chosen }) {
  return {
    toFragment({ image, pixels, layer, map, prepared }) {
      const query = new URLSearchParams({ image, layer, map: String(map) });
      if (sheet.prepares && !prepared) query.set("prepared", "no");
      if (image === OWN) query.set("pixels", pixels);
      return start + query;
    },
    /** The state, or null if the address ends in something else, or in nonsense. */
    fromFragment(fragment) {
      if (!fragment.startsWith(start)) return null;
      const query = new URLSearchParams(fragment.slice(start.length));
      const [image, layer, map, pixels] = ["image", "layer", "map", "pixels"].map((key) => query.get(key) ?? "");
      const right =
        (image === OWN ? sheet.read(pixels) : chosen(image)) &&
        layers.some(({ name }) => name === layer) &&
        /^\d{1,3}$/.test(map);
      return right ? { image, pixels, layer, map: Number(map), prepared: query.get("prepared") !== "no" } : null;
    },
  };
}

return { layerName, percent, topOf, ranked, mapsInWords, subjectOf };
})();
const module_drawing = (() => {
// Grids of numbers as pictures on a canvas, in the colours of cnn_course.visualize.

const CELL = 10; // the canvas' own pixels for one number
const [BLUE, WHITE, ORANGE] = [[29, 78, 216], [255, 255, 255], [234, 88, 12]];

/** The colour of a signed number: blue at -top, white at 0, orange at top. */
function signedColour(value, top) {
  const share = top > 1e-9 ? Math.min(1, Math.abs(value) / top) : 0;
  const end = value < 0 ? BLUE : ORANGE;
  return WHITE.map((from, k) => Math.round(from + share * (end[k] - from)));
}

/** From black at 0 to white at 255. */
function greyColour(value) {
  return [value, value, value];
}

/** Fill the canvas with a grid, one square a number. */
function drawGrid(canvas, grid, colour) {
  canvas.height = grid.length * CELL;
  canvas.width = grid[0].length * CELL;
  const context = canvas.getContext("2d");
  grid.forEach((row, i) =>
    row.forEach((value, j) => {
      context.fillStyle = `rgb(${colour(value).join(" ")})`;
      context.fillRect(j * CELL, i * CELL, CELL, CELL);
    }),
  );
}

/** The same for many greys 0..255, `side` in a row. */
function drawGreys(canvas, values, side) {
  const sheet = document.createElement("canvas"); // a pixel a number
  sheet.width = sheet.height = side;
  const small = sheet.getContext("2d");
  const picture = small.createImageData(side, side);
  values.forEach((value, n) => picture.data.set([value, value, value, 255], 4 * n));
  small.putImageData(picture, 0, 0);
  canvas.width = canvas.height = side * CELL;
  const context = canvas.getContext("2d");
  context.imageSmoothingEnabled = false;
  context.drawImage(sheet, 0, 0, canvas.width, canvas.height);
}

/** Frame `size` by `size` squares; two lines, so that it is seen on every ground. */
function drawFrame(canvas, [row, column], size, colour) {
  const context = canvas.getContext("2d");
  for (const [style, lineWidth] of [["#fff", 6], [colour, 3]]) {
    Object.assign(context, { strokeStyle: style, lineWidth });
    context.strokeRect(column * CELL, row * CELL, size * CELL, size * CELL);
  }
}

/** The row and column that an event of the pointer is at, on a canvas of so many squares a side. */
function placeOf(event, canvas, squares) {
  const box = canvas.getBoundingClientRect();
  const place = (from, start, length) =>
    Math.max(0, Math.min(squares - 1, Math.floor(((from - start) / length) * squares)));
  return [place(event.clientY, box.top, box.height), place(event.clientX, box.left, box.width)];
}

/** The places on the straight line between two places, both included. */
function line([row, column], [toRow, toColumn]) {
  const steps = Math.max(Math.abs(toRow - row), Math.abs(toColumn - column), 1);
  return Array.from({ length: steps + 1 }, (_, k) => [
    Math.round(row + ((toRow - row) * k) / steps),
    Math.round(column + ((toColumn - column) * k) / steps),
  ]);
}

/** The middle square of an image file, as side by side grey pixels 0..255. */
async function readImage(file, side) {
  const whole = await createImageBitmap(file);
  const cut = Math.min(whole.width, whole.height);
  const [left, top] = [(whole.width - cut) / 2, (whole.height - cut) / 2];
  const small = { resizeWidth: side, resizeHeight: side, resizeQuality: "high" };
  const bitmap = await createImageBitmap(whole, left, top, cut, cut, small);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const context = canvas.getContext("2d");
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, side, side);
  // The weights of red, green and blue in ITU-R BT.601, section 2.5.1.
  return Array.from({ length: side * side }, (_, k) =>
    Math.round(0.299 * data[4 * k] + 0.587 * data[4 * k + 1] + 0.114 * data[4 * k + 2]),
  );
}

return { signedColour, greyColour, drawGrid, drawGreys, drawFrame, placeOf, line, readImage };
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
const module_maps = (() => {
// Many small maps side by side on one canvas.

const TILE = 112; // the canvas' own pixels for a map: four for each of 28 numbers
const GAP = 8;
const STEP = TILE + GAP;
const columnsOf = (count) => (count > 64 ? 12 : Math.min(8, count)); // 84 numbers are 7 rows of 12

/** Fill the canvas with the maps of a grid {shape: [h, w, c], values}, and frame the chosen one. */
function drawMaps(canvas, { shape: [h, w, c], values }, colour, chosen) {
  const columns = columnsOf(c);
  Object.assign(canvas.dataset, { maps: c, columns });
  canvas.width = columns * STEP;
  canvas.height = Math.ceil(c / columns) * STEP;
  const sheet = document.createElement("canvas"); // one pixel a number, the maps below each other
  sheet.width = w;
  sheet.height = c * h;
  const small = sheet.getContext("2d");
  const picture = small.createImageData(w, c * h);
  values.forEach((value, n) => {
    const at = (n % c) * h * w + Math.floor(n / c);
    picture.data.set(colour(value), 4 * at);
    picture.data[4 * at + 3] = 255;
  });
  small.putImageData(picture, 0, 0);
  const context = canvas.getContext("2d");
  context.imageSmoothingEnabled = false;
  context.fillStyle = "#767676"; // between black and white maps
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (let k = 0; k < c; k += 1) {
    const [x, y] = [(k % columns) * STEP + GAP / 2, Math.floor(k / columns) * STEP + GAP / 2];
    context.drawImage(sheet, 0, k * h, w, h, x, y, TILE, TILE);
    if (k === chosen) frame(context, x, y);
  }
}

/** Two lines, so that it is seen on every ground. */
function frame(context, x, y) {
  for (const [strokeStyle, lineWidth] of [["#fff", 12], ["#c2410c", 6]]) {
    Object.assign(context, { strokeStyle, lineWidth });
    context.strokeRect(x, y, TILE, TILE);
  }
}

/** The number of the map that an event of the pointer is at, or null. */
function mapAt(event, canvas, count) {
  const box = canvas.getBoundingClientRect();
  const columns = columnsOf(count);
  const rows = Math.ceil(count / columns);
  const column = Math.floor(((event.clientX - box.left) / box.width) * columns);
  const row = Math.floor(((event.clientY - box.top) / box.height) * rows);
  const k = row * columns + column;
  return column >= 0 && column < columns && k >= 0 && k < count ? k : null;
}

return { drawMaps, mapAt };
})();
const module_live_input = (() => {
// How a live network is used: drawing on its image, choosing among its maps, and its controls.
const { line, placeOf } = module_drawing;
const { forgetLink } = module_links;
const { mapAt } = module_maps;
const { OWN } = module_painter_state;

const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

const clamp = (n, count) => Math.max(0, Math.min(count - 1, n));

/** Draw with a pointer or with keys on the image. */
function connectImage(parts, tools) {
  const canvas = parts.image;
  const { sheet, pointsOf } = tools.subject;
  const colour = () => parts.pen.querySelector(":checked").value;
  const paint = (places) => {
    if (colour() === "off") return;
    const points = sheet.drawn(pointsOf(tools.state()), places, colour());
    tools.change({ image: OWN, pixels: sheet.text(points) });
  };
  const choosePen = () => (canvas.dataset.pen = colour());
  parts.pen.addEventListener("change", choosePen);
  choosePen();
  connectPointer(canvas, sheet, colour, paint);
  connectKeys(canvas, tools, colour, paint);
}

/** A stroke from place to place, while a button or a finger is down. */
function connectPointer(canvas, { side }, colour, paint) {
  let last = null;
  const follow = (event) => {
    if (!last) return;
    const place = placeOf(event, canvas, side);
    paint(line(last, place));
    last = place;
  };
  canvas.addEventListener("pointerdown", (event) => {
    if (colour() === "off") return;
    canvas.setPointerCapture(event.pointerId);
    last = placeOf(event, canvas, side);
    follow(event);
  });
  canvas.addEventListener("pointermove", follow);
  for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => (last = null));
}

/** The pen by keyboard, with a frame that shows where it is. */
function connectKeys(canvas, { subject, state, pen, redraw, say }, colour, paint) {
  const { sheet, pointsOf } = subject;
  canvas.addEventListener("keydown", (event) => {
    const step = ARROWS[event.key];
    if (!step && event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    if (!step) return colour() === "off" ? say("The pen is off.") : paint([pen.at]);
    pen.at = pen.at.map((n, k) => clamp(n + sheet.step * step[k], sheet.side));
    say(sheet.point(pen.at, pointsOf(state())[pen.at[0] * sheet.side + pen.at[1]]));
    redraw();
  });
  for (const [event, shown] of [["focus", true], ["blur", false]]) {
    canvas.addEventListener(event, () => {
      pen.shown = shown && canvas.matches(":focus-visible");
      redraw();
    });
  }
}

/** Choose a map with a pointer or with keys. */
function connectMaps(parts, { state, change, say }) {
  const canvas = parts.maps;
  const count = () => Number(canvas.dataset.maps);
  canvas.addEventListener("click", (event) => {
    const k = mapAt(event, canvas, count());
    if (k !== null) change({ map: k });
  });
  canvas.addEventListener("keydown", (event) => {
    const across = Number(canvas.dataset.columns);
    const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -across, ArrowDown: across, Home: -count(), End: count() };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    change({ map: clamp(clamp(state().map, count()) + step, count()) });
    say(parts.chosen.textContent);
  });
}

/** Choose an image, how it is prepared, and a layer. */
function connectControls(parts, { subject, state, change, say, start }) {
  const { sheet, pointsOf } = subject;
  const own = (points) => change({ image: OWN, pixels: sheet.text(points) });
  parts.choice.addEventListener("change", () =>
    parts.choice.value === OWN && !state().pixels ? own(pointsOf(state())) : change({ image: parts.choice.value }),
  );
  parts.clear.addEventListener("click", () => own(new Array(sheet.side ** 2).fill(0)));
  parts.invert.addEventListener("click", () => own([...pointsOf(state())].map((point) => 255 - point)));
  parts.prepared.addEventListener("change", () => change({ prepared: parts.prepared.checked }));
  parts.layer.addEventListener("change", () => {
    change({ layer: parts.layer.value });
    say(parts.all.textContent);
  });
  parts.reset.addEventListener("click", () => {
    forgetLink(subject.fromFragment);
    change(start);
  });
}

return { connectImage, connectMaps, connectControls };
})();
const module_live_view = (() => {
// What a live network looks like: the image, the answer, the maps; of which network, says its subject (live_state.js).
const { drawFrame, drawGreys, drawGrid, greyColour, signedColour } = module_drawing;
const { button, labelled, make, radios } = module_elements;
const { followLinks } = module_links;
const { connectControls, connectImage, connectMaps } = module_live_input;
const { layerName, mapsInWords, percent, ranked, topOf } = module_live_state;
const { drawMaps } = module_maps;
const { largest, mapOf } = module_network;
const { OWN, SIDE } = module_painter_state;

const KEYS = ["image", "pixels", "layer", "map", "prepared"];
const PAUSE = 600; // ms without a stroke before the answer is said
let made = 0; // widgets on this page: ids and names of groups differ

/** All elements that anything is asked of later. */
function build({ sheet, classes, choices, shown }) {
  const id = `live-network-${(made += 1)}`;
  const surface = (label, help) =>
    make("canvas", {
      tabindex: 0, role: "application", "aria-label": label, "aria-describedby": `${id}-${help}`,
    });
  const picture = (named) => make("canvas", { role: "img", "aria-labelledby": named });
  const group = (label, k) =>
    make("optgroup", { label }, ...choices.filter((c) => c.label === k).map((c) => make("option", { value: c.name }, c.name)));
  return {
    id,
    image: surface(sheet.surface, "draw"),
    maps: surface("Maps of the layer", "step"),
    seen: picture(`${id}-seen ${id}-how`),
    one: picture(`${id}-one`),
    choice: make("select", {}, ...classes.map(group), make("option", { value: OWN }, "your own")),
    pen: radios(sheet.legend, `${id}-pen`, sheet.pens),
    prepared: make("input", { type: "checkbox" }),
    how: make("p", { class: "how", id: `${id}-how` }),
    best: make("p", { class: "read" }),
    clear: button("Clear"),
    invert: button("Invert"),
    rows: classes.map((name) => ({
      row: make("li"), bar: make("span", { class: "bar" }), name, share: make("span", { class: "share" }),
    })),
    layer: make("select", {}, ...shown.map((l) => make("option", { value: l.name }, layerName(l)))),
    all: make("p", { class: "all" }),
    chosen: make("p", { class: "chosen", id: `${id}-one` }),
    scale: make("p", { class: "scale" }),
    said: make("p", { class: "said", role: "status", "aria-live": "polite" }),
    reset: button("Reset"),
    link: make("a", {}, "Link to this state"),
  };
}

/** Put the elements in their places. */
function arrange(parts, { title, label, sheet }) {
  const { id } = parts;
  return make(
    "div", { class: "live-network", role: "group", "aria-label": title },
    make(
      "div", { class: "columns" },
      make(
        "div", { class: "picture" }, labelled(label, parts.choice), parts.image,
        ...(sheet.prepares ? [parts.best] : []), parts.pen,
        make("p", { class: "help", id: `${id}-draw` }, sheet.help),
        make("p", { class: "buttons" }, parts.clear, ...(sheet.inverts ? [parts.invert] : [])),
      ),
      make("div", { class: "answer" }, ...(sheet.prepares ? whatIsSeen(parts) : []), ...answerRows(parts)),
    ),
    make(
      "div", { class: "layers" }, labelled("Layer", parts.layer), parts.all, parts.maps, parts.scale,
      make("p", { class: "help", id: `${id}-step` }, "Choose a map by a click, or with the arrow keys; it is shown larger."),
      make("div", { class: "larger" }, parts.one, parts.chosen),
    ),
    parts.said,
    make("p", { class: "last" }, parts.reset, parts.link),
  );
}

/** The image that the network sees, where it is not what is drawn on. */
function whatIsSeen({ id, seen, how, prepared }) {
  return [
    make("span", { class: "title", id: `${id}-seen` }, "What the network sees"),
    make("div", { class: "seen" }, seen, how),
    make("label", { class: "check" }, prepared, "Prepare the drawing as MNIST was"),
  ];
}

function answerRows({ id, rows }) {
  for (const { row, bar, name, share } of rows) {
    row.append(make("span", { class: "name" }, name), " ", share, make("span", { class: "track", "aria-hidden": "true" }, bar));
  }
  const heading = make("span", { class: "title", id: `${id}-answer` }, "Answer");
  const short = rows.every(({ name }) => name.length === 1); // name, bar and share have room in one line
  return [heading, make("ul", { class: short && "short", "aria-labelledby": `${id}-answer` }, ...rows.map(({ row }) => row))];
}

/** The answer: ten rows, whose bars are as long as the shares; and the first of them, beside the drawing. */
function showAnswer(parts, classes, shares) {
  const best = topOf(shares);
  parts.best.replaceChildren("Read as ", make("strong", {}, classes[best]), `, ${percent(shares[best])}`);
  parts.rows.forEach(({ row, bar, share }, k) => {
    share.textContent = percent(shares[k]);
    bar.style.inlineSize = percent(shares[k]).replace(" ", "");
    row.classList.toggle("best", k === best);
  });
}

/** The maps of the chosen layer, and one of them larger; signed where numbers can be negative. */
function showMaps(parts, { layers, classes }, state, outputs) {
  const place = layers.findIndex(({ name }) => name === state.layer);
  const output = outputs[place];
  const chosen = Math.min(state.map, output.shape[2] - 1);
  const signed = ["Conv2D", "Dense"].includes(layers[place].kind);
  const top = signed ? output.values.reduce((a, b) => Math.max(a, Math.abs(b)), 0) : Math.max(...largest(output));
  const colour = signed
    ? (value) => signedColour(value, top)
    : (value) => greyColour(top > 0 ? Math.round((255 * value) / top) : 0);
  drawMaps(parts.maps, output, colour, chosen);
  drawGrid(parts.one, mapOf(output, chosen), colour);
  const words = mapsInWords(output, chosen);
  const least = signed ? "Orange is positive, blue is negative, white is zero" : "Black is zero";
  parts.scale.textContent = `${least}; the full ${signed ? "colours are ±" : "white is "}${top.toFixed(2)}.`;
  parts.all.textContent = words.all;
  parts.chosen.textContent = place === layers.length - 1 ? `${words.one} It is the score of ${classes[chosen]}.` : words.one;
}

/** Draw everything from the state. */
function show(parts, subject, state, pen) {
  const { sheet } = subject;
  const { pixels, words } = subject.seen(state);
  const { outputs, shares } = subject.answer(pixels);
  drawGreys(parts.image, subject.pointsOf(state), sheet.side);
  if (pen.shown) drawFrame(parts.image, pen.at.map((n) => n - sheet.reach), 2 * sheet.reach + 1, "#1d4ed8");
  if (sheet.prepares) drawGreys(parts.seen, pixels, SIDE);
  parts.how.textContent = words ?? "";
  parts.prepared.checked = state.prepared;
  showAnswer(parts, subject.classes, shares);
  showMaps(parts, subject, state, outputs);
  parts.choice.value = state.image;
  parts.layer.value = state.layer;
  parts.link.setAttribute("href", subject.toFragment(state));
}

/** The widget of a subject. */
function renderer(subject) {
  const defaults = { image: subject.choices[0].name, pixels: "", layer: "relu_1", map: 0, prepared: true };
  return function render({ model, el }) {
    const parts = build(subject);
    const frame = arrange(parts, subject);
    const middle = subject.sheet.side / 2;
    const pen = { at: [middle, middle], shown: false };
    const state = () => Object.fromEntries(KEYS.map((key) => [key, model.get(key) ?? defaults[key]]));
    let waiting = 0;
    const say = (words) => {
      clearTimeout(waiting);
      parts.said.textContent = words;
    };
    const redraw = () => show(parts, subject, state(), pen);
    const sayAnswer = () => {
      const { shares } = subject.answer(subject.seen(state()).pixels);
      const [first, second] = ranked(subject.classes, shares);
      say(`${first.name} ${percent(first.share)}, then ${second.name} ${percent(second.share)}.`);
    };
    const seenKeys = () => JSON.stringify([state().image, state().pixels, state().prepared]);
    const change = (news) => {
      const before = seenKeys();
      for (const [key, value] of Object.entries(news)) model.set(key, value);
      model.save_changes();
      if (seenKeys() === before) return;
      clearTimeout(waiting);
      waiting = setTimeout(sayAnswer, PAUSE);
    };
    const tools = { subject, state, change, redraw, pen, say, start: state() };
    connectImage(parts, tools);
    connectMaps(parts, tools);
    connectControls(parts, tools);
    for (const key of KEYS) model.on(`change:${key}`, redraw);
    const stop = followLinks(frame, subject.fromFragment, change);
    redraw();
    el.append(frame);
    return () => {
      clearTimeout(waiting);
      stop();
    };
  };
}

return { renderer };
})();
const module_network_data = (() => {
// Written by book/extensions/network_data.py from cnn_course.
const CLASSES = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];
const LAYERS = [
  {"kind": "Conv2D", "name": "conv2d_1", "padding": 2, "w": [5, 5, 1, 16], "b": [16]},
  {"kind": "ReLU", "name": "relu_1"},
  {"kind": "MaxPool2D", "name": "maxpool2d_1", "size": 2, "padding": 0},
  {"kind": "Conv2D", "name": "conv2d_2", "padding": 1, "w": [3, 3, 16, 32], "b": [32]},
  {"kind": "ReLU", "name": "relu_2"},
  {"kind": "MaxPool2D", "name": "maxpool2d_2", "size": 2, "padding": 0},
  {"kind": "Conv2D", "name": "conv2d_3", "padding": 1, "w": [3, 3, 32, 32], "b": [32]},
  {"kind": "ReLU", "name": "relu_3"},
  {"kind": "GlobalAveragePool", "name": "globalaveragepool_1"},
  {"kind": "Dense", "name": "dense_1", "w": [32, 10], "b": [10]},
];
const IMAGES = [
  {"label": 0, "index": 19, "pixels": "AAAAAAAAAAAANMBzGwEBH4-zIAAAAAAAAAAAAAAAAAAAAAVxudi-5e3c2fLJv96nVwAAAAAAAAAAAAAAADKvwr26ubvHvLjBuby3u8HSDwAAAAAAAAAAAADHwrW8vr28wMfFw8C_vLixvbIAAAAAAAAAAAAwwr29wb29vLy_v77Bvry6wri9KgAAAAAAAAAAwuTEvr2_sbG1u7q4tLW8wLy7v34AAAAAAAAAANvuzb6-s8Dc0eDn3OPOuL28xLq-AAAAAAAAAELr4cq8vt3WvaGpv7DPwu-_ucS4si8AAAAAAACD89nGu-Wzq6Whra-er3ez77XAvsRzAAAAAAAAAGvh_7zTrnvf3eTw2dOW3Na519FHAAAAAAAAAAAAAGPbuuLr4sa-usTT4Oa40XMAAAAAAAAAAAABAgAA28fBzLi-wMO81Ofj2cMAAAMAAAAAAAAAAAIAAN7GxMPFwsHGt-T049jDAAAAAAAAAAAAAAABAADZxcTHxcPFw8LJ6OPRtwAAAQAAAAAAAAAAAgAA2cXFx8bGx8TKv8HDxbgAAAAAAAAAAAAAAAIAANfGxsfHycnGycXBuca3AAABAAAAAAAAAAACAADUx8bGycrKxcfGxr7HtwAAAQAAAAAAAAAAAgAA1snHx8nKysfJxsW_xrkAAAEAAAAAAAAAAAIAANjLx8nKzMrHycbFwcS_AAABAAAAAAAAAAACAADZysXLysrMy8rJxsPDyQAAAQAAAAAAAAAAAwAA2cfFzcvLzMrKysfDw8wAAAEAAAAAAAAAAAIAAN3GxszKysvJx8nHw8TGAAABAAAAAAAAAAACAADgxsnJx8fKycfHx8PEwgAAAQAAAAAAAAAAAgALv8LLycfFxsfGxsbHxsMAAAEAAAAAAAAAAAIAC8HEycTExMTFxsbFxsbMAAABAAAAAAAAAAACAAq_xMHBwsXDw8XFxMLFxwAAAQAAAAAAAAAAAwALxszNycXGwb_DxsrLzt4AAAEAAAAAAAAAAAIAAK-0qMHKysLDys7Du62UAAABAAAAAA"},
  {"label": 0, "index": 27, "pixels": "AAAAAAAAAAAASo9SCQALJWOqVwAAAAAAAAAAAAAAAAAAAAAC__P39v__9__y7fD_AAAAAAAAAAAAAAAAAAAAAOHo5-bp1mTK6t3i1AAAAAAAAAAAAAAAAAAAAADX7enq7ObO4ezi5csAAAAAAAAAAAAAAAAAAAAA_-7r6-nt8uvl5uPyAAAAAAAAAAAAAAAAAAAAAP_v6-vq6efn6ebg-wAAAAAAAAAAAAAAAAAAAAD_7Ozq6uvs6-nm4P8AAAAAAAAAAAAAAAAAAAAd_-zr6Ojp6urp5eD_GAAAAAAAAAAAAAAAAAAAOPjs6Ofn5ujr5-Lc_ywAAAAAAAAAAAAAAAAAAFH37uzo5-fo6ejk3P9DAAAAAAAAAAAAAAAAAABG9Ozv6eno6Ofn5t3_SwAAAAAAAAAAAAAAAAAAGP_q8evr6ejm5eTb_zcAAAAAAAAAAAAAAAAAAAD_7-7r7Ono5eXl3f8CAAAAAAAAAAAAAAAAAAAA__Lt6u3o6Obl5uH-AAAAAAAAAAAAAAAAAAAAAP_x7Ors6Ofl5Ojj-gAAAAAAAAAAAAAAAAAAAAz_8ezs7enn5-Xp5_8CAAAAAAAAAAAAAAAAAAAd__Dt7e7p5-nm6ef_FAAAAAAAAAAAAAAAAAAAK__x7u7v6efo5enl_yAAAAAAAAAAAAAAAAAAAD3_8O7u8Orm6Obq4_8-AAAAAAAAAAAAAAAAAABL__Dt7_Hr5enn6-P_VwAAAAAAAAAAAAAAAAAAV__x7vDy6-br5-rk_2gAAAAAAAAAAAAAAAAAAGX_8e7x8uvm7ero5v91AAAAAAAAAAAAAAAAAABw_-zu8vLr5-3v6Of_gAAAAAAAAAAAAAAAAAAAeP_s8PTx6-js8ejl_5IAAAAAAAAAAAAAAAAAAIz_8PX18e3q7vTp5-2nAAAAAAAAAAAAAAAAAAC3--_v6evn4enr6OTszQAAAAAAAAAAAAAAAAAApP_7__________v2_2sAAAAAAAAAAAAAAAAAAABBZIGKmaSioJyDaQ8AAAAAAAAAAA"},
  {"label": 0, "index": 170, "pixels": "AAAAAAABAQIAAAAAHzhzSgAAAAAAAAEAAAAAAAAAAAAAAAECAQA6_8nWyOsnAAAAAwABAAAAAAAAAAAAAAEBAAAZgfbWpMHaz1UIAAAAAQAAAAAAAAAAAAEBADhzlmjT4M_Su4Chm4AhAAAAAAAAAAAAAAAAAE-YfYuIjsGvj7ePgKuZv00AAAAAAAAAAAAAAA-Sg4WEjm-wjoW7fZm1lM2_AAAAAAAAAAAAAAAxm3p7hX9yo32MtnmmjcvI4DsAAAAAAAAAAAAAY4xweYaBfZ1-kqOKstntsNi9AAAAAAAAAAAAAIyBa3uFgYeYfZOZuN7_1KK9ySAAAAAAAAAAAEaShGOBiIV_hIGVwu3b7tKmssaTAAAAAAAAAABFmbZmg5iEenqKruTh2u_zwtF4AAAAAAAAAAAAAAGIj52ihoGPo8rr0u_CV4QHAAAAAAAAAAAAAAAAAGmpkYuLlajS3cz3mwAAAAAAAAAAAAAAAAAAAABhooGMjZig0t7U-nQAAgEAAAAAAAAAAAAAAAEATp19kZKbp7zp1t9XAAMAAAAAAAAAAAAAAAAEADuYfpOTnKe80trgVgADAAAAAAAAAAAAAAAABAAokn6Tk6CntNPU4mMAAgAAAAAAAAAAAAAAAAQAHI6Akpahp63F092BAAEAAAAAAAAAAAAAAAAEAB2PgY2VoKSptdDdoQAAAAAAAAAAAAAAAAABAwBHj36Kk52kp63C09AAAAEAAAAAAAAAAAAAAAAAdIh7jpWdoqKfqcvSIAABAAAAAAAAAAAAAAIAAIqFi5aaoaahn7jT3XEAAQAAAAAAAAAAAAABAACOjZaaoKKmo6PI2t6yAAAAAAAAAAAAAAAAAgACk5GUnKKjpqaoxtvb3wAAAQAAAAAAAAAAAAMAAWyLlZyioqGnrcPY2cYAAAMAAAAAAAAAAAACAAuqmZaIhYiOlZav0tjiIQADAAAAAAAAAAAAAAIAV8v39_Lr5-Ti8ufuvgAAAQAAAAAAAAAAAAEBAAAABT1jjKGuspt0HwAAAAAAAAAAAA"},
  {"label": 1, "index": 2, "pixels": "AAAAAAAAAAABAEOxgZl1gZKNrwAAAAAAAAAAAAAAAAAAAAAAAgDE____8fv_9f9MAAAAAAAAAAAAAAAAAAAAAAAA8-3Z5Ofe2tv_dAAAAAAAAAAAAAAAAAAAAAAAAP_r5-ni4eXe_5EAAAAAAAAAAAAAAAAAAAAAABf_5uXp5eHj3fGnAAAAAAAAAAAAAAAAAAAAAABD_-Hq5-Lj5ODquwAAAAAAAAAAAAAAAAAAAAAAcvnZ6-714-Ph8bAAAAAAAAAAAAAAAAAAAAAAAKf34-f6yPjn4PuTAAAAAAAAAAAAAAAAAAAAAADQ8uHz4QD_6eL_gQAAAAAAAAAAAAAAAAAAAAAA3-7f_6EA_-zf_4cAAAAAAAAAAAAAAAAAAAAAAPXr3v9IAPj-2f-RAAAAAAAAAAAAAAAAAAAAAAD_6eL_BwC_-Nz_fgAAAAAAAAAAAAAAAAAAAAAA_-nn-wAAn_vd_28AAAAAAAAAAAAAAAAAAAAAAP_o7NgAAIP93P9vAAAAAAAAAAAAAAAAAAAAAAD_5POsAAA5-d7_bwAAAAAAAAAAAAAAAAAAAAAA_-b0iwAACv_j_2QAAAAAAAAAAAAAAAAAAAAAAOPt8nEAAAb_5v9ZAAAAAAAAAAAAAAAAAAAAAADM7_WXAAAA_-P_YwAAAAAAAAAAAAAAAAAAAAAAl_XuxgAAAP_q_1wAAAAAAAAAAAAAAAAAAAAAAFn46fgAAAD87f9aAAAAAAAAAAAAAAAAAAAAAAAf8OXiAAAA7-7_XAAAAAAAAAAAAAAAAAAAAAAAAOLp7SIAAOru_18AAAAAAAAAAAAAAAAAAAAAAADp7PREAADR8e1iAAAAAAAAAAAAAAAAAAAAAAEAmPL1gAAAxvHuUQAAAAAAAAAAAAAAAAAAAAACAEn28dMAAMrw7UoAAAAAAAAAAAAAAAAAAAAABAAA5ezRAACe9-5jAAAAAAAAAAAAAAAAAAAAAAEAAMf_9zoAof_8dwAAAAAAAAAAAAAAAAAAAAAAAABin0cAAESwpDoAAAAAAAAAAA"},
  {"label": 1, "index": 3, "pixels": "AAAAAAAAAAAAFXtsY2NUU1ZcRgYAAAAAAAAAAAAAAAAAAAAAAGr45s3v1K7Xz4tdAAAAAAAAAAAAAAAAAAAAAAB_2NXN1tbB5cmlYwAAAAAAAAAAAAAAAAAAAAAAksPl1OTX0ebWpDYAAAAAAAAAAAAAAAAAAAAAAHPB49HZ0dTO4KUOAAAAAAAAAAAAAAAAAAAAAABylLa32uLkvs6DCgAAAAAAAAAAAAAAAAAAAAAAcHdqab3Q-6WLaBAAAAAAAAAAAAAAAAAAAAAAAEeKTkeTXfaIbFcHAAAAAAAAAAAAAAAAAAAAAABRf2ZVk2H9imRTDwAAAAAAAAAAAAAAAAAAAAAARolkb5cx_JNqVgoAAAAAAAAAAAAAAAAAAAAAAD2HWGSLAPycYU8FAAAAAAAAAAAAAAAAAAAAAAA6gldjfwD0olZLAgAAAAAAAAAAAAAAAAAAAAAAJoFZaXcA56NOMQAAAAAAAAAAAAAAAAAAAAAAAA2HWnN8AOuYQDMAAAAAAAAAAAAAAAAAAAAAAAADfU51jgDgnzkgAAAAAAAAAAAAAAAAAAAAAAAAAHJQeXkAu6g-KAAAAAAAAAAAAAAAAAAAAAAAAAB2Yn1sAJGtTDUAAAAAAAAAAAAAAAAAAAAAAAAAiVGrRABfxzEzAAAAAAAAAAAAAAAAAAAAAAAAAMis9QgAM9mcbgAAAAAAAAAAAAAAAAAAAAAAAAHL0dEAAC_o06EAAAAAAAAAAAAAAAAAAAAAAAAA0drTAAA17OKlAAAAAAAAAAAAAAAAAAAAAAAAAMvfzwAAMOnnjQAAAAAAAAAAAAAAAAAAAAAAAADC58cAACrq6YgAAAAAAAAAAAAAAAAAAAAAAAAA2urJAAAe6Ot_AAAAAAAAAAAAAAAAAAAAAAAAAMPwxQAADeXvaQAAAAAAAAAAAAAAAAAAAAAAAAB698MAAADX7UoAAAAAAAAAAAAAAAAAAAAAAAAAcv_AAAAA4PguAAAAAAAAAAAAAAAAAAAAAAAAABSuZQAAAJKSAQAAAAAAAAAAAA"},
  {"label": 1, "index": 787, "pixels": "AAAAAAAAAAAAAAAAPQAASQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAz__LU2u_YHgAAAAAAAAAAAAAAAAAAAAAAAAAAa__q-e_l7hAAAAAAAAAAAAAAAAAAAAAAAAAAACX46vDv69oAAAAAAAAAAAAAAAAAAAAAAAAAAAAE_-zw8u36AAAAAAAAAAAAAAAAAAAAAAAAAAAAAP_v6_bv9gAAAAAAAAAAAAAAAAAAAAAAAAAAAAD_9-z08OwAAAAAAAAAAAAAAAAAAAAAAAAAAAAA_Pnv8fDaAAAAAAAAAAAAAAAAAAAAAAAAAAAAAPH77fDvygAAAAAAAAAAAAAAAAAAAAAAAAAAAAD8--e58NMAAAAAAAAAAAAAAAAAAAAAAAAAAAAE__P64ej_AAAAAAAAAAAAAAAAAAAAAAAAAAAAZ__w-vjm_y0AAAAAAAAAAAAAAAAAAAAAAAAAAKz_7vfy4v92AAAAAAAAAAAAAAAAAAAAAAAAAAC___Hz-Ob-nAAAAAAAAAAAAAAAAAAAAAAAAAAA0vv18Pzn9cEAAAAAAAAAAAAAAAAAAAAAAAAAAOX39u396-7UAAAAAAAAAAAAAAAAAAAAAAAAAADs9vXt_O7t1wAAAAAAAAAAAAAAAAAAAAAAAAAA7_H28Pvw69gAAAAAAAAAAAAAAAAAAAAAAAAAAPTv9_L78uzZAAAAAAAAAAAAAAAAAAAAAAAAAAD17_jy_PXs2AAAAAAAAAAAAAAAAAAAAAAAAAAA8u_48f7269gAAAAAAAAAAAAAAAAAAAAAAAAAAPDw9_L--OvbAAAAAAAAAAAAAAAAAAAAAAAAAADu8vfy_vnp4gAAAAAAAAAAAAAAAAAAAAAAAAAA7vL38P786eEAAAAAAAAAAAAAAAAAAAAAAAAAAOvz9_D__uvgAAAAAAAAAAAAAAAAAAAAAAAAAADj7PPu8frl2AAAAAAAAAAAAAAAAAAAAAAAAAAA_____9D___UAAAAAAAAAAAAAAAAAAAAAAAAAAHi0kaYzkrSFAAAAAAAAAAAAAA"},
  {"label": 2, "index": 1, "pixels": "AAAAAAAAAAAAAA1DAAAAADImAAAAAAAAAAAAAAAAAAAAAAAIeNHi9-3____37uusSAAAAAAAAAAAAAAAAACJ7_zz6uXu9Pbw5ujv-PvCAAAAAAAAAAAAAABm_-fk4-Tp5ubl5Ojo5-Pg_LMAAAAAAAAAAAAA6fHl5___7ufj7vbk5uPq6-XxFAAAAAAAAAAAAPjx5_-VL_zk__LY7uj_5Nzq-jYAAAAAAAAAAAD_8Oj_DwD_7b8AANb_DXv_6vxyAAAAAAAAAAAG_-7v_7EA__8AgnQvQSsl_-z5ogAAAAAAAAAAIP_s9f_MAP9UACUcHwAZDf_s-ccAAAAAAAAAADX_7Pr65wL_FQDd_-w29cbz7vXfAAAAAAAAAABQ_-368P8AACedAADXXhR-_-3v-gAAAAAAAAAAZf_r_fTzhYrQ_8nW_-YHrv_w7v8AAAAAAAAAAH7_6f_46f__8Ojz8-f7___-8-7_AwAAAAAAAACT_-n5tfPj4Obq5ubr5Ovez__s_yMAAAAAAAAAo__13Vb_6enr7Orq6ujy533_7P83AAAAAAAAALX-_8hF_-To6uvq6unr8e1G_-v2OQAAAAAAAADF9_-8bv_g6erq6urq6vD9Rf_s-E0AAAAAAAAAyPb_lZH_3-vq6-vr6u3p_y__7_liAAAAAAAAAMzz_2-t_-Pr6-zr6-vv5f8T4_b5bgAAAAAAAADE8P9t1frl6-vs6-3s7eL_N8v79XgAAAAAAAAAwPP_cujw6Ovr7Ort7Ovl_4ar_PSJAAAAAAAAAL37_5ru6ezq6-zr7uzr6P-mff_zjgAAAAAAAAC3_P-r9-jq6unp6Orp6unw34D_8pcAAAAAAAAAsvP_Oe7x7u7u7ezt7fDt_rA0_--dAAAAAAAAALzw-j7a_9ze3t7f3-De2v-aIP_svAAAAAAAAACC9fIYAAAAAAAAAAAAAAAAACLy9IcAAAAAAAAATP_5FgAAAAAAAAAAAAAAAAAn-f97AAAAAAAAADHNxQsABAECAgICAgICAgMAA669QwAAAA"},
  {"label": 2, "index": 16, "pixels": "AAAAAAAAAAAAD2SEZ2txl7ywpjIAAAAAAAAAAAAAAAAAAAAAL8nlz3Sz_53DwKDAWwMAAAAAAAAAAAAAAABOjXeTtsCjd3FkmqaNh6OabgAAAAAAAAAAAABVh3drioFrdHd3em5ripp6gZBFAAAAAAAAAAAAkHpxfZCEemdeWFVbZGt9d2txigAAAAAAAAAACYp9h4R6Z1hVRUVVXmReXnR0booPAAAAAAAAADKQepOBa1hVUUtVW2FkZFV0hHGHOwAAAAAAAABRd26mjXFYWGFYVVFLSFtVZId0cUgAAAAAAAAAVXpLo6N0XktOUV5YYU5LWF6tbndbAAAAAAAAAFt3MpfMbmtYVVVeXl5YWE5uoGRubgAAAAAAAABxZEiKz2d0YVhOPktCPkhkTnpnZHoAAAAAAAAAhE5kS5eXZ2RRRUVORU5FZ0VxbmR3AAAAAAAAAIdCZCKToGdkSz5LO0JRRWFFZ3RhcQAAAAAAAACKRWQWeqBhYU5ITjI7VUJYRUt0bncSAAAAAAAAjUJrDHqqZGteVV5RS1hIWFU4gXRuIgAAAAAADI07ZAB9k2RuZ15bXlFVUVhbOIR3ZyUAAAAAAB-KO2EAk5Nha2FeWFhbWFVVWyx9d24lAAAAAAAfhz5bALCQZGthXlhYWFhVVWQcfYRhLwAAAAAAH4RIVQC5hGRrYVtYWFhYVVVnFmGNYTUAAAAAACiBRU4AvIFucWdhW1VYWF5bay9bjWE7AAAAAAAsekJRAK2Ea3R9gWtna2RkZHc-WI1hQgAAAAAANXpLTgCNd2tucXFkW1tbXlh3MjiHZEUAAAAAAEJ0UUsAhGtOWF5bUUhCPjsyWCwifWRIAAAAAABYblU7AFssAAAAHAAAAAAAAAADGYRnSwAAAAAAWGtbLAA7PgASD0USDA8WBgBRHwOHZEsAAAAAAG53bi8ABp0cAAA1DwAAAAB9zwAZnW5OAAAAAABnenEZAAAyoDs4WEU-WHeNigAAH31nVQAAAAAAS4RhAAAAAAAcJSJFSFVYLwAAAA96cVEAAA"},
  {"label": 2, "index": 49, "pixels": "AAAAAAAAAAAEBwAAAAAAAAAAAAAAAAEAAQAAAAAAAAAAAABOnKhtRQ8BAAAAI3qXZwAAAgAAAAAAAAAAAQBFt5-sr7Cwq6Wko6uwlKCDAAAAAAAAAAAAAAAAiqyal7qfnaurrJqfnIeToCAAAgAAAAAAAAAAAKmlpoSmxZm3qa2gtX6NmqNWAAEAAAAAAAAAABCrppueaKnGqqujwYSEiZaihgAAAAAAAAAAAAAksaKVmZRtwczP3pdsg4uom50AAAAAAAAAAAAAWLajt5-fmYPc9riNnJGln5OuAAAAAAAAAAAAAIGupbqcnZWZj5CNoZ-ds6yepiYAAAAAAAAAAACgo6jWlpafq5ydmpebjsC6matZAAAAAAAAAAAAwZmk26ePl5GipLGUjX7Mv5SshAAAAAAAAAAABcWVrOOikZ-mnpyonZdy48OcqZ4AAAAAAAAAACLVlq_upJejk5GQnJ2igOPQpqO9AAAAAAAAAAA505K6_6WGmquXm6yennfC3bmnwQAAAAAAAAAAUdGhzu-EpKKzsJCjo56Fp_PFpsIJAAAAAAAAAGHMouDZh6SbpJmUmaCllI_zzYvKMAAAAAAAAABvupfmpI6go7iVk6Wzj5x65tKcvzwAAAAAAAAAh62V7p2ii6CfmqWcoJKOc-jWjcZKAAAAAAAAAJm4sceRnpu0u5qeo7iSnpa80orMaQAAAAAAAACRtKi4lpuPvJyQmpOoj52QrOeTvoIAAAAAAAAAmbios6aiicKRj6metKOgk6fimb2LAAAAAAAAAJu2p7WWm6K3oqagnsCjiZqh2KC8kwAAAAAAAACDwqq5mpGuxo-kmqG3pJeflsmer48AAAAAAAAAfMGqtZqOr7uSm6SRqquOoY_Fo7aRAAAAAAAAAGa6tLuTobmXjaGek6-jmpOPua7JcQAAAAAAAAARuLm3maGmm52jmZ6tq6CTpc60qBAAAAAAAAAAAKzgfWzbzLG0xsfFtK_G0nvH19AAAAAAAAAAAABJdBsAAAYXGwkADAgAAAAAhpFeAAAAAA"},
  {"label": 3, "index": 13, "pixels": "AAAAAAAAAAAAAAMjAAAAAwAtAQAAAAAAAAAAAAAAAAAAAAAAAAAIQAAAAQAARwAAAAAAAAAAAAAAAAAAAAAAAAAAAKQwAAAAT70AAAAAAAAAAAAAAAAAAAAAAAAAAAXh2atKyNCkAAAAAAAAAAAAAAAAAAAAAAAAAAAAyczT39fFjwAAAAAAAAAAAAAAAAAAAAAAAAAAAMDbzc_IzYQAAAAAAAAAAAAAAAAAAAAAAAAAAACV49XVytVpAAEAAAAAAAAAAAAAAAAAAAAAAAEAi9_W1bPcagABAAAAAAAAAAAAAAAAAAAAAAAAAK_c19zAyokAAAAAAAAAAAAAAAAAAAAAAAAAAADw0szZwMmxAAAAAAAAAAAAAAAAAAAAAAAAAAAl28vLyr_IygAAAAAAAAAAAAAAAAAAAAAAAAAAV-HKz8rHxeQAAAAAAAAAAAAAAAAAAAAAAAAAAI3ezNDIyMXLJAAAAAAAAAAAAAAAAAAAAAAAAAC53MfTx8vG0DcAAAAAAAAAAAAAAAAAAAAAAAAA2dbL1sPMx9RcAAAAAAAAAAAAAAAAAAAAAAAAAPbQ0NbCycnSiQAAAAAAAAAAAAAAAAAAAAAAAAP_zdTWxMjOzqEAAAAAAAAAAAAAAAAAAAAAAAAi_8TZ1MXJ0Mi_AAAAAAAAAAAAAAAAAAAAAAAASv_C3dPEydHE2gAAAAAAAAAAAAAAAAAAAAAAAGX-wuLTxcrVw-YAAAAAAAAAAAAAAAAAAAAAAABy-8bk1sjJ1cHrAAAAAAAAAAAAAAAAAAAAAAAAjPXJ5tXIx9TD8gUAAAAAAAAAAAAAAAAAAAAAAJvvyufTycbSwfIXAAAAAAAAAAAAAAAAAAAAAACn6srn1MrEzMH2JwAAAAAAAAAAAAAAAAAAAAAAr9_M6tXNw8rG1S8AAAAAAAAAAAAAAAAAAAAAAOrczOHMxr3Cw91WAAAAAAAAAAAAAAAAAAAAAACC--Pw-ujs5troRQAAAAAAAAAAAAAAAAAAAAAAAFV_iGIyOzJZAAAAAAAAAAAAAA"},
  {"label": 3, "index": 29, "pixels": "AAAAAAAAAQEBBAEAM5RrpCgAAgQAAQAAAAAAAAAAAAAAAAABAgAAFN_c3erGAAAAAAEAAAAAAAAAAAAAAAAAAgBFu9bLy-7Ov86FFgACAAAAAAAAAAAAAAAABAA60MjGxruwxMfFyLoEAAAAAAAAAAAAAAAAAAAAtci_wMLLq7zDvbrIZAAAAAAAAAAAAAAAAAAAAL_JxcjDybTAv8W9xaoAAAAAAAAAAAAAAAAAABzG0MfHxMaqw77HucjHAAAAAAAAAAAAAAAAAAA-yM7PxMXFs8TCwL3NzAAAAAAAAAAAAAAAAAAAXcfN1cTExcDDvbrJ0cwNAAAAAAAAAAAAAAAAAHjFxs3Gw8K_wr-8vM_PHQAAAAAAAAAAAAAAAACGxbKsy8DEwMK-vKDV0C0AAAAAAAAAAAAAAAAAlMWspsvAw8DCvr6Z4ss7AAAAAAAAAAAAAAAAAKHFmpvMwMXCwL2-bNTHUAAAAAAAAAAAAAAAAACox3OSzsDFxL-9wFbEyFwAAAAAAAAAAAAAAAAArshwos3DxcW-vcREoM1sAAAAAAAAAAAAAAAAALXIjr3LxcTGvb7FaJPMdgAAAAAAAAAAAAAAAAC5xrfHzMXFyL3Fw6Why3kAAAAAAAAAAAAAAAAAsMfQxc_Gxcu-xca52c16AAAAAAAAAAAAAAAAALfNyMPQxcjLvsbJudDPdwAAAAAAAAAAAAAAAACZxsfA1MTJzbrFzbzD2p0AAAAAAAAAAAAAAAAAAHTSvd3CztC6xtG6zWIMAAAAAAAAAAAAAAAAAAC70Lzjv9fMvcbYutFhAAAAAAAAAAAAAAAAAAAH19K96r7ey7_A37_IxAAAAAAAAAAAAAAAAAAAR9HYu_C_6MbDv-bIxtgNAAAAAAAAAAAAAAAAAIjR3LnwvPDFxr3rz8jPSAAAAAAAAAAAAAAAAAC61NnD-Lvqvr7J7s7IzpYAAAAAAAAAAAAAAAAT2tnf1_La_87R0frf1NLAAAAAAAAAAAAAAAAAAAAVNzMGfVZ2oBUAUSYTAAAAAAAAAA"},
  {"label": 3, "index": 32, "pixels": "AAAAAAAAAAAAAACaJAAAWI0AAAAAAAAAAAAAAAAAAAAAAAAAAAAAYEkAAFMuAAAAAAAAAAAAAAAAAAAAAAAAAAAAAG46AABueQAAAAAAAAAAAAAAAAAAAAAAAAAAAACVewAA4Y4AAAAAAAAAAAAAAAAAAAAAAAAAAAAAV_8iAKm3AAAAAAAAAAAAAAAAAAAAAAAAAAAAAEmLuxYHhAAAAAAAAAAAAAAAAAAAAAAAAAAAAABXv5OOAFEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAkPHCugpoAAAAAAAAAAAAAAAAAAAAAAAAAAAAALfy3sgDnAAAAAAAAAAAAAAAAAAAAAAAAAAAAADA8dyrAOwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAovXdHiP_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAJTzeAHB7wAAAAAAAAAAAAAAAAAAAAAAAAAAAACZ7kQx2-kQAAAAAAAAAAAAAAAAAAAAAAAAAAAAqv8Bs_noJAAAAAAAAAAAAAAAAAAAAAAAAAAAAOr_AL30ww4AAAAAAAAAAAAAAAAAAAAAAAAAAADV_wDA2YMIAAAAAAAAAAAAAAAAAAAAAAAAAAAA_v8AvMGFAAAAAAAAAAAAAAAAAAAAAAAAAAAAAOP_bJvfhwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAb_YfJ3WUAAAAAAAAAAAAAAAAAAAAAAAAAAACGAEjkzsmLAAAAAAAAAAAAAAAAAAAAAAAAAAAAYIQK89jQow8AAAAAAAAAAAAAAAAAAAAAAAAAAIvHMfTP7r4WAAAAAAAAAAAAAAAAAAAAAAAAAACe93bQpfbYIwAAAAAAAAAAAAAAAAAAAAAAAAAAof6fu53xrygAAAAAAAAAAAAAAAAAAAAAAAAAAJv2jpaK5Y4XAAAAAAAAAAAAAAAAAAAAAAAAAADE_2aJwqceHAAAAAAAAAAAAAAAAAAAAAAAAAAANdRaiPM5PKAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAMwFzMwAAAAAAAAAAAAAAAA"},
  {"label": 4, "index": 6, "pixels": "AAAAAAAAAAABAAARACM3NC0AAAAAAAAAAAAAAAAAAAAAAAADAAH6__X-7vTvigAAAAAAAAAAAAAAAAAAAAAAAABYfKr-irv_uyAEAAEAAAAAAAAAAAAAAAAAAAAAVGIAttLz_yUAAAAAAAAAAAAAAAAAAAABAAY4SFuFKwDw2gAAJy4UGQIAAAAAAAAAAAAAAAAwbUY2LEc4QA8UHRw6OTMUAAAAAAAAAAAAAAAAQUlSMTo0IFRFGTI_LhsZHQAAAAAAAAAAAAAADE41gyU5NBRaThQ1PiQRGycAAAAAAAAAAAAAABxVHZo6LysMTEcVIhMVEyErBwAAAAAAAAAAAAArTw2JQSkqClRDDR0cEiktHRUAAAAAAAAAAAAANUkKklUrKglUPxAfGA4hHR0NAAAAAAAAAAAAAD1GAqlmHC8PUDwKHRoATRwbDgAAAAAAAAAAAABDPAO3TiwuDUs-CRgcAKEnDRUAAAAAAAAAAAAASjIE3kYlLhBLQQcaEADyLgcZAAAAAAAAAAAAAEkkC_85LDYLSj8EGgYB2kkAGwAAAAAAAAAAAAhLHRn_Qy4yBk8_CBkAG_RlAB0AAAAAAAAAAAALSw81_zonMRJMQQYbBADcigAcAwAAAAAAAAAAC0oFZ_4xMC4NSUECGQUA0bEAHgcAAAAAAAAAABBLBHn_JC80EENFAhYOAL61ABwIAAAAAAAAAAAWTgCC_hU7OhxKSAEbGACvzAAYCgAAAAAAAAAAF00Am9oUOTUYRkkCGxYAhtYAFAwAAAAAAAAAABhLALm-FUA7IUhIBBofAHraAxEQAAAAAAAAAAAYUQDCnRI5OB5HTQQXGgBv4w0NEwAAAAAAAAAAIE4A4ogzUkknS1AIHCEAZvIQDBMAAAAAAAAAACRGA-pUNEtLOUBCEyknCDTaLQYRAAAAAAAAAAAjRR3wAAAAAAAAAAAAAAAA5W8AEQAAAAAAAAAAQlQtcwAAAAAAAAAAAAAAAHdOGBoAAAAAAAAAADZHHzMAAAEAAAAAAAAAAAAkHhsbAAAAAA"},
  {"label": 4, "index": 10, "pixels": "AAAAAAAAAAAAAACRvmFtabtMAAAAAgAAAAAAAAAAAAAAAAAAAECqo9Dz8OWtopoSAAAAAAAAAAAAAAAAAAAAJ57Elb_H3_O6v6qbon4WAAAAAAAAAAAAAAMAaaGWjYLH7-XcvPSRgI6XrxcAAgAAAAAAAAAAAJaJhoKTefH_cvCtjoiEgJlxAAAAAAAAAAAAABGdgZKViY2xyMjPhpGOjISBjAMAAAAAAAAAAAAynomZln2bv6-NpaaZgoGEjZUSAAAAAAAAAAAATaahiZemtdi2ntfDm5-irZaWOgAAAAAAAAAAAGifqoyEtsbQr4iuqZObebyijmUAAAAAAAAAAABwq86zk6OxxMCSu5mOkIj1yoSJAAAAAAAAAAAAfrXbkp2Aea_EaJ2el4xnWd2NmQAAAAAAAAAAAJ2v2DevmZe81n7Mn5GRdEfUmpsAAAAAAAAAAAC3o-hAio62w8ie55KCoYRp4ZKdCgAAAAAAAAAGvKHdNpWll6e8qrWajYKQXc-mjiIAAAAAAAAAKral7B2Sqo2m0HyirZqEjGHCmaEvAAAAAAAAADqvq78FraKatc9kobObkpVMwKKWPgAAAAAAAABQs6anCraXnbK4ptCuipKMSbqhm0cAAAAAAAAAZKWrijPCnYW7xKbGo4GOhkm_mptPAAAAAAAAAG2er3ZJs5KVt8-NuKuZiZNJw52aVQAAAAAAAABto7N6dLGQpba-k7OikoWZYaGell8AAAAAAAAAa56no2mJoaPLx5W1p6GTk2OmnY1jAAAAAAAAAG2appEAIlQ_a5WEmYF8lTgAcp-NYQAAAAAAAABsmqlVAAAAAAAAAgkAAAAAAF2djmMAAAAAAAAAZZmpUAADAAEAAAAAAAAAAQBQm5BpAAAAAAAAAHmdpkwAAwAAAQAAAAAAAAMAQ6KNZAAAAAAAAAB8maIzAAMAAAAAAAEAAQAFADqnklcAAAAAAAAAeqW1NgAFAAAAAAAAAAAABQA2qoxLAAAAAAAAABlLXAMAAQAAAAAAAAAAAAMAHZGJOwAAAA"},
  {"label": 4, "index": 25, "pixels": "AAAAAAAAAAAAAFATAAAAAAAACAAAAAABAAAAAAAAAAAAAAABKy10_7N-foCz9344HwAAAAAAAAAAAAAAAAAPRDo4BV7T4rjY1nQFOEkvAAAAAAAAAAAAAAAAPSsjKzYRAS13OAgKMSgkRAwAAAAAAAAAAAEAD00tKy0xOjYdKzQ4PTEtKDYfAAAAAAAAAAAAAChGKzEzMTQ2JCM9MzEtKyoxNgAAAAAAAAAAAAA9SC8xMS80KD1bJDgvLy0tNj0BAAAAAAAAAAAHSFY7NjEqKC0oOjsmJisoLUI6GAAAAAAAAAAAE1drQTM2Mys0HTM6LzExKjZEOiEAAAAAAAAAACFddDY9Mz0xLzM7KzM2LThbTT0qAAAAAAAAAAAzUopIPTY_MSNreyM2PyFCglY9MwAAAAAAAAAAPUKoQS06Qi8tP1IoPUEfRpVmNj0AAAAAAAAAB0ImuFkdQUYtMTaAIT1CKCacgB9BAAAAAAAAAA9GGL-KDkZSKjFZmhhGQigToZEWSwEAAAAAAAATSSazoQNEYCgzRMEYUkYtB6ehDk8KAAAAAAAAHztJldEFQmQmOjOoGl5BLwWVqgpdDAAAAAAAACYmd6B-CDZkMToqVCNrMzQPbbYHbQcAAAAAAAAaKGS4Uhg2hzYmblQofjQzGDPGL2sOAAAAAAAAGj0q5nImNLFIKkJPNJNUPUIzV2RbFQAAAAAAABg6D_RgDy18STEzRj1-IzYoNEiKTSEAAAAAAAAhLw7KRBw6l1AzXTtQkyNEKyFUrDMqAAAAAAAAKjYO0Tg9O4VtNHwqYJwhV0YRdKAhLQAAAAAAACQrDKUROkZ0aUgmUGajFVtLA4eqHzMAAAAAAABCPz_NcG6VflBBZ2dunE1-aVZbnjE4AAAAAAAARkhrB1JIRDqHrHzMhUhGVlQvDpE4QQAAAAAAAEEjcAUAAAAAGkgAGBMAAAAAAACnO0YAAAAAAAAVFjMIAAAAAA8aAwAdAAAAAQABNhwPAAAAAAAAAAAAAAAAAAADAAAhKgAAAAEAAAAAAAAAAA"},
  {"label": 5, "index": 8, "pixels": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEzU_XTGWOiARAAACAAAAAQAAAAAAAQEAAAMAQq7R29Wzylil6TgAAAAGAAAAAAAAAAEDAQEAMrGKWCUVX5e7r9LlxE4AAAAAAAAAAAAAAAAAAP4SAAAAAAAAACGby9HGb1ZoaWtub3QyHEI4Ly2OGTpKUldaj6eZdVgzF2eShICChoiYPxBKYHx6Ynx8gn1yWzoZAAAAAAAADgoODg8QEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
  {"label": 5, "index": 11, "pixels": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABGgALfREGAAADAAAAAAAAAAAAAAAAAAAAAQAiskpM3DRbtmqDeRMAAQAAAAAAAAAAAAAAAAAAAAAAUphfZpmpoaEPAAEAAAAAAAAAAAAAAAAAAEJlR7KJr6SjwoapWwAEAQEAAQMAAAAECQYGAHmbk00Z5NqYhd-bgK8AAAAAAAADAQEAAAAAAGCZbnk6AACWrHCbjB40WwABAQEBAAAAAARrnIkpHnijfgAAAZChk1IAAGgAAAAAAAMAUGucqUqJACKMq2gAAACmqauyDABKHgABAQMAAICImDQDPykUvr_EAAAAq8qkfV0AGkcBBAQADjGfcrK8E00iAf_K4EIAAHvCTQC3AydPAAAAAA-AxafiDiFicAA_vuK_AA9mwmUARwNYKjmhrKmno7m80idfq7JwWMzi0snSjLG89dGfvi0LPVJja3V9hYOrrJ-YoZFaRS08t6mYmaSbkJYxAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
  {"label": 5, "index": 722, "pixels": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAK13dDUAAAAAAAAAABUAAAAAAAAAAAAAAQEAAAD5xM7qaAAAAAAAD5HnAAAAAAQHBAEAAQAAABO2xcLA2c2pjnR0o9nJxr8UAgAAAAAAAAAAPcjjw7-2rMu7wsrbzcy7rMiwXAAAPCcTB1RytMK3t8G-xNXKxdzJvq-2vsDRpwAEnt7W1cHGwbmyybeqSWA7z7u_ytjb2dTJwdsAI4Ods66jkW2LncHD0-TevuzQ28vw7ff60Nr-DhtaVUhdcYGUo669t6CGbVo-LRsVBQMHDBkaFwAAADswYmpAP0A0GiYdKDxFUlxeVWleUEFHWW05AQAAAAAAABo6Mh9PXScVDQAAAQ86QUQ7LjUrBwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
  {"label": 6, "index": 4, "pixels": "AAAAAgABAQAAAAA5Q0lMTFM-AAAAAAAAAAAAAAAAAAEBAQAADU-AyaKhrcCstbhsHgAAAAAAAAAAAAAAAQAAZouOZ3OimqWZi4GWiquhGgAAAAAAAAAAAQAAanxsZ2pdZLSck4pVnXJ8mp0AAAAAAAAAAAIAHYZlcWxhdFGSt6RvkoN6hJGpXQABAAAAAAAAAEGDaWVsZGhhSs6uc5Zsd5KYoo0AAAAAAAAAAABse3BqYmRlb0iIhHBzbY6WoKLDAAAAAAAAAAAAh3p3cFNdYWpzW21TbX2ljMGgsAYAAAAAAAAAF4eElWhOYGFnbGxzVHKVnpPRoLI0AAAAAAAAADl8g6BnYGVtbW9scmpxnKOcxKeuVQAAAAAAAABWdH6ghGZgaGtiXXt0cJWgtbqionsAAAAAAAAAcHJwp5JkZGVrYGR-Z3iNnqe7k5SqAAAAAAAAAHx2ZcVZZWRgbGdsemt_i5Z3xJGOswAAAAAAAACDc2HGL2xgYGp3Znhne4yWUc6Sh8IAAAAAAAAEiHZiwRVtYGpmgWR3ZnaNmS3YlIvNDAAAAAAAGIl1ZbsZcVxwXnhpf2FzjpYT1ZSDzCQAAAAAACiNbXWeDHxadGB1cYheb5OjH7-Shs46AAAAAAAngWaTdwB4WndldGp_ZnKStBSSn4HMRgAAAAAAOn5vomUVhFl7bGpmfm90jbIycKmKpFQAAAAAAGyGhrlUSXtXem9maoBybYauYWKgk6-HAAAAAABhjqnGJVRrYXpwbXB-ZmCDrIAz_qikbwAAAAAAAAAMLgJ3Zm17YHR6hGpqgZe4GhQIAAAAAAAAAAAAAAANiWVyZGqGh4Fob3uXwkoAAAAAAAAAAAAAAQMASYRlaGaMbGyDandxjqeHAAEAAAAAAAAAAAAAAHB2a2iLbWF7imt_eIihnwAAAQAAAAAAAAAAAwCOlHBpZVN9e49oc2R-qLIHAAIAAAAAAAAAAAIACX64yKejq5annK7FtqI9AAAAAAAAAAAAAAAAAAAAAB5IX21vb2plRwwAAAAAAAAAAA"},
  {"label": 6, "index": 7, "pixels": "AAAAAAAAAAACAwAAXpebimIAAAEAAAABAAAAAAAAAAAAAAAAAAAALv_FxL_7AwAAAQAAAAAAAAAAAAAAAAAAAAAoPyk2t8W1X0F9BgAAAAAAAAAAAAAAAAAAADODnGJPPZCmnDA2b3w9FAAAAAAAAAAAAAAAAIlGb1swUJpnanF-N0Z-gXUlAAAAAAAAAAAAAC3XACYiABBhACIrWwAKLBFBlwAAAAAAAAAAAABgH2KxnXWc6m-PpctFa457UkwAAAAAAAAAAAAAoj8yU0cbOoQtUFWCMVx3e1JoFAAAAAAAAAAAALBcKDpCCyt_CDsyez5LVBVojCcAAAAAAAAAAACgbXJdZipMnyhkUp0YMmJUopguAAAAAAAAAAAAbQ5IanxDXas4cWexNFlsdm5eHAAAAAAAAAAALcUUSm5tN06xPnZnniVVanAmPl0AAAAAAAAAADjddL4_GQIHaQU7JlUADyDPmciVAAAAAAAAAAAOVxFfkoNnZcNHaoPARGFuzk9YLgAAAAAAAAAAM31UdZWGcG3gcpqhwUl_kaQ4XVwAAAAAAAAAAFh1WctDGAgKYwk6MlMAECKxaXNuEAAAAAAAAACLeWzyP1ozP6IyYHCDFU5Ik5p_kyUAAAAAAAAAUhpGti5rOUGjNVZ1hRlTSIehUl8PAAAAAAAAAIIudptHh1NgwVF3k5wwcV5hjDZVIAAAAAAAAADNg_KrFEUTMIsmU2hsAUIxRu-0zlUAAAAAAAAAQgmPbCRKCyBzCyhCUAAlLUyLT1EVAAAAAAAAAGQ6kkVnuXyW9YShytJqmqxnoGZsJQAAAAAAAABvT6cRE0IGNY0sV29yEDZIAJJyfS4AAAAAAAAAfGvLB05RCk1kK01CZAAgTRmFkJw2AAAAAAAAAE8XkgJbVhmFcnB7WpsfPW0nR3FjEwAAAAAAAAAxWrAAinAjpnRygGOkLEeKKECIVgIAAAAAAAAABJ7lACxkILJhhH9tripNeQBWtWgBAAAAAAAAAABMhQAAAABQHWZLK1QACgAAI1Q3AAAAAA"},
  {"label": 6, "index": 40, "pixels": "AAAAAAAAAAACAAAAc8C3vIQAAAICAAAAAAAAAAAAAAABAAQAAAAAA_79-_7-GAAAAAAGAgAAAAAAAAABAgAAAABHo-vS3fLu1_rDaxgAAAAAAAAAAAAAAAAAPKjQ5OHV4dbn7u7T3uPew08AAgAAAAAAAAYASefd0s3M09DXw9XOzsrO0NnmNAABAAAAAAAAAKXdzM3TzcvK07LOzc3S0dDK3q8AAAAAAAAAAADK0dXIy83My9PZzs_P0MzL0NPeBwAAAAAAAAAn3tDWzcvQzszV0dHOz87OzdvX6GMAAAAAAAAAfOHP2c7LycvL26HOz8_Pz8zl4uKrAAAAAAAAAMrR1fHYy8fMytvTztLOycrN7enW6gAAAAAAAADSy97z5tjMz8zY1M_S0c7c5e_oy9IAAAAAAABV383a9e7S0dHN2s3S1NLQ4eP44s3sTwAAAAAAesrU7vvT28_Lyd-t0NTPyumi__HDuB8AAAAAAAAAECwIa_7HzM3X3tDT0ML8hQAmAAAAAAAAAAAAAAAAAH_nw9bL2drR0c_J45oAAAAAAwAAAAAAAAEDBQCP4s7TyuLD1tTP0eKlAAICAAAAAAAAAAAAAAEAh-PPzcjgudfUzc_irQAAAAAAAAAAAAAAAAACAIXlzsnM4NzU2dPQ4bQAAAAAAAAAAAAAAAAAAgCD5c7N0-HY0tfSz-ShAAAAAAAAAAAAAAAAAAMAfOXKztLht9fY1sritgAAAAAAAAAAAAAAAAADAHDjx8_d37jT1NvO3cAAAAAAAAAAAAAAAAAAAwBo4srZzdLZ1NLQ0N3LAAAAAAAAAAAAAAAAAAMAa-HK1cPf3NHW0cXZzQAAAAAAAAAAAAAAAAADAH_ex8zI47PU19S_2M0AAAEAAAAAAAAAAAAAAgCA3sTMz-fK1dPXxtbTAAABAAAAAAAAAAAAAAgAfNm_wcrdyMfKzMPRsQAAAQAAAAAAAAAAAAAIAJPv0fH8_vX3-vrV5b8AAAEAAAAAAAAAAAAABAA1f1VaX2RhXmNmWmxrAAAAAAAAAA"},
  {"label": 7, "index": 9, "pixels": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQIAAAAAAD4AAAAAAAAAAAsAAAAAAAAAAAAAAAAAAACSsHO2HQAAAAQAAHXKDAAAAAAAAAACAQAAACLsk35wo7AAAAAAAF3M2TQAAAABAAEAAAAGHux9dkhoc3q-7nUlIFvHyKoZAAAAAAAAAD09vaNQUm5-foeIc6_d1srdwIe9JwAAAAAAJDSVvUFMZG9zdnmAiHpaYYirrGla3SElfWdvfIFvVWF3dWdrcoigrLW8xbqTb15wqstMjry1tbKjln5oa4yhvMzV3eHh2tGSx__80tHOKDp8maq3vK62p8jTz8y9w5VVaLoAAAANFxcMBhIPGwICBQ0vRY5HGQYAAAAAAAAbSBkXFAsMFyUvAB1FSUQ0CDkiAAYaJycwOTo2G0FWJywpKzZCLwAAAAAkLS1JN0lQQj07MCcrLTMsOyktOjotJAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
  {"label": 7, "index": 12, "pixels": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABqlgAAAAEAAAAAAAAAAAAAAAAJAAAJAwMDAABLhICiHQAAAAMDAAAAAAAAAAAAqz8AAAAAAAAAtYB6hnReDQAAAwEBAQEAAAAAC8eMSR0LAQMhgp5suWp6qIZkHwAAAAADBQMAADfHmKR2cGqOu8GEnnJgZGB2ipx0SRUAAAAAAABH2ZSzx7W7rYJcWlhsalhqbGxseoZ-dGRFLwcAO_94dIaOfnZ-iop-dHqCfG50gm5oaHB6fnSrT4rlkqB-aGyGjJCQjoyIcmxeXmpTVlxgaHaOqsGtw2aSmpiOkJCSmJ6clpyWjIiIfoCMnKqeps_fpPvJwcfRw6-7vb27t7Oxq6ummp6otb3Dv8PXXhGGdIiOiJKkoqakoKKrqqSqpJaYmpaGfmxFAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
  {"label": 7, "index": 22, "pixels": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAECAAABAAIAAEMJAAEBAgECAAAAAAAAAAAAAAAAAAECAgAAQbq8gwADAAECAHIFAAAAAAAAAAAAAAEBAAA33s3AqqsAAAAAAFHxXAAAAAAAAAAAAAAAAEra2tXIyafRYQAOQ4SrxboAAgAAAQECAQAAAG790sfU18DNxcXH6vHBqcDxGAMCAwMBAAAwosD7w83EvN_b1dDRvIilt9fO9UMAAAAAAF7Jx9bOvbvO28nf29_fxd715LScyftgABBXZafq27Kqvcqrx9fa1OvU5Obh2bqu3-T_UACewJS6r393la_DuLLd4ejw6t3a5uTb6-jb-y49pZyvztXNuq-etq-v0dHKyMXAwb-9xb_AyOoQbdK4t8PDzcjFv8nFxMG_w8XIyMfJyMrKycnnAgB6yOb37uzv9fTw8-_s6-vo6urq7Ozs6OTo0QAAAAAJNz9HUE9IPjoxJCAdGxoXGBgaGw8BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
  {"label": 8, "index": 18, "pixels": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAagAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAQAQXtBPhkHAAAAAAAAAAAAAAAAAAAAAAAAAAIAAp-eqJy0vrKys7Szs7Kuqri5nZKVYwAAAAAAAKO2pqeqrrO5urq8vb27u8HDr7m9trAAAAEBACB-s6KrtLGwsLG2tra3tbW9vrmtua6wPQACAA1AZ8Oss7K1s7O3ure1trSyt7W7sbm0uEoABABDH3_EsLq2srG4tbWzsbW3tLe0srCzo9FOAAUAXACEwLKyta-utLKzsrCysrG5ubW0sqLXUAAEAFwAiMCwtLazsbS0tbKws7Gxt7a3s7Or4E0ABABLBXLGq7ivsLGzs7K1uLe3t7e2uK-xp9FGAQIADVplxay7trSzs7Gvs7e0sLGwsa-qs6jNQgAAAwAy17awrKynpaWkpKmvrqysrKysoqOaxj8BAAAAAIvBusS3t7a2tbO2uLa4uLi4vbe8t988AAAAAAB0zpCxzLi0vLa2uLq5ubm4t7i3urTbSAADAAATcMrDjZTCw7i5uri2t7m2tbOztbOzuykAAAAY_6Szxt-wnr7Lvbm1srCxsK-vsLKysrkjABlhZyKryr_DycOxwtXX1dLQzs7OzsvLyK3jLTFoIAAAS2h2ZYaumX4SCRIREhMTExMUFRIXIQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
  {"label": 8, "index": 30, "pixels": "AAAAAAAAAAAAAAAAAAYAAAAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAGV9ZAAACAQEAAAAAAAAAAAAAAAAAAAAAAQAAkNaus9FTAAIAAAAAAAAAAAAAAAAAAAAAAAcAkLgAAAAuzT4ABAAAAAAAAAAAAAAAAAAAAAMAQcgAAAAAAECtAAUAAAAAAAAAAAAAAAAAAAALAIxWAAIAAAAAoDQABAAAAAAAAAAAAAAAAAAAAACjAAAAAAACAHRbAAkAAAAAAAAAAAEFBAQDAwAApAAAAQICBwBsjwADAAEBAAAAAAAAAAAAAAAAAPYAAAAAAAAAd5sAAAAAAAAAAAEAAC8BBAAAAB__AAAAAAAAAJHXAAAAAAAAAAAAAEXbzL7NvZusx5HCvbm8yp6nrn7DspqStT4AAAxSvdLBua670dK_vbWxt7y6ssaaycXSu4cUAAByDKnUwL63u7Gztrm0sr2xysCFu8XDzLtwAAAA9AfE3MnDtKq1u7a7ycm9uLjSZs68xMLGqQoAWJ0A4-HVzr6gv8WvtZ-gysPJ4J_UvMLE0bkMAI8qAO7e19rTxbe7ysvO1NXZ6HZ9k9zS1tvTGAC1AAD62tjc29XNwcXLzeTJ2cJ8uJS54dLb5x0AvAAA_9fa2tjS1MvI1MfUztbfkn561tvd3PIzALwAHP_T2trY19bQzM_S6NfX49q029_Z4t7_TgC6AEn_0Nra2NbW1tTOztvL39bP4tjT1dTR_2QAuQBr_9DY2djX2dzc1MfHx8vK0M_U2Nvb1f9_AKgAff_K29fb2dja2Nna1tHL0NTW1t3h3dv_mgBFf4Hsx9za2dfY29va2tze4N3d3d7f4d_b_5sAAG3u5MvV2tzd4OLi4uTj4-Pl5eTl5Ofn4f-lAAAAuPfn3t7h5eXg2t3e3dva29zd3t_i4t_rngAAAKTx4ufn4-Li6Ozo5-fn5-Xl5eTm6enm9cwAAADq8-f_______nW1tjY2NnT0tHTyLq3rLlmAAAABDhOWF5YST0AAAAAAAAAAAAAAAAAAAAAAA"},
  {"label": 8, "index": 994, "pixels": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIAAFKOgVgFAAAAAwEAAAEDBQAAAAAAAAIAAwAAAImJIw28sAADAAAAAAEAAAAABXCLhy8AAgIAAHCPAAAAAKZwspwMAAAAAEyDAHWWAxujPAADABKAAAAHAC-ftqKd1h4AMMOjraK0hgAAGW0AAAA8QQADCQBfq7-SnsS5AKS6hqDxsMEwAABnDQABVTwAAgAAfcmzgpi75nfEq5-BtsyZIAAARBQAAGI6AAAASL7kiZWty7Ff2b2hmXzgzIEACFkAAwBOQAAywtPz0HeW0P9mfvfeo5eu7tzJJyssAAIAJ10J2-jq5J19qNLWS5HL2bakfN7s8dAxAAAAAABrgufjy6iSkZ6_jpZJ3cGtto6jw63dmQADAgAAW66trZicjKCaqpawWMTMuqyyfIpnhcAAAAEAABGvtrS2npagnrSDnpmk1cCzsJeEoHqhHwACAAEAk6_Ivpmgo6O5cJist8TNxKiceZaXmDAABAAAGKWrzbmTqKykwn2Vp7TCz8WopJaTmaNDAAQAAEmzlsiyoZatpsSRoJydr7WspaejlJqrZgAEAABdrXja6qedorC3nayIh7q-sa-lt5ORqoAAAgAAZbGhxf2mprO9tqe3kXvEvrO8oMKae52YAAAAAH2xw9f7rq69t7OytrSCzLm9sZ_AvXB-pAAAAQB8wMqn08imu7K6vrHDmr_Jz7OowMiZbIoAAAEAfcSw17fRwLC3xMKy07PA382ys8O9tJGAAAAAAFqvtu6-xM_DvcS9wMzYtPPRoLvBt7yrcwADAADOvcXln8_C4MnAys2z47zX6Jq9vLK-vUAAAwAAmcLCx7rQtN3WwL_Av77TwtC0w8fNy34AAAQCAHafnZ-spsPt59_bz9bS19vF0-GSXRYAAAAAAABYx56u5fSciISKmJB7b1CUsZkxKSVHFxMkMUQAAAguOjUmAAAAAAAAAAAAAAASMnhsaTM-Zj4pAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
  {"label": 9, "index": 0, "pixels": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAADAQAABwAlAAAAAAAAAAAAAAAAAAAAAQIAG1QLAAAAAAAAdwAAAAAAAAAAAAAAAAAAAAEAAFiPbgAAAAAWXWoAAAAAAAAAAAAAAAAAAAAEADWBeJOvnaaHmqiMAAAAAAAAAAAAAAAAAAACAAuJgoCgsJ-nspWXkAAAAAAAAAAAAQACAQADAABzcmqJqJmcpaePnZ4LAAAAAAABAAAAAAADAABZi1pemZWDl6msj5-pMAAAAAAAAAACBAEAAABiiG5tbqKHkJWfp5CeqXcAAAACAgECAAAAABpsdWNvdYichpqanKCNk5yyAAMAAAAAAAAVNVx1b2dzgYaPmqWqmpeaj4qWpSsAABc2QUxVdoB7b3F2f32LhYigjJuhkJusob0-AEReWm9yb3Jzf4eIj35_l5qPlH2iopCKmaLEOkapgWhiZF5hYmZsand4gZWcp76-xMbGu8W9uCQQfqu8vLirmYd4fn-SucPR0P_RsfX8-_v33M4xAAAADENqpLnH0tPS0L6WUggAAACy0Lyvop6XCwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
  {"label": 9, "index": 23, "pixels": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAMAAAAAAKqxWywMAwAAHU1zAAAAAAAAAAAAAAABAAMAAOPRsM7P0MjRy9LN6z8AAAAAAAAAAAAAAAMAAKySiNLf19zQ5-Ti2fBOAAAAAAAAAAAAAAAAAJ05AAAaR3OgsKefkkyMewAAAAAAAAAAAAEAAI7nAAAAAAAAAAAAAAAAa8YAAAADBgcFAAAAAIG12wAAAwQEAQAAAEOf9ubVEgAAAAAAAAAAIqnCp_P2DwAAAAAANeLdmbDT0joAABE8QjFulL2jj67E6v-YAAAAK-7n1uzg0udSAFvQlYmtspBTKG-0vcXU6fl9BuLt1-DY0cniGACozbeaj1VqeXmuxtLi49jNy9Dbz8_PzdPO7DFwz8DJ0dbLzM3a5d3g2dDV3Nvg0s7Py9TWxOA5LKDFzM7PztHQ1dbS0dj106R0GrTX0NDQz7_THgAAInOp0-br-PPw7fifEwAAAADL7vH-__zO_z8AAAAAAAAAFDIxIhQAAAAAAAAAS18nID0qIysAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
  {"label": 9, "index": 28, "pixels": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA2rhwAAAAAAAAAAAAAAAAAAAAAAAAAAAADAF34XKbOhmlDJg0AAAAAAAAAAAAAAAAAAAACAADaroFvhOT_792xRAAAAAAAAAAAAAAAAAAAAwADh5KQXEdLWlx2ek0AAAAAAAAAAAAAAAAAAAAApLaccGyGeG1mW4lIAAAAAAAAAAAAAAABAQAAaLaksZZ2e2leb3rCMQABAAAAAAAAAAAAAAAAfbiWt6abq6aorra64DoAAQAAAAEAAAADBAA4uKJ8rK6RoKiosKeywNNeAAEABgUEAgQAAABG1ouEsbl3gp6YnaO2tqrIkgAAAAAAAAAAAABLtZybq6qQhaedm6GokXmbzLsAAABAfHNkZYuus661rp6DkrWmpp6enX6ss8fiAAC91ouJprKiloKhloGkqLWqsKidkYOMpqLG3AAo48uVVUlwmJWQpYSBoqOaoKqnp5aFo6Chy9AAmdbQwrmMiY2EeG-QpJqgnpmdpaCksLCwu8XbaUfawL62nndjYFhoj6ukq66yuLGvzMbCw8fH3W0AedjPxMGvrZiFkaigrrXBxczRx77Bubm5vOSRAAAMmMfR18vEuLi7u8XTytK6w8TKzcjDztPNHAAAAAAAOom93bvIwe-4lgAAAAAcqGeWWVMuAAAAAgIAAAAAAAAAGgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
];
const WEIGHTS = "WoelPdQm+L1q15o9/EcHvkE1Bb1xXqo7vNBKPIRwHD764M+86bRrvQLMAD0J+Te81vKUvt1YXz1ZvW6+VumGvejsAr5BESK9EdOHvqThhr26sbC9bvBzPSFLAT1v6iM+AA5LPaqtGr2lgaA8WipAvTpEXL6rCho8XfDQvlhPn73tTG89N2T0PTX+Br/2EFS8Y7fXvbhtyL2hu+49S+M5Pg+EIb4u9Ck+/xwevpAb7z2d9dq928xgu2mmvj2y31w+KI38PVa27z2X+sS+JITrPQ2Q271lcqM5nPwkvlzoRT6vSRA+is1lPSzHpL6cz6M832c4vk4q8z16d3g+KDE3PopkBzwNawo9i42ZvTgNKD6ZbWa9upaLvHiytD1LdPs9K0dgPZ9lxL0PHVw+FcKBvuzL5L2v5BY+C/trPntSaD551Rw+F70nvuJx8L5/4u69aAhCvbCLNzz7XX095HxAPUMwnb3K/+Q9hXlJPorGoT0EXAC++gCHvYAOh70esrA8d0hUvtAQaL05QYW/pSe0vVxL072JyFA9XiUrPrC3BDym5jK8VSBKvji9vbk+ywM961d4vvQ8cr1ZtNG+hclCPHHtoTxe0do91YBQv+x/bDv8kQQ+2qA9O4Tt3T2rgos9pI8mvprQLT4eGo2/GmICPdNVgr3kEjK8ipKEvgIzOT4vEqo9TwyxPYiOAr/X7mc+qvjVPaeLij3GZla+MgyAPSGPMD5ydjA+Syzxv2h3VD48G6q7RPhSPmSqxrzYe9E9+6UBPWwApjzUzli+1mTZPUjJKr3AV9k9MoDhPQqE3Lybocs90FOevB+mAD3wF7y+5l13Pc8S0D0t9cm+4PCtvaTpcD49Gve9cLpyPSvd1z0MQIk+avy0uyhxBj6U2se8IapVPPQ1OD1Fpdc+toOQPaiKDD5REG+/8uitPbzmXD6E0o++p/HqO92gJL9+Px4+91Njvd3s3Lzc33k+a7wOPU9bprzpw8y9kZoovfCdtD3Y1W89lro3v34YkL3WHpI9dj6/PKOo/TxfHly/LPSjPrDTt735jyc7mMKZPEPrqz3bAY++phWSPRfyVL+PwQo+4i6RPXV5uz0tr009VHOPviL7qTypz3s+rLoVvsuGvj4rfKi8Up3UPTIzub7BX0I9wnqtPbuLlD3p2We/p+iMPvyPwryV4qA+BeDTvYXCmL8pXpa7SUsmPhAKiT5Cia49trncvdM4CD6evt84sZ62vbJOaD7iUs89e5dlvVi/Y772s1i9kHs5PhebGr9MTwu/m5h8PviDjr4is9c9XgCUPV0mjj645yu98OZjPSpdsD3coJi92B8qvvJrtD0CWUm9A6dbPsEVur+RqXQ+PjjBPVvRSL6E1Di+CWbKvVcsTz4HLlG9DJ4evUllej2pyao9Sj/5vGG9N74INk08Do87vE70aD2hZ8m/pymSPkTHIT6XNTC+mcybve3oxb3ePxY9hdN/PdjVhDy4pQu9ygvaPQzthr6R0p89moCmuxUW+LwzlYO901CwvsXyG73GfgO/cYTqvEo3lD4ErZ88+ipWvnS7Gj3VFeo9mNymvjmCGztHqJA8COa2PZd6hjx88MM9FDLcPdCn47yEga68Rxq0vz+MtruBw649m0QsPgjzXr7ymdS9CWr6PamLy7yHeam9IwuSPjF8EL5lb8w95GvjvSc5sz0G+128lTvcvaXVF7/WQkQ+mJ56vganyL2VSQS8EOocPrfjQrwG+XU9oZlrPTBLh7y2xfm9Yx1lPO6hvb2yl/c9d/qev95FOz5cC3E9bvelvWstYL4N1S8+JH4evi/g2b1Jln08sRgmPjkNyD0xmAG9/URzvue5BD1lO9w8tclCPiiWu79+UQ0+/4dGProoI76e/cu9oS93PoeUhL6C2RK9JT+kPYPlbjytDl89OSx1vj1Wgz7UWx4+8tpcPYV4gT2soVi/HsfZPMzxhTxqtY68O95KPjy7nTyDoOO+8kSovMiLAz48t5O+AwdcvAhbhz3UHdc9FxncPaqgvD3jeYU9/Yrnvgz2fDuIvg8996ydPJxOyDzDzge+VqSjvjG32r2BGSk+6TF1vL+g4LyEkzQ+Qm8DvoRI4j3QovG9+JQxPsLcHL681xK9STqXPe163Ls1ik89pLZPPkvYprnuF/Y9PkSAvrV0qbxFcVa8+WauOufX0Lt7Vyg+Jpw4vG1HFD1x8l4+qlXDuR08FD5xne+95fEDPvrjAr9dVOA+/2HZvj62tT4nYgu/e92tPg742DvoJxC+ULXIPh4BAD9kI24+40cKv+GiSr+Jzr89PMyhPjG30T4Ojna/h99PvidCm76KanM+Vr8UPis+N79tKbc+fMWtPorE5L8WH+i+k0RxPofFn74r9AA/k4yfPMTOOT5oMYy+o5Iqv6wf2z645mK/lOdXvt36qL3nqbS+gcsUvnVcXz65EEC+dFmVPffefD4FrCE/FHyXvlh81j0r+Wg9PR+hvlfJC74xedK+KLM+PlQePr7xZ5y95RVjv2UVFL7Z2Cg+i3RavcqpFL7p3iU+SYJAvyPlL74BSwO+kuQXP1fDOT8oYI0+uuRDPVsOp74pn/u8z73rPRNVlb5oNPA+yKthPjebIj9Toly/Tp8rv+yZqz1NgKy+imobv4pbRz2mJ7Y+FaORvaog3j5Upqq9JqMRvuZRA79qDYI+Wiy/Prt9Gz+4+to+ZanfPdG33D6hb5O9uij9vpW3J7+gYeg+Mj6fPsIzMb9NN1a/kH5tvoxMDj4IZ1W/RjibPn1GFT1A6t09M837vS4qAj8zOhU91BeFvwHjOD029lk+XThgv3OSmr5deLQ9SbhnPs0NCj9Oq0I/I+UAv4w/lb9C4MS+BIacPhy9Br/FFki/sAxDP5B5WT2SCG0/tVJKPR0tFT8S72E+CqCQPks6ej4DSlY+CWsAP5F3CD9cM3s+TJgAu7JHBL6w0Xc+2ZsTPftzSD7T92O+IUWCvupMuj401wO+wxKlvlgiGr/8sQg+77jbvVr0sj2gmU4+Xv8yvx6/wTvt9V8+k7Fjv+Rvsr4c5xm+00Rbvmz6Dj4fPAS+7uGfvh9rBL9EUW29lPcGPlq/Tb7GoIA9e2cMPhQppT0jm8g+6LHtvaLvnjwaf7K9DZYavskhhb0wBJW+Uzy7PWCUfb5Y7KC8zPr8vh/6tL4Q5wO8LdBkvjuOdr43OYS/V7ldvwciDL5DOMm+Scnpva3CSr7IBmA9Yqv/vcE9hb6o6OG+F92tvna8Eb9gvaa9f0khPp4KIT4cqRu/X7oVP76AT7/iOYe+gtpiv2ImVT+7WAY+MUcAv9uZ3r5AVVU94RYYv9vYxz4EGaO+wvy2vjG/075Nskq+aWgGPzHZj76PaKi+ZHYvvm7Bhr+fkW6+eRosPeBGhb0UPnu+waQAv6Y4KL4KefO+sYqAvcc91L5YrPs9H9MPPpBBIz44U38+9VgAPzsJ/bmVpv+9x71GPvEKzz2F7N++bp2TvgAkLz0Zvc2+XVENPrzMkr7txZS+rcGhvsfM276fe5g6TmF8v8/E/77UZRQ+/c/Ev8rs4r6qdzQ7BFSRvD/CFD683AW+zztpvU0eUL8piDi/eGzXPiGXD7/H7Ge+iWpKv86rhr+nO6q+tCwQOyfz4T4MPNs9fOpRPvrZ5D7mroC/JnMFPuvZc77xh7C+vdwVv9/5lL74uKQ8ht+/PqeZe73IgMu+yf8+PHU/sb0vqVG+eLOavh8RCD8hQbC+Di0kP0SQvbyKEcA+1zN6vh8FD79xCp8+bIFfv4yDxTyH1/+9veBBve7hFL+RtFO7MVhSPfEXLT41SO0+M7WAP9yWDb+ZJl6+CuXRPlySND5bXN++XfuOvle7rD7SHKI+JoHcvfoEOr+Tzvi9kCOjvlJchL3feP++Fia7PmmVHL5jV44+oNApvuFJOT9s3Tg/DMgMP8dlkT5o+RK+n8asvgiG7r7ou84+1PWQPnoWuzxKIvM+2kqNvrBz/L5+3xi9w6odv9q8A7+QIrY93scjvt7jrr4nS6W9yQqZvroJrj6PIYM+CkxTvQO7ez7eeom/qzIiPd2dt75NNLW7y4qCvlqtZb+FlQe/ipm2PvcKG784uCg9vY0pPnsHcD6jyqg+xQC2voxIgD1rx5e+CCjHvQU7yr0ChEu++SNyPoTIXz5l0f49soimPaCBSLsgOAi/QUigPPG+8b1vppy+cXNmvbMX47z4R8O/j/zLvl6KvT19ssS/rCtcPfakDb4QYTe+OJQBPXRWrb52Dlg+Crq/PkVONT6sIG491Bndvt2dmD4WdF0+IwJZvsKweL+zZQg9bTQUPwpsYr6y5n69NfMAPV6MB7/G6kc+Er1YvmkQ1L0MH46+T4ocP5imqz1E6q095X4+v/3Ujb6zzj2+ZgaEPthNzj3uKZW+LJLuPtBpxr0zcTS+kHrivp0bgD5YwEC/RME/PKUZDz9sVkA9qt2fPWKekz7ro5K9lGwdvoxQjTyR3w6/HtRBv6wnDL4DmLY+WAgSP6t4tT1hwAI+uBNLPjDvrL4LtKo8jo+bvNFOML5oxt++dMezPaor5L0Eize+r7vsvAax5D69r6C9eEhdvYufJT8P6ma+i/F2PyERSD/dqbs+pi/0Pj52Zb5N9ce9HAN3v2aBqbxEzXC/bHJrvemEmj5e3/Q+UVX/PuGVN77m0xK/jk90P7AOgz3E7jq+djRbvysSET8F7ge98ujZPopQer8zLPK+h1ZWPo+MBT/DS8u/esoLv2IOrj1FNZE+ReuevtPBdb+tEhk+9LcXPwZtKb8i95U96ezAvKJ8Bz73fwS945rGviu/a74pHWO+DE5Dv6/Aoz6EsiI+0ZjMvtiIy77Mwbc9zOshvoRj1z5HNRQ+/VAOPlaSDb9QBiU/u6RMPlz+7b1U2v0+aBWOvUHywL5RUkq+s5u+PGYIcr0XVzy8tVc1v3j0jjx8Tmo9ARkev73pAb0FahM/83adPsE71r4pE/U9zjQIv5TcTr63RWe/xWyXPpmf1T4gGDo/t0OZvkgslT02FpM9t0ycPWo/AL6oLIG+7j2BvSXQ7T0JCVs+rGmMPS+piDtxr7q9PdrBv0QJeL5rDdc+wZqBvWcKoj1cqj6/blmTPtFTlr6pkyw+lg7tvS36s77S+MS+lwMDvpnMsr2kyya/UI3KPSOy5b6Q2qK+gziAvSIlPr8uLYq+JkOdvVJuTb8CGtW9jP2Xvih+Vz0KfTG+Jjb1PodnQD0kfPM+Sf+NPpqr+z3lt0C+vmLQvrYhOT6Dl/u982rePQq2kT28gUo/knqyPm1epT794LY+DePHvgAjNr5mR3i+iLGWvmkuLL8ke5a+Io3FPdIZkr7tl0q877eePBSVjTzbD7m+J46HPjnIVLxeqqO+Z80dPzgm777AZRG+cN+VvYhrLT5Qukk+Daw2v6Fqxj5myY+9SmluPIlWmr7oGEi/TBKQvsOlED882yY9+UE+vEpkVL5P+8I+yceLvfdLH8B0yAi+dIMhPtbhhz1wFeY+XPHkPg5Smb0MKSG/KlpWPmecxD6flOi+j1OcPofgtL5wmgs+oTdGPWShML+tBmq+1441P+XLab8gUQk+EDSkPsmBNL+SHx4/DQvQPS0wRD8Fd1c9eJM8PryPUL2TvZ+9wpfAPd7ALr2u+cc8056xPiCnAT4L7Bk8jBcHvEFW3T24bAs+nCmJPuWJJT6rEce++TIePnCLqr4Cw1e/GrruPYxyfL707aq9wWBEvpHJCL3qAla/xqULPo8Efr0Kr0K+yu/pvu7S5b2aDTG+C6GCPOyV9r6Fo5G9/btWvtPyUr5RqES9sZIhv0W7Zb6JOkK+8fKRvc2VWz4TkAm+JFxkvg62qLv0TMC+6iFIvoeyRb464Js9aAsJvjQjcz3LP92+0FG1vSEgFb6rUI89u1cJPsXDnj05UMu+UdYAvmaT5r12Zu69hoh2O/SPOD1IZXy9NgrtvbYcTD6g8J89OIGlvuRBi76/PC8+Qht4PoN4jr9O8CQ+0G6gvtYitT2XnVM+39jOvryGoDwtzao+0Gfdvf1d8z52IV2+WujFPmVegj7Jd8s9wOCWPYv9IL5ywg++eAIJv8Xthr4Q0wg/G1Kvv52Yk725kWM+h5uOvsErCD8SlVe/R2y4vRcXgr6WigW8uhNAvo8ZOL3zv569FyjSvi53dj6NQfM+I4GavNyhe76UKtS9YukVvKuARr5ExZm+lXPvPaPdy76+lqe9B9cQvjn6Qb4BTnO+PSwHvz2iPL1YP5W+J7xev9wEWD27oh2/G3h+voU0Sj3AmmC9TFmyPhqMmroibUw+yEE6PqFZrz6FeC+/ktcuP6a2DL/0MDa9FrXtvjkF0r2vri4+oqxBvjGMSr7UiTM+OCsdv+FadL4n5t0+n7RfPqqSfD7JAC2/GDoRPVW5hD55PfY+aGJAPo/Gmz65Fjk745Y9PhyVT7734oi+kf8cP6BbAD7Z5A0/3hzYvrDUkj7WkTS/SiJUPoFTkj6fht29rRDxvjNKhb/ZqZG+Y/VIvvcRlL30IdK+RL+OPuz8JT3T7bG+8UF+vlz7gD3Ry/++K4pIPVSJe7/V77i+DGk/vhglPD5plEU+ztziPSLjPL4Rn4Y93pBGvykFrL4U6OU+ErPKPmNQOT5gd1S+Azq7PapjlL7s5FY+C82KPkOrIj74mBG9KjDaPWPCH7/X1oO+FeStvYGi6L65Glu/r/DnvFOhJj9E4jq+SQaxPgxMKD+fFcS9N3cBP1AjgD7jS1k+eU22vrMrsL1o0io+HGdEvudvKb3rfds+G8+nvnv4A70ORXm+TSmVvw2nGr9EMpI+mC79vj4akb44ItE+k683vxI+AL5TXya/gxsGP5d3JL+XXHU+PJO0PhlUTj6IMog9Ydn3O0/hr71U2/g9v4GsvpJkxb6BFx+/m7YFvk5IbD67lRI/zoBevvxcib9U8eK+uMIWPqTUcr/st0g9mQqMPelsrLxKAy0/E1ebvi+0Kz54rTw/+94mPqM4HT18RxW+nO0APbb7Lr5JCSC+X79uv3UT7b6i2+A9lIK2vn8f0r3k2m8+I1vJvqKRQ74FIyE+PWmxvma4370rGF0+nWYVPrCR0r4bO0m/R7IfPRZ0N770Btu9kgMnP9B1pL61Kjk+SdyZvgpAnL7zWL++kxQAvhiXgb44PZ8+d+YlPrC9kT48EpM+FxBrPhHTXz6oFR8+NnrgPbYIPr9dcSS/dD8Mv7LpHj4L1Bk/iBTMPX/UWT66Qzo/dJ0Ev9y1jz5rRdw7ucf6Ply4p76IAGo/gNwOPznGTr9gtZK/X6UuPqVxkr7Ysd8+Ci/4PR10Ar7LyLU+az5YP8JQCr1MfhM+gw2kvUXc1r3nPkvApTmkPvxtpL9v8Wu+f7gIvHkJIr/arws+L/GvPuthJr5icIA+YplHvoKvHb6iOyg+AADZPvr9MD6rDaW+2900v7tznj8nGCS85NEJu5SRkb90V8M8suKcvh8WtL11E4M+G5u+vvc4Hj+eErw+4JpOv2iUJT0bNyY/whD9PLE8Y78BGGC/os8avzgPmr4qjYq+MyG7PVfQHj4dqA0/V9gIPtTZ+j2fIto+jJooPTcYaT4ofhS+ieGuvVkqUb4m+rQ+qnLRPqxIlb4/XYc+4qEgvd/IO74If4o92d85votBBT8+xwq/hohpPi304r66TMU9JCdZPv0Wjr0fEMK9nsPrvomYv75kehi+SEK0PqrJHj9ucno9NbWMPtpEAT6z6oO+xghAP1aNVr7yWKo+tg1Jv1PCpr1XH3S+I2MJPlC83j3I4XY9lESgvuf+Xz7ji4S+3c0Xv8Ui9T4Oga4+9tgWP2SjC7/+yuU9oChsPAvdHj5JjkS+/RHXvoghIb65X0I/nIbmPtm3ub7shXo8YLDHvrMQOb7Xq6I+yxPNvaN0yr7/0Kk+JUVdPnhwer4Gq7G+n7EGvMQ3Vr4GgSW+aLjKvoOJET530OU9+L4DP9IqOz+c/RS/GVSzPuhqiT7JS7o9WOdKvvM73rzNKTS+PAwJPlL4iT5mP388TjUaPVshVD5UCSO/luP3Pgyykb4GhOa+XWJ2vwqtVj7Sm8E+Nkn7O7ZHsr6sDr0+p+iVvilaXj4PEhQ/5h6SPpEVnL56Y+O+C+avvkp8ir7IYYc8QEx/Px4War6umh0+Y+1WvRpWoL76Tyg8tJenPinPur6vn5G82D4mvzVg5Dyoo54+xrtUvm3dSL/ifU4+12JMvqm4QT+Ongc+O8WOPgsPgL86NU8/XDNkPeQyib3HTNo+fKJYPVZRrr6/XAG+df6Uv6Yvjr5awyQ/ZqaHvi0u8D6zuBA/qugmv1DQ9j7Aqg0+4JcDvpX9gD5tnBo/IP0Tv8TmH76tYtE84KsYPthYVb0ekkG9femsPcXFhL578HS+v4G/Puta+jzY9oU+cRfIvEKsVr6we6Q+WY4kv7IfL7+6oUm8zyGsPjkDOj4jeW092QeCPafbOr8gqBW/4SILO5BJNr8NPXC+W4iNPTUYCL46UgE/7LR0vu86Sz7QKpW+veafvbzAjr4xbcu9dVZmvi9whD4b4I8+Tm+sPgT/6DwIvHm+HFWQvUQk4L6iRF6+JfeAvuZDbr1mBXI9fqAhvhAMG78kAxi/wOgHvzyFib6F2j6+WTmXvctkVb7+YLC+KeM1P1Iror4CB48+xMSvvZ6LdDtX9SE+nn0tvRkhwr7z/l49MciavWJ1NjxpDai+Zou7vrVDBD9V8jm//Kx3vj613b4OjPs90ml1vuDNt7yNY1K+YrTCvsF+jb9Urqc+zkhov2SHxL2E4ZI+bXn0PlrXhj4XwM+9oF8ZvxR3Pz1CV4m/xpuevoaGXz4vjCW9rQytPj7PuL4oOqY+Cq5CvtM0kj4Ixcy+Wq++vsf4M72Z4OQ9k84JPqE3iT6VSw2+7NiUvvUlBT1hziO9OHMHvzZ3fb6kA4W9I0jnvlHPmT1GBIW+7sKRvkWY8776t5W+fIVOvH5uqD53IqO+e5OZvkRqjL5eMRK/f0iTvBLHWD0ID+c9Q1nYvciWSb33Wsy7ms8DvlE2cb4Z5lO+6WZfvy6hHz/c5gg/Z2GDvo+3zjwiPEY+PN4zv+Umzj2baiA+zFxqv5EABTzPYli9wswZvUwdmr6m92i+aYPVvgUD677bWVq+kpCpvRQ+obvDn6A+PPSaP1Lsyr6bTJ+99EYiPiOnkzzFcHO+Vjp3Ptsfnb0+iVY6vUOTvii7H77C9sO+8uVXPoXQHz5FOkW/zH+cPnNerT02vkm9/H/tPsKTVL639Za9ggSePvqLw744wzg+NF7Ev32T2b0owhA8M6qYvpRFCb6bVN89V6oJvvP32j6IH9o9934Ov3y01T5L86i9LBxWPra9mb7RQji9NOjZvkVEJ73J9Qw+SgyKvZqUIT383tY+llGjO6YjPr4gz5Y+PKwnPuFYsD0j7uO+E6AmP4LgBr7p5+++qHTrPff6Qr1cHOA+vKFWPtswgD+ADV0+rlejvWYkdb8iDAq/MuX4PUci1z4JCF6+/APzvJwUhL1/sjs+GwTXvqSdgz7TIjm+ehI/PGV/9LxTAQo+D8zYvt5haz3hbwA/jq0lv6ARxzxwQac9sDUNvc4e3z5AS3++10sKvwB5Zr5EaX2/Vh5Kv8aQjL7fHia+zKXVPhf9Nz5nYo49ypJOvvGOwr7Ws52/ym6EvqOpsb4M+R2+KeBUPgMMJz+CCd6++1epPnfnFb9JHOq9LJ2TPXIvDb8O9g0/cPguP0vgxbxLjmO+QA8hvg0itj4EKt6+rO0Qvnz72j46kei8vz71PNsBWr1AUz2+72xLPg0qYz6Park+ApEIv9YDRr8hsO29yZsov65JC7/5xD0/gcq6vsQhzT6NLxc+V4p0vgevgb6kiza/FMeXPgCXgz0tS7o+VsF4PoExJD+BXqs9TOLKvXNhAT7oXca8iqBuvQrWqr540/g+U8W/PJqyoj4E8ds+rghFPKBFGj+XHCG/QcuzPu/G774jLDA+/Bolv8HuKz/n5QM/RWWovUy607+vLho+MLV3vklpRr7+mWs9fcCCvhXq3T4dqd49Ib2IPdUU+z2udw+/m6HuPlWHUD5SKpU+4nrCvpXs4r78viU+NxUpv5/FD788PMo+LIAVPfY9kT5OM429spSFP9yrTb8sITs+wFk2P4AEab4T0XO/cPfyPsZQDL9tjMS+EDT0v8Hwlr55Hm2+HZ2CvrdW9j1HqCe/MOOsPj+TC7+1psE8bbBtvtS3QL52bDM/I48UPpXjVb9YKL6+11ctv+7r9L6pmK4+JIVBuwggjr658tE+fEdJvlz/s758Db8+BZDMvmhOBD6K25c+GKppPqHuej66bgA/QESKvp/9Cj+eVJa/neo/vRFynb7TTlW+/aLXPmYW5r7QOIG+08GLviLMOr8h8s+8yeSovTWPzj4tv0a/b+SWvvRZlj5v2j6900CEPjDiwz2oVgO+zc+bO7TZyD0fEnk8Sxk6PyNp373/sBk+yy+fPc1UCr1Tt289OAX7vQT1Er+dAuu9LtkRvvFx5j6MNVG+iBYfv6uKWD0S9O28O5SavhsN177qvLS8mcdcv8cTWD5N6lq/L1Utv9/kXr8BBFe/uT8BP6cWMz7+bje/4lKHvovlfLpgK48+99GGPsTtsj2azL4+mFALPouLqj1MSMm+lyG7PqZCPr+Pyem9nkDWvbRP4D4TYJ49mReiPhUcZD7HRQK/b/SDv9KNj79kJIG+6ZITPzMhxr6e1xG+aVAwvPM3/L6xhdI+eAyQvu4xtL2GfVW//HYvvjjIXb6dZ3q/7U0Pv5qQyj5KQ5g+Eh0vvjuCYD/vit09c2fGP4UAI78tt8g+RMSfPVi+i75ctAY+OchEP7fAQD6J4C0/1x1iP1/Q9j7Yu7e96gHMPfNtfbvuWKq8bCGwvlXeJL+6KOC+V5Uqv+8Nyb2gX2m+AwvWPfoxDT9C04w+kBiyPkPCQz3MhJ29GzbFvqYJ574mMYw+ilHjvcIvFL/UhHe/UyzjPgvQ9zw3xro+DfjGvs3lO7+f/xA++4T6vsLJRj7g/PO+T8iXvdJQvD7M8Yw9J3AkPnE82L6T/+M9KQN5PHVnY76Jg54+bA28PrUKUb1cmAe+WZ2kPz5wWb5wDzQ+zpWYPd+tQT5sdCO93JAkPakxEz74t+e97MGcvj9ryD0rHFE+/y9cPoB3hT4wXO4+vHRAPiHgWT78RzU+OOAwPrvZTT2uboc9vemOPV4Lxr3O2pM+VhBGPDaTpb7+KDi+b+Ievoxz/D2/qxC+ro+9vtSJtzzcwrC99K7FPAl9Sb0FtIO9LRJWvnxZpL4YpLm+OvXZvQSGcb3LQN299YqWvm72p76ZsUa+L9c5vtmg3r5V/vG+Usemvrwhhb2UAp682s8av+qPOb7MGkm+0nk3PVQQi7w4USK/JmKlvhfWA7+q2By+twxVPokkFb2HaAe/YBgHvu8AQD8n9/08p98/PbB1Qz+IWkS+a6elvtaasL4UzQI97gNFv+SVLr2t9GU+UtRpvmkppr5auQ++FZDYPvMXA79rcU0+r99avoc0kz4WjGK+Qaxmv91DZT4apcU9biKnv10FQD2xPAW+gxD+vWaOUT044yQ+HouUPsThGD7IS80+OMi/PchJWbyEgEs+jR9ePYtFDL12YAS/P72Wvr5XhD6aKKS+RzK/vnmIojxYlPe9lahpvu2WSr5b8Mw9/AA0v7KroL5QAWi+MQjavWT+rb6hcEq++btFviPiHL5N7No9AYLivl3Uc75EoQi/VTuDPvcNN78dTZu+ysawvwtBkb9ALQu+oiGKvjVMWL6zlws/J8qPPsPnUj4K3JI97oC6Pq1cxz6RzCy+S9k/PuGzob5JsqA+Mk2FvHwF4ry8+wG/14SyPcWXKL1XtJ89ikcPPlzLCr84N9y+zbf4vveYpr4KePC+xra1vpSfGb/PNLO+/ApJvyhgCb+PkwK/QrL1vg3tAD/UO4g+qtGjPWcppT74CSc+GzkLP4/bA7/xTzW+6twKPyEcgj3nRCy/1V8Jvj0jPz+FVDo9tfJSvmM5RL4KmhK+6y0mvthcUL5nNIm+nw0Hv7zAE76nIUW+afUPv/Jfg76LNeE+vKukviow2T4sE+e9rtlnPkJeKb+goGo+QjxIvorbU740rEC/Jm2qvpHrQb+EOdk9xBACvreZD7/UHy4+ji6bvdFmkj/HLxM+2L0UvL3pRj+/Lpo+1cfOPvfmVD/rKye/ptqrPqqXSD7m+FE+zXvkvpqh575rY4o+9O0NvzUsbz4Xd7K+uEcbvlsmkT6C8Da+CUBfv94zkL9gtgQ/tWVVvG9BNr7TTrI+wxgpPlva+z3rWgi/zNwsPk/z/L0ocfQ9x7Zmv3+EpL7b3oY9gDABPvjUqz6REwq/uTGRvt5XiT1bK1u/qHnsvu0xULvV9Uk99Sd7vSnePb8tZ0a+SwBGPk58xj0ej+S9MEsevbNuiT7acQa/hHSEvo2Nob4x+G++i38Hvl1cCb+nkby+BzDBPWDWhLuUDuG9qC2IPR1PG75eY1I9vv5yPgmaVL7gig0/SIKjvyo65jyp6WY+ZWEAPuUWez47mjo+GIs7PwtH7b5A8yG/D3aFPLklQr4fQKW+9pUuvh1PIT+KDNy+8opGvn25hj38kt2+HC+WvhvNlT4kjyy/EA8ovxuSL79ZqYw+bDEZP520XL+/zwC/crDfPWWqNL++Tfe9H0Asv/7gZ7/u+Q2+pUbkvkiyI79rjxa/eQUKvTaDwj57cQ6/r62KvjyPiD1T+jq+MD8aPleYLz/vw4m/gy3dvkZn8z769Js+YMJjv0cLnz52WjI/e1gHvVYsSb5snrU+F10avsXlGT7gYyy9Fi5MPlsboT3EKTC8qQ05Pj9KvrsEXUK+pAcaP807nb/cPB0+FCTRPvxirz7xtjm9/xuXvnlbLT/XrKa/tG+SPYTxAb4/UqC9G46HvQubHr+ziYK9AInXveZFyr7MGrG8FZu+PimZ273JEW+9p1q+vck12r2x3tK+DrizOsEujD6+6/W9q//2vnmA1L5EoyY/0DILP4deqDyP1+Y+pdS5PLCStb4wy/4+UPepvmdPvj4JJII+ZEOpvghcbz6VvoA/vamvvkrvY76by7s+4jYCv6eQlj5eaKE+KMATvgNtfb2Tch6/tZtPPv+cOL1edmu8+ccLPyDWKz7Vueg934IlPmjWs753G+A9pG6NPiARHL8WqRC+71OYPlTGHb7edgs99Y4IvtVs7T12iNO+aPHPvOjVxL4p1hi/hWR0Pt0P8L1uBpW/k5DvvQGcgz24TOg8SHaSviGGHb/50yu/clVDvm6wLb+S+aw+SXuHvaagCr8NrR++0gxmvsYbBb8xzzg+1bUvvxd6Rb6F0yK+2cC7PZ/qwz0J7GK+qI4avh9sUr3+1wg+BAQdP+pquzy+qRc+5+LHvgJ5Fr/PTkM+7iwfv/MC977d2SY+RC7aPrGSkL1IeT4+/70sv/UqU70iNhG+UxD0vs4zVb9EJoq+XONQv9a1TL4jaQu/bCyNPrgQvj7XXCm/haVyPoTznT56j5w/AXANPioEzD1s0ws+Q4FOvm/GUb21T5o+1eWUv6HpN77fxAE/HZf5PriwLr2DDn0+S1IMPwJ+ID273mM+0XTcPmyuvb62wE6+dzULPB7Qzb/Go9S+kDkaP5iPj76f+u4+rAefvk1DBj0KPIu+b+0CvopcKD5kDUI//28PP+XpVT6QSwo/PtEdPuFuVj1oOc6+p5MZPwZAuD5epIK+fhftvuY4mT1+BmY+H80/vjo3Qb4sznU+pF/avmM60j52VP09mSy0vQGMDj6Wxgk+V2qhPKM0Ob6Mo/+9UKkAvv9L8jx4SgE+PAirPuNng75LA5e+4E+/vVisDb0zbRI9SyaBvndvGz6Futk+D0MbPez1c7sArrW+E7MzPupvzLzZbS89vAJhvpN7hL5/yIe+cKLQvmNbrL39Hee9zuUevmmhUD0XNzM8pzw7v1oVRL4m0F++3wmIvcXPjb45sHK+Hy+CvsbSID67mRq/ewUAPM9G7jsGXxO+rpWBvV7p176qxWI7vSjEve8XFL7bRBu+LoffvmbWgr0MEBm+i8mEvn5QDT67OMS+7ZnkvQShUz7UX/i96/+au3acfr5OR/M9YD6dvRYQB78YFEU++OPAvg85mb9HWjy/8rwUPkceID7CeMU+rritvm9KZD7FfXU9U1jtvqtabT6JpQS+hZ3IvhkCHz6RgJ89pSoRvV6vFL/Cr5m+4bZjvxbuML3qh5s+JIl3PT+uj77PRjG/vqpxveF2CT/f5qS/3J1dPNeBH74Pbow+5xSZvgqNv71qp8s8BLdFPc675TwmnYg+3AnTvcpG8jnN/4C+Xf7JvXSgL76h86e+MmykvBh8zb3LPLW+9/M/PidDgr6/ARa9/B5pviYSm76Ar9y9gbMdvsN3Yr7kij6+gEAcvowR1D1QENM9woMoPppJMj37s4C+2AQePpecxTuBcN6+GYukvoK/Wb8X6k29cLsyv47e+76eyqA9gO/jPQPS9j5jLte9FjV8vlMHcDwTriO9wJFKPe+aFb3gHa6+01eIvUE6kj7VuaY+jaW0PUaeljxKO+I9Fj56PbRWMz1iwLK+OK/9vo/k8DyeEum9yegEv9uF2r1rZha+tmg1PeqnqL2jRdS+fafvvsWpp76VTmW/E/oPPyAKyr0UQy6+OP7fPv9N1r2GuJm+Ifg2v4VXED73DNq+CCpZuziYpr9j0Tu+e/arvD1NKztxYF0+Wih0PrnBnz2tTAo659iSvsynd78JR9y+yQ+PPk8ck75Fc0y/AILFvq/lBz+AzA2/RC46vbKs4D2r7AQ9QlYnPR3azr7RCJ+/vu2TPmG8DL4NJDe/urgNvgo7KD7Wbrk9y2C1vnhxUT3rU7s+rNtUPniduL0Ek9s9xPitPgxfyLw+nc099jnpPVhojL5j5pG+/osjPbfA4DylVn+9pGNrPnfgYj7fAD+/PAk4vYCzY76R6uM9nds5vxylrr6yr2i/d3mmviPyHT6um9k9yYtlva3Gk774vUq9d5TkvavGGr6yRVE+zgKzPcL/u73bRyq/lKgAviFKPr7iZ3A+jLdsvnlExb11+zi/30OVPnkMUb91if2+aDwcvphkoD409Jq+Bu6HvmYVlz35FwM/VpGuvkP9wz0hI808xylMvVXNEr4FWTQ+367kvhCxIb8h0vK+Ay4Uv0OBpL77xuo+OmTXvYN3Dr505FE+gO2ZPao3Ozpd74W+9gwIPkHQJb4bMWi/z9+XPV3dUz6SrWO+D+XJPifMxr2xixI/S3UUvjU7xz2dpDI+YI84vtoGYr++cRg+u2aBPvEbML3fGh2/nd5lvXrQnL5VPXK+dsrXPs7gUL/fmQ6/RFQyv84wCb8yFeE+WTSivg6cQL/L8Po+efmMvy4fKT4jEa68/T22Pq7nkbn/RqQ+ZpQ0v4UojL8uJIa/UBgCPThb275edIo+tj4CP283IT6+D/y+PhUYPwedKL+MboC+JX38Pv+22z2f4ZS/pRG0PtLFij+iBRW/iomrvl+CbL6qEEG+hJ92vu7Pg7+q0UW9QnWLvR3+Zj9y+5e+hUoqPsdayL58gDE+2xiiv1I9ZD+gjK8+eGSNuqXFp778JOq+/4qWvWydO79R4D0+fFo5PvcqFz7dSSc/r5wQvbC2Y77rBPg+3i0gvyC4E78kd2i/Zcs3Pqm+Ir091yk/ozKWvqEwoT2zxcO+/MS1vVmjk764Hcs9Wy+CPhbkgT2BEII+lHDxPUiJsr4mk769yiIlP/zJ8T0QK9C9A2+3PjtJir7GhLy+krE9vnE4kT/GHwW/QQoPvnQsE7547zk+32ikPqBFoz5LFhi/gA4Gvy1xLb+5qxs9o7SdPpNUvz7XMHE+S4pmvZ6ABb+x6ry+WKM/P49rFD2g+MK9usQovzfImr7yePq+4GuCvhC2rT4zBNS+sFLxvYVASD7y5YQ9ifHWvl4EcL6aHq+9RT9LPQzHDL+oEAk+MISMPB62oL49z4W+F/VmPrtkkb8cCg0/cYjnPZTHuz5NlE8+RnxJvli1cD1uP0O8Y0iZvs/lGr5JdV0+rGTUPi/TVL7JDxS9uh8UPtlwIT4WT16+t3WwPv5VwT3RGvQ97+FAPmnExz4PmRG9fQD+vWEb4z6ZjyM+mLk9voBfEL8zuTY/GTPBPUcFPz9VPkg+JnHSPt/vwT5Ncsa+Qqosvmj6Db/1xAI+IARrv2ddPL1oENE+5TaBPzGhI783iYm+xltJP99+YD75VbQ+AmsBvoXkkr00jhc9QSEhPmlKtjxSChy/BEU9vRSyLj/5wUC+znQEvXIopz71LRA/lKavvidtXD3G4ik/8Dfkvh+EdDyKbqa+Uzi0vnOqtL80qQ4/Ug4hvxluxLxTNDk+IyxkvsYGqz4SXxw+MyakvHQj1T7Ks06+ntxuP39pq76qCL86jIwDvxnRP770nhM/zZ65PWMQXD67EIA/63GxvD+ycD0kttu+spaWv/fxeD7J9Bm/4bOevu8bCj7lD54+onkDPpmmMD7bZ02/Q516vc29Jr7oXi6+7NMavn3kHT3oH+29vWaHvRn9gr5ImDA+Q1+evT81Xz7NAdu+Pf4hvVWkBL569JI9jKA4vlxfFD0LWeS9MqiaPR8+A78zGzu+TAjTvKHJ7zuG0kK/ym0uPnxWBrgGGjC+uY0yvp6sPT7ZQAS/XJcWvhYt/j4HAW8+HXukvnx2/jslQDU+Sr/IvUhgeb6j6x0+V/5jvvVsNz5L8jE7bp1Bvh4DFD5AnRq/J0gIvt8Hp74E51m+OEEFvKZhlr40Swe/LbvgPn+5EL6yutk8I0P6PUPjJr7yjFy76D5MvhNQaL5M4AE/+oPgPX2H3b74wPa+54cUv46XXz1ojcU+R4dkvvjguTwLY3i87ecRv4E3dL7aaxi+4Swev+s3675x0uq+co0VvnuLt7t7GNU9WgI+vWvvBz+x1su9WUYLPndfarycAR+/ri3xPQ5gyb7pkAE9MkBnvguzKr1JJhW9rSJMvtMZDj7LN7O9Pki/vv7KAb5DRAy9BpLZPo0KWD70yR2+fFzyPLpewb0bOU69Ef3UvXBnrr1w1oe+oj7APJWEF74xQiA9k7KCvogCRD332Ba+eSKevuLCob2tk5m+P5+CvbWBgT4qV7O+qSDEPbLNNT3CziC+GGSDPW/9gTzikJE99DkGPrMuRz4QZto9iRWLvwZADD8gIwI/qVWjPYKAOj7pxVE+15CDvp2MAr3FU+m9kWaPvQDtmj7fRoI+XJjevZ9v873ncxu+ypDuO8sMH7+xrRy7FB12vdf4hD1ivxw+FThEP6Qx0zx7+eI9ubuaPqFy1rzgU4O+hebFvGhfCr+cAbq+3VurvSLsdbwfxae/bpjqPktkEL3STPs+LAoKPxcxqT4cwi+9NAMiPngNg74k3GK/i6mHPhnzRzyWFwW9HLEbv02Bh7y0KS0+wXYmPm8f/rwhsko92NMHPvGROj6qmoQ+NJcFvrL6Db/nMI8+vQB/vZofO78cYKK/f9GUPq3e5bzzLbg9V8YUPs6nnD4L6MA+CDtPPqegob4Vc6o9nnpxvrCKF77SsyG/oG1qPmX47j2eokq//FXovgF3Pz+Hdbe+cJ95Pk1kyL01DjM+hW/WPnKPmD65iL2+CfO9PRItTb94JH09F26RvfOu7b6Z6hw9b+SBPUS1hj3dig+/ZLQYvu4w9j4+7Jq/ZtiJvib6gr2Zmso+OaoTvikncz67OJW+OZMvPhZ0nD31S3O9mjGdv16Dlr27cKu+2iMYvzHpXz9hhM69ZX1RPg21rz58ZBQ+sa3MPVX79z17UXG/hF6NPiP9XT0mmU2+nYUsPiFAH786zae+0c+0vn/Lt71kMKe+i9NsvBIBbb4bSr4+7qNUPms2oDycbwk/ti7jvtS/Wb9r2sO+VOUVvzpKNT14WM8+eWstvh0CyD75YYY+UbelPn1air6MX6+76Od1PfxFET6/G1w+4lyNvtN7QL9l8X0+h2yTPTbn8T7/fQW+JzsxPRbj2j6cKQK/PIWCvhRYIj/Mccq9wkSaPpEkEz6lILy+42RMv3agh75ngXo+JqTLPnLnJ7+tCZM+nTLPvvQeJ71VsZE+gN7JvrxGND4Q9tM+FhqXPvVM6D2mMAC8KfP3vewSjD6ajaA+lEcpPRzkE7/osAu+M9oJv3JYdj33LYM+kjYzv2v0Tr9EHzk+/b27vsqS874Wvlw9de5CPiFhaL81LUQ9PDHfvmgSLL9jLJK/ltcuv03lZL6p5f29sJzYv2DI4D1fFX8+LSdsP2NADL6gTz4+XattPQskMD/Q2r++6rk3PznSAj/CRrK+MvX2PKpZH78L01m8qgeLvtzpub11uVA+/I1jviI1Hj9V168+bPiFvmpkdT4J2h2+pPWEvvYE9r4INXU+DoFZv4FDPT/AgFu+Cp+oPnCzEL/yozw+ZqPfvQOdJL0zTyQ/XxKXvwJuVD7N9ve9/E7JPfHngj6lwg8/xL2PPUypNj7lMli/74NQvi5r7L7RcAu/fE4avPmZI722D9a+aqWgvdzC3r3mfbY9xXWRPb6PNT/Tlq2/SYGRvgFjkr5akjC9c0GcPkNYOj4tORo/k4U0v9eqf70CeJG+73CFPz5+ibz7Aik/T4fCvhW+sD5kWIg9wVVmPhSRKz5vv2y/Yktdvujmxj0tWqQ77EZDv5szF73YePC8qcvkPuUU775bbYw8LNPAvv72Ir6pPyq+lYmCvsoXir+UqxS/oDYuv289aj7Qgxa/CYq3vs3COr7FVQw+4MCuPuCfzDyp9IY+K/edPwRNLr1HJbq+SowbPWGXLb9MCcu8kIklP5X/DD+XaR89bOu+Pk3NdzvYuB2/6Dsmv3ur479rSgC+MuPavqZnbD7lw549YmGYPjiDPL+m1CO+BqMzvjuvkr/aqMO+e6KWPfzwo749JCi/glQbPskM9D4u3u8+pAhZOuMb1b4EBEK+qkOmv6CEPT0xLCa++ajAPh/HUzwWRdi+BxAcv3ObKD/Ao/G+iQwFP9FePr7dEPc+mE4gPlJRLz9MpI89uGrhvjMcAL5H0Ci/YGo7P+3HEz6Ewbu+12ZvPmCl077uYrE+3k7JPpjsiT1rTxS/fj4avm9hZT6Y2Ey+IT5aPmciGj1p8s69Rf0PP51SAT0x3us+9eMOvnSyI79dEoK+lgWTPufrkb6026w+vIsePeUtMD9+mIm/aD9pPzaEYbxkjXw+QGR9veovmL6i3EE+Y9MJP2xRiT4gnpQ+0es7vkC/o75E/VI+GPK2PjVR8j6h9u08SmiYPQjeorwoxFc+vIV8Pbk0PD93xpg9uzk/PqOFID3hkUk+WdnyPYFRr733k0o+PsyuPkUpOT7P7ts+s2lPvtg1rbzbumI+fHJ0vEib1D1ehiU+KxUAvZvdXz2O3FO+whdjvjAwIL1YHRm/XdXgvhpCQr2G/Rw+luCrvsA3KL4+j6e+VZzNvVV6oj3ywbm8A4efvq+VEL+NI527Hy1IPdSqB79fAGK+sauevjqYZjxrxI++Lbw5vjUHsb1hQBG+2SIyO12oKj0jeGe/8yRdviG2Oj08xq29gSuLPdufkT0nXde+4q6evokBnr4YsGW9EqNkPrQkiD8Yd0Y9A8jvvjg+sT6XsEm8BhKmvVvX4L7dZ/++DStLvYjoib2kGHA7NqygPhFzsD6T5Eg+1Eswv758hz55PwY+ChaIv8Zgbj4lRiG+c9RxPgI9IL4FEo+9dVcSPm3Ug76cs20+85QyPvtW9jxqhIc+p9/ovncMf77O1xY+T8wUvZpUGb6It56+0gANv7b/cz39cZK8w/OKvbnzhr6sR8O8a/UTvg1Ylj2vkYS+WQlzvbzu7b1Ptju+vMsBvmxJ5LxESgI+hbUZvt7X1b0Aoiy+3travmwZeD4QQy2/Tv5kPeP3hL8kieK9q2uWv/xdab/Aj4y/F0kZvjOXTb+HchM/ik2OPsbDFj3I6ZY93W9EPUNLFD8qPsA+dNkKP+C4Wr/1psk9WZ6RvkFvKz5kRKo+dQKNPg43wbyLxc8+VKdSPlssF79NHD6++PgDwMJ6rL6tC0e/FJQpPpwSLr4mgQW/orOSve3Brb3cV2S9N6KwvideWL+4Dl0+jkkBv1eiir1w30U+d8WxvRNRqT4svcu+XjUNP5RW8T45G5u+IgntvoQMET/Dipc+M5kpvkxVyD4VtLM+RdWmvgJoKTwAjei9gIAIv9PlHb63F0i/HyMBP0L6Gr9AleO+ZWsKPl8Kpj63/9i+OevGvo1vkL7zb6y9ZpZBv+CoCT+mS0i+xW8SvnarAb7J6kg+f4wmPzPnar9sUaq+lIkhv4XbK78FHrM+s701PagxLD8qGtA+o7jDvD3NuL5LnlU8CWrSPntn4T4u97W+fUC5Phgj9D5n6KO9gl1Cv+m+aj4iL1C+Ogqevs1zOT+B3f09xo9Jv8aZIr9RrO++lYX9vJUgM74C2RM/tGLfvU+Vnb2U48G9/bZivdsHdb1AQNe90FaIPjD25L3sYQs+oRi2vZWop73vdRW+9gLrPocivD245qE+h+xjvq6oi77PI2k+w02DvNk9j74lxws+wUXSvYObrz0j8ZS9eC5avvGQlz7rnNU9Of7yPpEaJT93JBi+gTeqvvyz4z3Yg9E+snrCPqEGmT5RaOa+OULxPsNLkb7cSxQ/e+s+vjhi/j0Shd0+JCCXv9xe7TuTO/a97G0bP6LjzT4zESQ/jpIWPwyYqL6NNlg77Ea0PloSYD3MP2q/7raIviKS7j5taRe+/krxvhQI1D6CWgy/osXvvgSAKD9LCpw9I169vvjVQb8PXhc/pA7zPicDgb+y7+C+iqeGOndQOT+YfpC+IS+DvvHfmL+eI/M9nFDUvthMrb2ixnI/xwDIvtGF+D2lbOm+5okXvya06b6biAq/M5GqPWgbqL76y4m+cOE2v1uEMD5kzq2+GrW9PhdsIz/GqhzAOdgwvntmNj47iI8+sE8xP2a2gz63y+285U6lPuJnPz8mgEu/VNeSPsjerr6p7he+QGAXPs+r2L+wU0I+3xfPvdq0aj9x3zO9cnTwPHg0lj6Q2DW/xcMXPr05aj1fThS+x6w8v/8aHb+d/VS+F7TkvjGxOb/VIKg+KsLwvpLuqb7ZRgY/0BzzPskzC74t3Iu+Q0PuvqBiHj8HaO29zQ1cPgszVL4bMcS/UuwePnJ5zD7o0l0+lYdwPnbCZr/lK+u+0UxRv0Rv/L49ero+QgmtvhnTFD86XBA+uoU0PvNoP7+vh/O91hGhvYifD7+JkRQ+aeFUvsOl9b4C/f++OvbmvvzVIr6a19+7g5xAPxufSzyq4LG+1C7tPi0Fir55cyQ/vrqqviU5jD7Yy1Y8weEhP8HP7r22J3O8qHBTPWWEQj8D9dG8BTLBvj67mz2GWne/ARPnPeNwHL+htR0+Gio8vffUbzyIj/6+1cyOvV2MUb9m7qa+jftfPY59V76wb2C/YdCKPqIbd75wCAQ/EHUWv+5Xar1pT589FkAtvwFDQD0W+4C9dmjOPqYI0L6f4n29MaIoPvDtWz4lRYm+WGvIPjamC75U3Js9+loJvxqRJr/euYM+zVspv3XGY74NVLq++84KPLfIpz4YdWY+VssMv0UEg77IvhE+xvVKv9f7Nr6Yfc49+OUfPnjZ6L465iK/5vB2PrLhBT6K9tm+ncyWvlE1nb4/3xi/GvbfPsFpnb65FSC+QInwPswYfL4SwBu/RjdSv7tSRz5g6aE+aWvgvWGm4T5Oo50+s+BMPtJhlL2yetK++LM+PyW+w741BBA/KPnOvegXwL/P2SM+n4UxvzCpdb51kY89uPDzvci1173sr5u8tsr2PL0hnb5byE69MWyKv5iSnj7DIH29uKCwPt94nz6lKhM+68srPxPw3z6kggk/T3YNvlwptz4hXCI+XtmhvVXQQr9CxEU/QMhvvkXTfz6H6GQ+abEtPOW+MD4CMNY9KKsCPspki7x0Ifa+48yOvV4YQD4BHt4+o5KTPj5x3by/CoK9OhH+vZ+yzD73C6C9ABfQPfAblz37x3I+uxHmvU/M+74uxns+sPyAPqU52T7zFPA9c+9sPpOilDwfzwa+Sq3WvFv/OrzQJUq+CQNJvcVcMb4brGy6b6Etv9n4sj1NRde+rxBePrySPb7tz7i+6jUJPvkT2bwMI1++KLmLvdwNHD0kwo++GxoHvpaaAj4B7o++8/GovrVv1TwWYbq8s++kPNyLq75RT4C+hFxgvsjBxr33fqW9jgoMPgZuGj42Tn0+CcfwvdncVb+u1Aw+r/HyPlTFHb8zPi0+JaeqvoTIhL+wGim/CdTNvh+d0T4ygXU+ArKXvvm6IT4/JCS/QTgpP0petT7JkmE99Ugzvli/m79yBWG8qnR5PjxfwL6P8sg9JLycvL0fOj8phwE/JMvav5LuNr9b81q/mgbKvQdthb5SjzQ+nkzqvcEMQr5Jetc8l+VRPVuc/D0fgWw7JxRjvlwyaj57rwq/uQLzvX2eU74qHTO+htwUvij9sjwIQbG+DX8dvqEKqT5v0v+79XvNPBcVhL4supm+KNjTvenJiL57dT89KjPVPcE1Pz2P/iC+9Bdnvj8wWL59IAY9UZRNvcim371g51m+r3iYPbmJBb970o8+h3GovizGFL+CRJw+oi8Wv70ah79gLeg+dQcmPrPXHz9sbwO/xuDhPfLrxj0BK+6+oM1gPiCoEL+71xg+WWAWPs0Eoz7Iqze+1eGAPuqQFr8ACls+QJcbv+XB4j0bEgu+C+fMvQFWxj4sLyW/w4vtvq7E1b7xUoU9A8FSvuKOgD3dmxC++tS+vWWIZjx9YMW+PU45vwTNjL4dmRC/01lPPg/wPz5R3Be+7YGHvtGPrj6zpR0/BY/qPYygJT/g8PG+LvwnPt00m7x+PwE+jgWJPgxnLz9Bp9K+cfgIvXBvSr/HJyC/fLUfPfiRtL97pEY+/y0yv9NVmT5vDQY+rFm1vhH1ID8QP8K9HAXNPtiZIL+9EeW+hAGSPnUJTj/OLrm+/k3SO6P/8T3/+KO96vzhvlPSm72LgAm/NBSWvvp8iD4DXwE/a+Qbvk3VaD51OIm+BG+wPrIXyT5TmOs+mnhIPtq+Dr/3NKE+RBwnPvxrAL8WrJC/4liHPjjqAb7uZUq+/AuuPU254b3hAqG/uN2qvpuby74b9KU+TS2yvr4DkL5aJV6+gebSPJwAAL2wQ7G849BVPhmtUz73iRM9wZm0PLgQvz19mCs8EDxPve/ybj4hcZE+AQ5nPKA5Gb+H4/O+KE4Jvo4M3bvWmoW+/aSJvVa21TyKuaU+tsuzPYbmwT1FoyI+HpISPliekbxSOFI/8LIhP7ZX5b5jJxa/uEuvPjuMzD7T29c+AO6qPlYGD782ai4+TlkKvkofsD5JrAk+1LIYPVxDcLyzmwW/wuBVPjO84D7tiKs+UFdhPpyW+D7N5Rc/wRJGvRcC7j4TeR0/tnqKPRYEmr92wuq8VScKPjhOpb5YQ0e/mFQ3PqDa4b7iDZG+r3RQPzANKD2Ec1G+pgW/v5lRbT3fdmy9Avkdv8HKh7+6WjC9bPYmvtIxar08p3i+fzG0Pry+zz7f7ok++m6Sv9pIDb/ebI6/u97PvHD3Wb9GrRw/O6iYPUBluL72Zs8+E+wnP4GO2z4hGtK+3fbfPp2nhL5nUa0+8SIIPzxIXL+cKdS+zVEyvxjvDj5mB8M+EIOjvdU5rL5aKh4+aYn/PsAzWr5iRca9oUoQPnwX672Y+Bg9cwmqv90XNT/XcvM+FaZIP73fob65CJi+udxCvrDQEr62A5C+AxoCv+BqIT+jzp0+5i5EP+fwBb/LBro+vFvbvpr3KD1Ldoa//CPwvdc7gz0HlAI/QU3JvMoBPD2HKYC+zXVPPaor876wvAE/9skqvwm7+r4On5w+veJ+PmGOiL66yma+Kh2APuWJwz6z2e8+f24evzwMnr4As9C+5WgPvh3bXL7WP7W9tU3UvgRqRr1m5ag+as5oPhCu8T5utQ2/as5NvxGuT74ikgO/C769PqMWRr4xlVM9E5EDvt0Cfb79k+0+Jc4IP+nd4D0nZq6+mdF9vUfm/L5IcuC+fG74vrj1Az8z/fK9x2EsP+8lDz8o0Aa/xybYvgwhO792I/O+7ZQxvyOLNL4Fqwk+xTeqvkpxwb4Tgxo+4agYPlrVRr9OFmQ/ORiEPoDMab/VVd8+JtFLPnF3Ez6deVe+hqpMPr89Jj14gTM+wUjYPfVuRj2Mhta+4hwVPmvckj6bsy4+fWdUPsZN7b4ifNW9U7lSvQhOCz5nxBy+unX1vfhn8z6P+Nc9k63YPcksJb7uG/o+S0A6Plo4Fj5BHZw+McgOvoZmGT5IM1a+00uWPaKTKr1fS08/D738vnjGN70PNx0+o7lWPqVycL52gYI7K6+IvnIOEz+Z0Zc+yMJ9PMWdlb5cvhI/usJZPnvwaj2/w16+U6n2PkuH6z4Oj0G+2/Govvw6nz2+jIa+UqUZvqWO6z533ts9n/iYvlxh5T1P3QG/xnbZvjcZ1z3vnBW/7cDbPT66ZT0Nltw+S9TtvvljcT7wuvo94EEJv3Z3lT7UacO+00qxPr9PZr7Rgq89tU34vvTS5z5cYBg/U3ywPgUOsj4YPzM/5AvZPhzCkj2MfuW+BQ4hvxY4xT42uLO+yCGRPoNGSz7EDRQ+ri8BvoCIOL2RnRa/JQ9hvAyu/71FvyC+noqQvu4YGT5ib6U+9wN0vkCeZj3YlIe96D8Cvu3D9T3MkeY+HTaZvA5WRL6Se/S+hDDVvbxI2D6b2f49bymaPnVzjz4aQfs8jQpevt8iBT5IRIu+GAZAPpihSL4KxQ2+b5ltvuFayT22Qcy+skXZvbSrNj6c6xc+c9IBv0DCPb5CAuw9M6Gavm9Fy75XJ6e8+PwfPvO8xT1gHD8+vNneuySdB75azQi/k8sbvsf+Jj0AH3C+CXoaPIGXub72SVW/jeuUvdKGlT3UAi8+27G1PIlQYLyGMna9no8evxvy0z0eka4+2iidPhEMS77wSD+/wKZTv/jsNb0X9Y++p4apvpnxEr9Owva9QpH5vhNlir7VJNQ+FC8HvwCXZL5nSJi/xyxcPtwKbL1nC6U+1cMDv5E55j5KZfu9ud0RP3O0PTyCvBa/1u8fPr4enbzwAo69NzfPvqtmsD52bZ49QAfevrBDaL7fEM89rSwWv4ODAz6Ush++s80lPiZwIr9vkoa+EJEBPpcIEL4Nk1e+QQhiPlFRnD2NTQq8/iMmPhYbcL49ib09cWRKvvTMDD0WnIe+j7qGvuf70b4QDmi+ob7cvh0KzT6aQko9ZgBXPnocATp5Er69ZTWpPnujiD7JtXu+NoOjPZnLwD3GRHg+1FQ4v4BaJD99qSQ/0WZ5v/3aoj4C37G8kuOkvjI9aD5ajsA9p61rPteEuT1WUGk9iviOPgwC5zzlzBq+caaKOl+6iL6wMIa+IjnTPa1liTuSvVa+pI1DPnz1tT0itiy+qhf/PnaFzL1/z0U+u74Vv7gNkb6Mk+++Zg2zvu6O/75Ac/K+F/SJPh7XqT5BCk2/41ysPrgUGr5xOXI+qCqHPWtecz4PB2Q9BkxGvtPobj6Y4xS/lInIPoSNnr2t9uE+aykePl8FhD5LFwi/Pp+YPtejIj5bmzc+SDHnvWKNlb4sdYo9UbYGv7e4mT7gkP6+CmkrP0yOEz9CwNI9DOJLP0Zvub44+6y94bJQvtAmdb84QcQ7nTe9PYFt9rwggIk8EXjRvUgpAL8mECO/iQ+EPhqwrb1+J6G+fYSmPq5OM76HPSy+nOMwPxnbkj4YPIY+ZdydPiRmVb5V/Z89UfGqvnOvRj5vilA9rucCv0Doab+osEK90dbhvpWGBD7JmJu/6CX4vdqEGr9CuXI+bAPhvbkDt72pJB+/F4mRvsaVk74bfMe9yzYxvxingr4MCPq+lxpTPVgXVT5m5uM+pvFhPs2RyD6MIgG+ScxmvtJ6kL3x3Vq/Bcx5PnutGr7RjBe+MSWdvALUnL6oh6g+4KU0vs6GOj5V13C+hukUPjuj17tz/1O+EEqLvvKOFj/glg4/4Gkrv5Eq1r6ovLw+sBrSPLNMsz4Cf+A9VpIUvy/+J75fbo8+duKaPUnT2jyFMDk+7FijPb10eT5NX+Y976PxvqAPFL+g2rq8jUMLPpPEBT9n66A84cydPltCmD7nWLM+JOnsvtaB/j3icQI+TQD1Pmdp776g/ga/OyVYv2Hz3b6aFT8/rWoQP0kwE77WBRO9GHYUvgarQ7s200U+fdNhv63XlL6d1/u/4K/xPitLSL644b0+pTN8vuyKvz5K5mw7wvhfPqhvxb8i9zC/5R1fv34EJD/B+tG+NMw8vlJSJD5aABg/I+58vEuQfz6zWzw+fslFvk5Cxr4dvhE/mufgv4Ojk74e76q+MCCvvYInpD3FFRY+GQ2dvtF91L5BVlA+U5XZPeitLz6Dpiw+hVc9PnBxTb4ASY6+bijPPvDKED7U80k+uIuHPoewYr5qecm+yNioPlfe4j0uEQ2+Oo+8PskjFj+LXE8/BNUWPhsjsz7R1ji/MXiZv34zqb/TzXu9g49kv5/eeb438qI+IXChutdgHj2/fr0+xqDNvvMMgz7KbYy/wbKNPkVDIr51pZ68rF0nv3DQ+z4027s82AovP0QSUT9jw98+x/DdvSe/XL7IGBi/y9uOv4HHv71HbsA+5WWBvouuQr4/qIA9a+ePPfOJKD8r1Tc+tBYrPxB6MD/qLiY+WPzBPQ1rET4ZMyw/S9P8vWUNJD2OF6Q+aOc+vkthaL7QB3g+JxpyPsxCKr6STAC9DuIcvUcw1b6iuQ2+pV6LPuqPNr3uShI+SfGqPvbDn70WvJ+9E5yzPjo0Gb5pTmE+SGO3v3AzBr7hay6+tcn3us8v077tJ1i9djGFPm1CKb6MVd+9UPiiPkeXRbwplX6+hu8+vuYLlD0JqKi+MuwZPvpUuz6Bp+c+qGFbPfJA1j6btmW/imj+vlpwGj56fc694963PFHRtj6UkEu/N9+IvTi/rT4LthA+n+x1vndXWT7H8Xg+rpHFPWVaqb1zQiU+L6r3vbHrdr4bkZm+JJqbPpNPYD5abqq9nWU0v9rkUb+flrM+HUnJvaXF4T3sraK+rrSlvbI2Mj5Itgi/cBjiPWeKVj4JBbA9Hfo5Pt0r3r4Zw1k9e+CEPuON7b0q+qE9VhGgvH301T2PyQQ9TkCaPsE+Qj6ucRC+QlopviS0mT3xvoK+GgdZvWhh3z52qIK7ge9YvutUF7/rb8G+vw9pvhGbA7/86LS8ogKPPttHGD6lwTs+ljmcPuoZYL7Ae52+/+sbv60ihz7Ur0a+i8JgPvEiXb4RPb2+j9D1vF02PT5cfNU+I2p/vjbCBz548JU+oIwFP1dwpT5sY8W9e14xvq+Tv715Pna9f9+iPgU5Tj7rrOy6VvqNPvivI79B4Ko99J+dvk7DYL42Qao9xGl8vgnGAj8MX7k+vxsgvammJD7vwzM+4AH6Ph+V8zzIkcM+ysVxvm0boT4wXNg+m+xSvNia7z72g2I+w6YEPrr85D7nU9O9SYvJvsfoer8wWMY+fq1Ivv3jJb0dwZ++VS/2PbBYrD1q8N29XzW/PhcrDj7WUFY9nMESvu674r4/w2S8gyE9v0ytcr5EtW49g8StviVIl717wzM+ujUWPLgwij341My9I9EgvVBxMr2DS6G+kMtJv4FFib7rF84+aj16vsC/P76FE8U9HuR1PnzSxj3M2du80XyqvIBmxr7fZ2G9rJ46PgflND6LRhY/PMCEvjRRhz5uECa99ocivsOOGz7Q6xW/IlyrvvC4gz2+9gQ/Q3+7vlDoVz7FBYw+KDuqvsnCbz04jqc+O2grvsm1mz2S7Yq94wnPvhobTb+L/lM+OUudvuqorr5dYR+/sye5Pd5eIL4/3Qw+bjbNvXqo5DxfVAs+8/BDPrDNmL5zVqq+a4YGP++BqL3x5W8+i7GpPUM3lz7updO8DvCJvy8V7L3HCeO9DSHhv1PXkr9C9XQ9MsKZvsxRqT2XK789n4xavg4lljwk/0i/so30vfR5Fb8lo46+n6mmvSW5s72kbNe+C44cvoB8mT5T3pG+Qn69PoJLgj1kx8G+HAJuPkJcXr2ngWk+8CT+PIY8BD5GT6i8IQ+dvaDVZr+epak+rz/uvvth3L6Su0Q+1NzXvvY0k71RO9G9WGXFvkvwbL1V9oW+uHT4vUOgtb6Ea8C9h/tpv6GIdr9RbEg+YkcYvSiE3j5OdoS9aoBtPe6MDD7PEMs9cJ+tPTW5rz4cfTM/pGrnPX/oNrtI49C9cSA2vx0RvD2OQ+M8z8l5vpbCur78Ffm9552DvsmF6T4wt4s+xjKRvhOSOb0RYGm/ySDrviPTtr5hNRk+SeJjv3B3l73Hv5A+XXu+PteN/T13r4C+QIg/vbsGJ78Dy8G9nGZgPhLWGz8gq9e72GrGPadGs7xbYCy+AQQgPv1iIL6Yl8o977OevSItxj0Zas08xo3EPWr80L1bOxo+mDfOvqWHwD5LQkA+XeP4vlXWqj5fqUI87RSQvcvuQDwIXqI9FX7DPuXkCL/laka+2m5UvqXyibvuOaY+RsO9voWr/b3QWOI86DYnP1M1AL7kRrG9B4Ohvuld6b6xrhY9N2H0vIE9P751hAe+nRMJPWpSWbthkoo+lvG6PrnWML3NDog+CFqxPY464T4bHYW9IbNCvqeSOr7hPzU+4XcyvnE+lL2Udto+5jrgvpb66L6J+fk9hCxNPW7Te73fmOe954A1Pd0jn75SMi8+nsk5vjOlJ75Pg8s9YAikPkv+4r1L5hu+pPEavZPl+b25Gii/ErGXvmUq2j7sy9Q8YW4Avx4kz72cWoQ+yjaKPdRZz7z+8L69GGeqPtcWZz4pe4C+0irzvhnxdD7bRoI+lmwJv/R17r0NSDO87Z07PQnncb3Sv5E+8hYDvsllkL69n4c+uMHTPS4xsj5R2gs+DiCvPT5j/r1n7oa+3KfEOwGaBb/iu7e+wd7FPouJmj21BTU7SoUpPkic4ryG+pC89AhLvc9rvT0EA+I+ZqTYvQK1Mr4cbrC8PR4xvWs9Gz4qSSI+wF3EPk9/Iz2MGfa+lJBAvi2HJL6V2jQ83SXBPo+mpj2dyuc+V+S2vk2r1r0WQqe93+IsvUfPOT4iB1K+7H6rPgjsDL643oe/TK/KPXOWdL3BRKg+r8D6PJMABT+0/9a+124rvgsBVT5hN1E9wGV3PoGAxD6l+bK+JHvWPIv0TT9AObC83T8BvnT8Sb4dTcu+GgxAPjE75z4i4s4+m9JpvU0ywz5dWla/SFOxPmAsNTwqMcu7bsgdPmiNib7wch8/6SS5PvyDk799HYQ933iJPi3TLT+fkoG9finBPvPI076v3aG/mNvbPRepcL6BlOA+rc2rPjsBUz4tYYm9OYePvrC0ST28Cgo+j12fukIUqb4SdWs9Qe+LvStrgz0evLA+sJ99vUGY+zzBQrm8o++eu678cb31SZc6theSvRqQs76nMEA+6JTzPleiqL080Ds9VACnvSd+87310we+dfrFPds6Ej5VZJ4+TbcfP5aX5DyB7ng+o/FYPpNTjL5AjMg+b0iXPuvUkD3HXLk9RGDCPLOgPb60mJa+ynJAPhIs9L2WT58+zmr+vktJjb73fEy9iCW0PN9XxLx0NCm+2xYWvdqh2T4NaiC+fCXSPhOtAT8VqU0+lRxrPsTMxD3Oeui811hsvldhvj4FJKk+2I1XvYTeq73pUVG/JdGcvXJFIb++sdK+HLdGvKD1rLyMdRC+09OaPljIDj+hBZC+8QBpv+HvBr8e5Ew+2SANv5MjYb+ujs+8VBW0Pqr+XL3ZCd0+MWWVPkhDjj7/K+U9WF3PvnrYG786Coi/QEUevwhlrT2rEIe+x/Ofve3+/733+SE/NhxsvAlf3D5gkXO/wL8bP5BLqj6avwY/+Qj1vliEgD7SBUk/xwZXP7VWFD7vcVG+3GkRPwzVWr9Mzt2+55B0v4+fkb0Vmg8/Y+FnvWPiWL80doE/M5uAvjo2vLzIjpE+IitRPwg9g77WsU6+KVGDPCqXar7Gt2Q/tcvNPq4Scj/RghK8tjElvoGowD6O5Qo/EMZnPmSF370Q6Ds9iBa9vXlYgD0Pj6c9yQMRP0bkqz7zXAI+lFIhv/PKED4mUqU+b0UXvh2ywL0yy92+N0cQP6vQHTshYgW+h99YPqEh3D7bc4E+dNQAvlWdMb02J7y+kTdPPjN49D2HI/y+c46bPp95ur1tsCe9g+WbPSppBz8hqXY91jPTvVwopT2BFHy93I1Ovkdkgj1ZEOA+KVRivZLXirypL5U+ceK5vhMRHz5Q+M69XdHAvTs42b36lVU+W0f7vZkXYj6WeJY9QG03P3CZcT65OOs9ioPtvrk5lT3zIfq8xNtRPrb7fT6B04y9hkmvPZFGCD9N/ZA9wp8wvWY9Nj4X6xK+YDPIPXJcF79z5iW/vswcv8RbAD/Dd4c+YkyCv1wDhD5iFMc+k3MmvoQYDz1F4ta+ZoxDvoDjrT7py5e+0Vw3PDCTRj6MzJC+ZYmFPnpnQT4YUcS9UKk9vuO8mD4qdoG+vBonv2JvYD6EE3W/NQt2Phr71r5AMY6+KRGBPr0V9D1yiyk+pD77vWkz571nc0m+Pd4uvpcZNr7x4aI+j0g1Pm1Mcz6RaKe+QWV3vd5l3L08RQG+UcKXPsYoH796iwI8ezAMvzedlb5hEme+Kdy+vvW/tz2zebi9gh5AO+N2HT63XI4+wkEYvkSrCD6krJi/T6dtPhkRvj5w0ZE+dBf0vUMqAT9kfCK+sk9gPViZCj+snJE8PCWavWEWob+8j9Q+bE2bPmMF9L5TqRM+QT4Bu1A0s71Fn5A9uLf9PiIRhD2eOpw+HxZWvY2/bL2ca6k+Y7iXPI2kDr5e7VK/gWwKv3U6z770HYk+aC9RvyNUyL7G6uA9c2jwPkLbRz7R4vk7CgGTPamaA72Qdiq8xavsvQKmNT+cGwQ/NMFyvxR4nr0moJy+78UNP/w8Ab7eTUg+17BVvmPkf73QQgQ/DL7Nvhf20z1iGNI+6+SOvh/uNz4v1py/ulMDPaWmJT5I1J692s1sviQiWb7GoHO/24fHPtfef749n6K9uqCivu7xXb5yi1U+/+f8vvmJyb0VIM48FDGgvnedAz4K0g8/WqbwPtk20j41+Ju9xmB5vMMly74n9Jw9QsLUvG5CG7+Zowk+HZLbPMdJ6L7HXII+bmewvNVhDz3TFCE+A+EaPi6Y3T56Dso9xfjJvpkM3L7Dl4+9bneYvlCSYD/w47C+YVFWPPT60L6oT1S9tLr1Pjekgz3jJpe+3GuIPAfXEz8lDIW9o3/wvjAwur0VcCK+PdMdPpdDeD3tjRk/+SPMPqLGHb9oEtk9WTKiPgbr6bw+2ym/KxhIvoLYSL2sUii/asddP3QnoD6EhKa9SwH1PdlVQL0bOBq+WIerPlQu4z6U3Mo9Vc9Ivg6Zn75y2CC8KNkqPtuEHT9caAG+XugbP5evTb/H0XU+yQ7IvoR2Xj3VW/Y9l+9KvpcC+j6WQHg7HscVv+ng8j42IXO9EY05P3Ilcj7ptuM+W8QMvrP8T7+1/JE++NlxvZBvjj7t/ro+5WqUvNZJGr+XVwU+l1d/vdjakj6Crlu+a3V7PTGMNr7Z0dg9WQ4TvsBPnL5tcQk/TsqCvs+RKL4vhay9a6gdvr/okz2xNog7rxYvOzR9Qz0D9QU++qxePHD/I74GcQY/Fma/vQvnqz2WACc83ySXPUMw170XgqY+SN8KPnbGlz1ZnbK9k2E1PpWXUL5ItA0+yLXOvTudGD4IOre+OqmBvQlLuz1aacU+jMSXPfZlkL07trA9HcSbvsaZkT53zC29ZTcNvpHrET6yHDs+Se0hPg6lg7z5/Qk9sUaSPRyOn79hHpg9GACaPsgPiruEYt49/0c9vlgLvL1gTNg96tmWvkbJ0TxT9ES+o5bPPlTLfz41vvY+eDmDPmmbrr66Pz8+bcFBPn0wiD5MK4a/b6Ymvt7OPTwAKwC/uLtCvI/9Sr39LIU83ZBivt9Ieb3eLIi+ncS/uqQleD/z5Im/YjKePu9SSz+OQBe/UjGZvLNaAb7KAxa/DLHtPPssEr9cOXy+u9sCvhbSZ7+lAMI9RMDBPlByoz7oeJW8G6GdPLerBL0tZCg6Nx93Pv9DTzs+7e0+65BrvQ//+b7umg8/jiMbvsAeML2+Mci9gi9hvecmlD4JmWc+f0jVPk/IjD3tS+0+gspWPlgXjL6SCiK+0yYHvShypL5t6cW9VjfFvR/VDD7OKIO9pEzaPmtECr90S2A9cELnPU10VT3XtMK+0v93voo1Lb5Eh9S+Hd5pvGUzTz7R4kA+5CYbPmSWsb4XXVe9WG2uvrjY/7zCH769Js+1Pcy9TL7mwHI+K7ZAv7M4TL/inB8+T2KDvqXWbr5T4Zk+S3eavuaQFL8D0Ec+Jj9EvnJLCj3qKCA/WlOVPUrwAj1nZcK+vT5Avq/gNr7pngY+Hw3+vXsNAb9Myh29+uQMv2dTZL7/Ppi/kbukPuTUMb7xDiy9K3tlvq4qzj3KfKM+ZuxOPgudmT4FUHW+Z26xvv5UrD604SG//yC7PPLK+j69FuY9+crCPQmI9j1hCdu9PNgkP/XlzT0RltQ8UTH4Pi+9W74R+fo+Vs7WvT6Pp775Cdk+b2d4Phnhqb4YK0y/OdqdvgkKOT5HPWa+qnZVvj9igT7WPrE+LNQBPr9yEb+4tEk++0WdPc7/R7+vUVU+iGMIvzgxGD7yNKq+nKbVPcINuj2qikM9L+aNPlb7oT08pBw+Ea+cPv2nKz7rAzY+wDcqvv+mED6plw6+WW22vgoKXr1GZBa+bQggPjN/Tz5Xonk9BtInPn5S1Tyc7Nw9WD0jvlHWk76JEYO9i2yyPpbkhb5zQYc9+mSoPVMzej46ei+7HnVFvcrtGr7WThc+7cPnPK+Uib7U7hE+5BGcPlEYcL5BfPs9DEmFvrB6wL6thja8AXsYvrnFOz1FKB0+YOqSPTgKHr90Mha+C4k/viQKfr73b2y+FQ2bPh0JFb4MOh6+s5jLvbOYez1DxLg+sgCZPop0cb4jrMO+L1GCvqiEkb0hP2m8MF15vnYXKD4Ne7g9Mzy8vZCTdL0XjIE9o0YtvJf2jz7zTh6+vrEgPoMTFT7lJwy9W8yFPkqaFj6obNO7yAMIv5U/Oj5tCTe+FEsnPm71gr7d5CI9BX+zvYKHiLph1No9Ck/Lvn8I2b1N78e9ZO1LPlKu1b7mKxG+V8oTPiVoE79o+4+8m9y5PlRtyD1mHxk+tWEavtBAnb7o8YG+WcRVvl17xL6D7b++MTpVvHDBGT6hspa99E6GPuSZX768S3u++pTJPf89aD763gS/KVzvPYlBBz+XwvO7iwaUPhd7Lj7T7Y++6E1Kvesq8T64V0w+bm/8vjSm07+aBem/MrQKv3l56j0aQzc/ZrpDvzPnJj8+3sI8DWylvoOUnT3Ct4e9M1NfvmWRfr2Nf/O9gAylvFIqBL67EqU+ClYQvlLeSz2on7c+fQvSvJNwMj78xWy+U3ahPfTnl71b/aa9YgwqPQWiK78udYK/UZyCPliWlb4Ld9Y9TvN9vpHUjz640C8+eXEZvRjVPT1Jeni+Ej0wv58sU74ERnC+StuUvt8N87zSfrO+MPWAPgX4Rb5geqg9yICQvQo4yb2850s+tu8fvpAPLr7kgFk+Gq93vRtB57wLtN++0t89PEdBSr9GKqQ9o2JevqWQHL98EXG+Y36gvXt6Mr52Szo9PFTlPuhWszwyyNi8hWRlvMAM/L4HjRy/nJ5uPmU0PL+qpDA+4a6sPYN5ZT5Kw5I+vv9wPg8nYz1cAei+Lj3nvmm1BL4gukk+6y4cPueZBb37FUu95TzFPTeNQD78HPC9JaCKPWEaor7oxOY9W/YvPoRduD1qyaa9xEygviQ50r0alti9YlsNvZiPHTwr5m8+IAZ+vjNLJLsG4OI9GjagvpD/+T7zZqS+7nGtvnoL1j3+0T0+250Mvuh+ab7OJe6+IDCqPmCnvz08h6G9pKGRvSAcZ74M1Tk+jpolv6YZkb4hDWo+wbW/O2P2mz0sZme9e/Zkvi8Ssj7WrcK+RZ4EPtI/ib4Xv5A+g+THvHbLp73oUUM9h22WPZMXAbxdapa9EVeBPXuxFb+C0jS/paOOPhT+8b0EQwu+N57uvgdqvT3E3ou7ghNEvCl1k77CA4u8NQoXPl/RSj60Flu9xQbgva9rqL70RlC+TpWovqhqWr6tpQq+BFphvethZL++o+u+oUhePXZl1r00KJc9IeksvWnsdz23wqm+XRk3Ps8rY74npkU98w6CPhldzb6e63E9/9gMPfUME76c2Yy9DekqPsEGiLyiH1S+og4PO2DAqD4hh00+eqbou3x4d71cZM+9mp8bvsps7z2mWyO+biTrvQmmOz5Nm9W9iGIfPh4jXb7Yb6W9X8ibvh9FC77flRE9I0BYPQ3JUj2aZTs99cvLPe2bTT1YyqE+b+V6vROE4z0CJ6A9IW26vg6ba77LspK+2FyavVW9Qz7Ro8S9M/6CPsvVaj1HMtC90QInvsPd0juFbbc9MnyKPf0fAL5gPRk+Z7h6v4Wjkj3CJaG9PXiuPen+5r2puq0+LJ9RvXdVY75vVWI9P9aQvmValT495tA+C/62vpoJyT4qIoI+ChokPuVhlL4db4A8JqEavjt62L4FUX8+T3oovZcxjL3hnEW7aro4v33gfz5pLoI+4zK7vYwHCz7sdYG+ypcQPl2iur3VePu+SO+XvumhKj5lss4+/4naPRRB9T18SMG9CAjfvoYG1L1lCGG+ovhXPhKy1j4w3Ma9w9+IPsIDtb0zVsu8P7ImPstze7meGNu9u4aLPmbABr3gB8+9ozPAOzYIxjxIn2u9g8hxPuoH3b0GDAW+RKFNvkDbUr5QicS+s9OLvNxl9j2+zXS9L31mPlZ9zb4CGHi+uaMCvp1fkb0OP9G9CrTjPnilEr5zjc+9xrPHPsCKSz0vZr49zALSPaQgqz5IaZ29y8QYvjM5mr5zRLy+BOirvqN/Nr6lQ46+yrwGvFPKxz4UsKO+mysDvuFcj77qvdK96wJuPqJ85D2j7Gk+S0RpvuBPuj4hGNI+HMiTveZS573dUVq++zkDvE/mmb3L4PO8qS4Gvla3p70Qm649jxUevniKdD7/OO++VyXCvUyFfr6F8lO+IJKFPi/iNr4G7i8/ACsXPqfED7+vCYm/5r06Ps87gr0ZmY2/mJnGvVTOwD6uIqU9nE93PUt/ob0xwEq+d33uPGqb6b7ayIC/0Wp9v27ihr9AXV09HLyBvgVluT6L2Og+pBwvP/0ssTygOlM+dkHrvXpnpz7H+0E+SrdzPg6Mcj6Ljtw9nKSwPog4hT8DliG+5jyjvtOyrL0/Flw+5JUgvqHS7L9+yQ29s8boPkYSrb2gSN29MWcaPzK2PjxqAIY9kpsqPos5JT+QHva+NlX+vVhQJ71/8R4+ouf/Pn3Skr6kG1g/AWhhPjfZaL6SYdE+p6SHPjYwDr6U0De+xTzSO4YY8D1nBNg+aVM6Pt1xorzhrJQ+aiWpvfU3A766VPw9dnAEP/nhlb6hPGY+DHGAvotWBj56EXc+TcS9PTUANL2PVu47r+knPiSIqru6MbG+z4+HvsJCwT5RpIw+WqOqPlx2Ub7pN0U9Cwg7vcLhRT5VKjo+RSCPPrJJA7woqay+iSH/vYikYr6mPBI+2ZLOvimqkb73Ria8H8ufPnhX7D2xphC+WgW6vMpn5T1TNwo+S/oDPn8AWLz4PtA+MKaVPlLJCz8iID4+cnONPHz9Hb8NpPW9P0gzPv+h470vs/U+IsmNvLx1kTyxY/891N4vP4M5nz1wvyA95OGUPWujKD5K0L+84kktPvMZAr67uxG+QaCiPpWMTb+VTU8+YA9pvtSYMT6shSw9YcaSPZwB1jwFHWC+uFNvvqYsvr2ExFs+Zb3cvtLcOj4GqjE+D8HhvuhBD72B6CM+GU6ZPYzm0btpZNa+SFSMv2Xz3ru/PcC+lhXavm8PDD7JsuA8iX6CPTWLub79Oyy/TprLPU5qhz2Ihoa9FvFgPt+5qT5ucjE/fbWaPsJ3Tj2nfs29CWg7PPCmVr4ZsxS/g4SEvpboBL+QVVk+SKrfvuI4TD5XzB0+rdGivNSbPj2uNYK/TUClvs3xzb14Wr49dbmNPj2ofD4OgKM+XlTmPg84Gb+JvQI/ZgKAPrpSXb0627Q+orAnvzLK4r1yXqm/PFSGPmqfkD9mQ6K+PNUKvipJSTx4Kfa9b6EWvpI2Zr8DKus+QBGHPnroiz7UhsU9cdVivtJ8L7+24ZY93Cx0vum8kzyZN0Q90v20Pgyr7b5w3Uo+NAm5PbmvET+4jMc9KTIDvx8cDj3NSds97gdQPifobj2eN9A927GMvRk0ab9+10Q+uzCpvcb4rj7WFOC9gZZkPs9vo73AtVo9bjmgPhaouT7j/O0+7PTuPl+vmr7aJA4+xVD3vxcSLjxnm50+nI7mPu5QDD5xQSa9QqRTPmW5Zz7QPQy+yDVfvsF/8T1+bgM+vOrhvskynL7hEYo9IExXPig97b7JnZa9LHivPgx3F71luaw+QF2TPPkpRb3hF52+1enpPF6CD76CTv++qV+iPrax/jwz2LK+unAKPjSYg79GVy0+ZaAPvSGzAr5YXHg9EQw6vtdZcry2lGM+zzLjvSrvbL7PXNc+wdSQvuQW277QZa29RDu5vvxjGr6HdwS+zhbhvrbklr0mSo4+kppjvwdd5j6d268+ulsVvRc0GT2HL9M9X8hxPn58Mz4WQqQ+/IIHPWYMxT5D4gc/lsHAv6ibTL9XYoW9ODmAvhycLD0re769pdJuPazi3T6pWeE9ouudPr6xNL3EH4Q+OVtKva39TD12ugq+IuPVvQ7tOT6yYGG8Nrs6PvxQiD4bnqs9OfmFPMAn/T7GZbS83NuRPWfcir4JkDk+sCApvWCHh76Irgg+c/NnvneR2z0s6Ac9pYUNPsm9rb3ohdI8yx4mPdHtrT3BoLM+OICJPhNnIz5g7849jY5fPVb2fz5pY5O7Fc9QPWjL/r0uJPa+SDjEvbeYR78OOtG+/SWEPvivS7ZQb3G+Jmk1v4lCTr13hwi+P6wlPnlqQj6xVK+9U7IhPevzKb3nU5Y9gbBcvcCYGz6z5Oc+q5VEvYFAoD6tuK2+s1mMu3N7Az6rkZ8+eWE0vjHnK75+vM09HnWDPgTPtz7XRys9uryQvlbr6r4vfIq9gFqzugBwbz2YWzY+UtTcvDI5Hrzu6xy9nqfgve/zHD0HOgw9+7HZPaR94b1b4Z8+VS3tPC/kzr770Gu/O8MnvzMhtjwvtAi9U422vtGjYL5lM5G+qRBQPbKnEr/RF2g/Gdb+PfnSir/zSNs+zCs0Ppvakz3lCQ2+Jc7qviGtXD8pNAy/p2ShvyYl6b72Otq+S746Prbu578/9pq9kKMRPqkLjT5L/pg99jdHv3yMGj8pl5U/5c4Iv5mtNT9LZuk+vdk1v1e5Cb5Lg+w+4C3aPm01pz5mbNC9FowPvhMdlb4MR4y++OQuPab7Lj5xXoM+dFEMPJKKhrw8SnS+4LfMPaG8ir26X8O9uWWOPhTS1z06OeO+fk7Fvolbn71UkBm+VnCSvV86Jj5izh094I+FPSeFGj6gKmw9y0zevW1B8z6yVhK+2QwiPcJM373vGUS/+wWovmrM9L2kEAE+AOUHPwl7Mz18Vjq/9h7JPrORsj0ChHS9dZecvqoAmb7u+ye+POqDvnOcLr2cejS+BRILP3n3Ir5Mf0a92c2gvEby6L7RDkY+aF/KvgAsmj3wIhe/YrbzPrzgob/SjlS/3WMsPlp8gb1/uNy+htcJP4uiUb4bUBO9/gZ6PjDD/z4bq4q+CLcXP3HcpD7KQXa+Vgswvov+fr7LmZk++LZXPgb4XL47ZCm/Zuervm4+5r5F7Za+pD+jv9ceELzLVDC+wZhVPUdNNL6oKq4+EDDAPqu2eD503G0+9jqUvV7XF74tgD8/3Tkfvcj4sL4s+bk+3JmnPgMLoT7zMRY+GwQCv8clLT5Z98G+2DpEP5fzwb6KsCE9QaASP8UJ3b2Yi4S+OYbWPh90sD8e69K+yr38vtiLFL+OJhu/oDMIvyiRLbzjIMU+sl9YPiVfoT6Op6k+UzxMPhI5c77cHda9onQ8vkbbnr8/R2Q/iku5PSMhtL+5QSy/790PP/LjHr4JIZk/hnK4Pke/PT7o0WS8IMahPqYLQb5opZi++7uQPjSyjb5W7+s9NY03vTj8Wb6iegc+B8uJPjRfZz4p9eS9kZcSvqtu2roqcfU7WZ4jPLU4YD5dm5k+E016vVK3kj6+YS4/r2XDvZIZwD51w568vj5kvlq/LT5bo4M9YHqJPpWO3z4F1ka+Y29bvpr/kL67Y6C+GMymvVVP0b5Yj2s9DuWpPitpcD5Ss0c/ReONvv3GoD7F4vc8f3pwO2eFwT5zKPy9qmc1vnL4Cb+jfLI+RP1rPsAcNz8H1N89GqnovlAooz7syse9BBHPPmij2ryKapc9KXtyPvEwSD7g7/08Kz0MP4Mcwr18+3Q+EpHuO/vYFb6MBYg8kjWiPuS/kb3U9Yg+CFGDvew3+L1rJ4c9AQxuvTHDqT6trKS+fWCHPk2yxb3JhGk9S2YTu6t+uD5TnHK82RiDviC3BT6KtJy9nO2JPuZ4pL0b1km+Wuh+vXUD0D7CCo4+B3aiPklImD5daQ6/2bccPz2zOD5pGxu/7Opduzw7+70w4Ee/NyCvvqO6HD7fk8U9mOCrPU6rM781M+w+W11KP0F/0j6snee+HZT8vU9yir43PIG+h8i7PkI5c78jOYu/gwGkv/srIr9fDry/rz4dwAol1z1kuYS9mmgNPoCFgj40ROG+rIYeP4SJA74Auhs++DOkvYo75r6+hcg9X54rviWJuj35kau+o8omPrjDHr75AD6+WKx0Ptb+mTxI6qY+ewLbvsq1PT4++ES+rjVmvn55HT5QdhC/Qv/5vtT0ZL4/uu29+skoPDF6eb/BYYM+GWUku3NqeDyOZSI9qjUMv3AU+b5pY1+9v/i+vsrPIL908fE+BUSevzo94ryDdTC/Im0ovbk7w7zSzJK/5zMNvr68LL9hgQ++amIFP2NmIz6EoaK+6ijGPawwgL7AKIu/QbefvpIfTr0JKBK/d8xZvkZbY72Z5ZC+ZOYTPbzD9zyST0m+AArZvX+dXD5PSve+BYWrvhCtnj4qPDK/8mwJPodYrz6Xu8M++CbqPQBT4D7mFw6+p5sDv7Ps+b6VZpe96D+qPpegVL5HG18+QWu8vu1r5T5hiNk8mBCivqnS1z1NNEG+HASrPch7xr4x/Lw+Ytl0vlANpjtZbJY+3IMQPir77j07EHW+xFOpPqreKj7+/Mk+BT2MPqkfGj0TW6M+HxWovteWvr6396s+fHPXvdWFVb7eBzK+qSeOvvk4jz6r35g+oS8WvRXG0b4T6cO+8vODPlsQAL8TUMe9QuCRPZ211j5pSSA+fHxdPhiAAL7eOCs+43aIv2KjGb69lje/mAmVPnGUlb1m8+e9AndxvlikDTzI1Yw+INnWPru6sb2Ru9S9aQV2v9KfUT7J8BA+9Os4PX7v+77gCpc9AnwYvutm8L05caO+eWyfPgIGxz2UXZs+o7S0vcEBCr1VwFG+C2PpvW7kub46ML2+hSA6PoZyzz2eSYO+Q/zNvVY6Az4jZ3s9SRqavdfiAb1WOJ8+2Vsgv/IJqr1AcZa+MFGwvW5CUT7VncS+bvIVPRAOmD3/Pjk9HYoJvr8lsz6jM0w+eeUvPvZwnj63eUw+MftUPqlcODyFSSY+hzkcvluNqL7sde++zmkAv1zOkb0pbn0+I12YvcZRYz1Pi0k+B6pPvV29cL4Mj/i8OVFbPbyeFj5CZha+45zMPR+JTr6PWJY+wCGCPhx+6r4RZnQ9m0V2vpUqFb+vyqM9rPiZvlC57rzPCmE+/qxUvQQ8dz3uG9w+8IpGvqnbWL4ppvu9qWr9vGgh4j4Epho+LWvmvMwzd7yr/Fk9pWobPYnbjT5A0Ia+D74OP60CSr7JOkq/AgQavr2twz0CQ4c+lMefPrWfr76TOJG9er/fOk2kuL7uuRW/uxBMv/kgCz4nGiQ63sj/PmMLpj0Kwqc9vvYUu/yxPr+iRWg+syhOPwXlSr6niog8xSnwvKcKuL63Ccs+6DYHvD+yir5PzbI+L51YPqO/3D78WkM/l7eevUNhmL6G3ki/QTnPvZ9p6z2yWzg/p7YvPaNtVj5PT1a9UX12PWXu4725qLA80LACvnbUUD6V9Ke8Mj4TvRJ3AT7z+m8+YV9EPLAp3D3M4Da+ogSivh/Wh77TsCM9bEnlvr71sz7G8cA960LtPBgo+z3oWIO+RTfLPTlIwL1JjLm8dfQGPbamkzypiQI+DZ7FvXKzKT7vxFU+sbBQPi/RIz4YkQG8Y7KZvJCW7L7Tt4C+UczCvsHnjL70hz+/eDmQvk7Tkr388IM+diYyv7gH8r6wCHE9uoUDvrKZCL73EB47iT85PnRDCL8BUI4+Xv2ZPnXKvT2z2C88DyEPPlhMj7wY17U9y6WvvmqKCL4NfO28ljWJPm99Db9Ycdi+EsoYP2gIRb/L5dk+fbKbvkxWCD9XTVI+2D7rPtbekD/Rxoa/2FxXv4HnhT47HsG/ILaWv00mxL1MgXM/vR1pPmscRj2ZAHI+1eEMvxFdtT5a7wS/qg8zv51kgb9gy4C9R7beO3sEsL5RbV89813dPscdFD42HGA+jWVbPgTthT79OPs9tr6wPZwwEb/CbiW+ScutPpgcDr1V1oE/momNvCXrNryDfQC/zs3TPgsUHb+4dzq/vSSjPZn4vD6S8gc+blPsvjmbOT+2jBm/ugAKPi425j3vt5s/cu9zv3Y/6z4RDyE9IwcZvprGYz9BpJo+UptGP5C7ND5zGqw9OwRMPu+ewD4l3K+9GYBOPS/4pL43AGg+jFwKPzdNCz4deI4+rilaPmRQgb6NKYS+FJiOPSd8LD9z9c2+sQPvPgeftb3v9uM+iIJVPv/mtT5Qh/Y83HaiPnGjiz6Z0rQ+Ht2DvZ+Pq77O240+dzquPgCCmD4HJbM8fparPWg7kj0ZpyU/dffSPWohSL1E2IG+Bkd9vijAn77SyNC9i5C7vcrBDrzVta6+6G4/vv3jCD+XXz29xV+yvvwWoj3kvsU8dpitPkUPmbtNwdM+9qPjPQmrDT5M5+Q+PUqHPix/vT6umdi+z7w0PWmZyj7hyls8rbiXO92bjz1dDCc+PA+rPrYLIr4EgC8+mzHhvZikwj2Syly9wfasPQJgtT64npW+FA+pPM4Kqz32lqy+nHTpvJdWgL5nOBo/YdicvDovAD5wd2u+Rd9JPs/Hlb4UTTg+b0x+Pgzlcb7Ux98+7o4LPinRtLz7O4u86aFMPhTBkj7+LOg+7TjQPfPjeL/qDrU+MEXSvs1kT796qTs/igbZPs6Ynr7O8Tq+uv13vzERpD6hgdQ+fJPAPS0wQz/mxv8+ptEIP4rPOD+V60G9LySavsEWoz10+Ra8Y2y2vSccAr4qNCm/oDDRPnbzVz6fbCC/cuEMP7u5ij0RyLW+A0B0v8bjk7016BU9xmiyPno4VL+tAUe/hbejPzROL7+g9YO+tUIovoophz5i42o+YhKTvuGJkz+cXf6+aX/7vrO0/b6fVtq/zGWPPUMzdbwzUIc9/eHLvQi44b0Ecxy/lj3pvs0eqr6k6Ok+yi6tvo7FLj47U9U+k6m9vYNHJr+PJoC+iU4BP2dngr+K1IU/RHmgvsc8aj6uhvM+KiEQvpHHlr4+tya+2pS6PddZij7NAqO+FWYOv+37pL6+xRS/phdQv0ipbb+Ku54+Yp/evdJ5ez4owIe+eVIlPRCE4z7Vw8w+HUjhPh+uxD4j/Rq+AN0oPwYOQr9LpZm8MZ3cPnTPeD69mdE+GDRXvp4FNT1Pdea9pW7tPZ8yur6IKy4+vxTfPb8g2L2tGPa+WJxmPn+3SD4RXd0+pksvPjb8Hz4q+Aq+HLbvPtfZHj4BPXS6X+1vvnMvXr+rjJk9LRKtPVz86D5xGZs+w4ZRvhi1ZL86e3C/+pbNPpUQSD4RSQa/abkPPwEQGb8TkWC9fdwNPlbE5z6bAxC+FuNtvsJFHr85grS+9M6Qvk+rGr5MMwW/T1DkvAiXl7wLwK89cjtAPzs6B78h8tC9UdRGP855rL2d/9u9jRvDPXDb7b6WQws/i0zzvp+kOb6GFis/3yqxPlSIG8A7FwM9Zpe3vSjvjb4E4AC/xSoLv0+1Jb7oSlQ/tjBFPiNmKT7Fgvc9VHZJPrrKeb5Rcri+dtQsPRFpSz6sm4g+xW3YPvg5nT5AN4e+27YWPTf6Hz18th0/mYBJO9TYNT5H1M299eY1PgVNizwqhUM+Cx4JPX9vkjyqNps+/rBjPsjx/j6b+oE8TfcCPoMZRr6SUX4+UrUFP4BIOT7cXMM+h2i5PnoJgb1Zlls+UxWWvTv8Vr7cs8q+WMbyvpeUvL3+RZ6+dHohvgvxFb7yj6w+u+YDvxB2Rb7T9rU9q+bxvuP6lz0mp/A8aAjzvgXKW76ngek8wD1MPcwhxb2oWGg+QIIuPt9Xir68yBY/+hOCvmttK7slLTI+hKH/PvSbWD62Bfy9iEn9PngKJb6jbAA/qgJJPkC0K75ReUG+7YlSvkYm3z4czKO+9y2IPldXDL4ffRc+g+6LPIfR/7uc8xs+TyJmPZ71hz66/lu/sKmdvUUjwb4w95O+JYyav9K06b21BAY9xF1yvfU60rwQ7UQ+ff2FPuijAT4Gm+a+ih1SP61g9LzBowQ/DA2tPtCkXr1vcPi+tP2FvoUzGb8TbRk/hFLnPTB+lb8Jrza//jSiv6+XTD4oOuq/OTS4vONhEz4pYcg9/DZCPqv9Ob/QEB0//uQqP6RMMj4GSgk/mxJqvdRzmr4oQgw+BIu4PnQRDb5+89g+RtG1vRRzFD9bvcG+iLoRvtzOpb5vzFY+7hbDvbtPILzscqG+KbgXv2Z+gzyCfpy7HzltvdBztT7XoEw+5IIMvxbdhDyKCgS+hf1kvhCcbL7bnMS+Zly/PZiTBb6Ru4c+f7G5vZL7Er51cQg/hC0fPr/IjL3kQew9WsOnv/K1pr0EUn29gkcUPlgBLb4G9EQ+4TyFvycbZ75X3co9z+1Zvtf+2jxLGu49gP3nOWtulz7LI3e9qQi2PnY5xL4AeIi8705sPjTnWr0p7w27yx0Fv8cNiL3JHuM+KMp0vta9Oj6DQ2O/S3ctvg1XJD5Lwo+9uJu8PapRL743ZHo8EIu/vkrOWT1F2Ae9nOeEvrrTkz6CP2c+H0lMvXEMZD7o9Q0+7G0zPuS1lL2RxWe+OVdfPhJeFr72NxE90Bwiv3/Mcj7zrP8+8Lz9vGGk5L0HoCo+eJNNuzRuzD6OWMa+hg1Hvkg9ND0/YSo+ePq9PkJZIb8TGyE+UPflPU7ub77/RdI96no4PpZdkL79CBu/ZfV2PoiVXz67aoI7ZTYgvk4sTz2Eth4+p4hqPuPCkD7+MV4+NvsVPZu/GL+/igS/0FzUvknTcr6OdRW+Ntv2PsDupL5K3V89EeyYPvfP8L7QpmG+V6HxvVFTVr0kUiW+nykbPuGes76J5lu+i3XmPjuENL5peJc+rYY6OSHNpruxNiA+0ueMPhp9yz2Fwsg8an0LPlimOz7a6X+8/lCrPoEG6T1koyK+VA5NPqb7oL7gC9U9/lROvg65Rr02428+PepWvvTtXT4bPww+EFJwvyNJyLwspLU+LeqSPm9GTjwlzNA+jC4Ov+pUIT5YXhO/dfTFvgfnlD5BPp8+85yaPqIEs719EJm9sbD5vsquPL861RA/jqMzv+kmBr5T1/U6RFoRPoi/LL7Wg1E9snODvXj79j1wMeg9BufNu5tKMb4yGGG90S4Vv+lpkD3+OLg+GvBAv5P0L76FKYg+wbyNPtsetj3Ld2++9Xa4vjgcXb3KbCk950c/v+9Ogr5VaOM+pgsWvst18T1nQee9HR3nPiCF5rxPt+u+GSRGu1u5sL4Fj4o+MV+CPXK+jr7jneI+s4wJvSUoST5mq529PddKvkQVuD0FgBK/cFwxvrKrlD7m0VA+LZ1EuxDxuz7/q9s+vEbHvo7Coz0Pbic7xQ8lvVMMtz6z/ki+y8VYvx5Gzr6rphs9pKJ5vy56qL7tCu++KMaQvKUUMD0OaGU+j5UdvbFDjr3gz6A7i7ibPcE8UL9qc6K/KR+MPiYBI70QZHI+SIqAPZ+pwj3hYnO+Akqhv5Dicb0RMxG8DBsNwOaIM8Bmkke+zDSVvq/yAD1V4A2+2aucv948rL1e41K+s5quveXFi74SW6K+TOCqPaO0wLydVqO+WJBcPnhYWLynSNO+PNtVPmxKG7xyGQa/vQ1NPqy9RD6yVGy9oancvUeGtb4Gsj2+Cwc/v+Vurr7+gB0+yrc6vjUm371JoS+9d3uTvg97vr/shk2+wHoovhDw2D0NNUE97NnPvDBI6b7xRSo+9/2BPo+FC8AzAeA+AboWv6kljz66xhY+57SKvW1F9z42tke/Lsg6vj8avb9iPds+7IQMPr6y4r//iiO+uDoQP7JQu73nHKM+HjkDPov1Bj5tNwi/T0uBPhvFqD9389k+i3acPaHAsL2GABu/iCBzPBe7Nj9EEm4+kZdUP9HNBT4w0T299lJlvTHUAzsj6F2+zDijPhwTqD5h8yY+VwSYvoPWoz7wxzE+bEsLviIu5LzYBpS+8KzcPukBLb7JADM+X8ntvWy/Pj6alvu99ETjPiTnyz0m6709iQznvkffUTtm/9A+9PaCvlDbyj4EGgE+LJAvvxAoJj6CYas9J+J0PuD1DL/+wwS+4DJmvijvj70+I0u9vjUCvzsI7z1+sOO9DTdQP7qITT7ugp0+skW8vZrl8bwWTmi+P7XJvjKh4j2tT1y+ETWnvj/djz2Q7gI9kfLfvZyzQr2GPF4+LVfoPsCNCz9e4DC9L09dvcPRSD6BAYS9nFGpvmLiWL2vWdI+Kb4svzxzYLx936K92IwQvt1ehr1Ewy69IwzAPYg2vb5wEts+ekeSOdte+72Nzrw9GB/LvWmTCbzkmwe+Po9AvUDKdz2cFS6/vKsXvuU/Az9VirO9xfWpvttLtD3gJP4+CnifPm7pS75IG4Y+phGKPpuD9j3tMGW+4CcNvx2fjD4dlJ+9PmdxPRaPG74uHvK96yyHPiCHO743Bpo+mVzUvR6HlL6kw0w+hSaMPUgIcT7mr08+DB89Pp4ptb3UwkC9+nzqOwfuAb9ap5i+gV7aPrcpBT2RsxU+gyUgPjzuLz7ylOy9c+lrvQ0W1j355ho+9sRuvOv7BL7g6Y2+QsRaviPkXz62kbq9jWRxPeP7dj46hFM98vz4PYP2jb7+8oe9NPYxvkGfLb6DMrw+KS7Jvl7C7zyL3kG//CIYPNyInz38m6w9Mb2YPtY2Cb7D2L+/5sK8vZ23+D3GSq89Qp6APMlowD57Dk6+nY8rvoqHrb7p2Ii+AG+JPgqFtz5qrx6/lGRjvQA53j5VArk7tD7hPTmcNjyp9Jk+dzQoP6rZ8z4VaCo+iz6BvYTt9j07xiC/AQo3PoWl/j0AT/A7OdavPuBID748r88+dM+tPrfYub81EVS+q6v/PdnaqT5CUQi+97qfPtXTqb7h3HC/ptcvv+UOhr44Zf89/jc6Pv+mbz7C8am+tcQ7Po9DPDzYft89YikIvjDkZ74UwI0+CbPDPQTjDz7S0HI9cLchviZBFj4KdAG+HBuWvVMGmb6h0kO+SUOQvoZYXL4Tr6K8VpDWPm3lFLxi5YM+QxcdPo1gqT1aZ/E9sHqXOdZ88b2wYms+pKEMP1w42D2Ql4+9KeUKvGuvXr7rLYc+A8utPnTWhD4SKss+BmU8OdHzSL59lNy+mEHWPvjaeL2TnHU+GWApvi6isT6mmL2+yHfCPRcTv72eX9q8QlDzuiCEAj54lSa+MmGQPoCoqD4LamU+gsKiPhpLwj15vQi+wWrsvb2VI76R26A95Q9Svm84AT5HAgK/UjJxPpDB0L5ikUi/jpQZvqVTDr7tn+694Y7nPYeSAT/GQYY5s3oyvhV19b3YnDY9qEipPUjO4L4A+Ay+MDHcPsTESTsHowE9Ju9NPqHHm71XkXm/XU67voqnVL5vdH2/4elmv0U3gTwm71u+1juwvsy8Ur/lRRE/JhGBvWTgij7oNUS/uG0KP06hFj+lUBM/52O1vjG7fj46cTk/50F9P9uGsT7p+oK7ZzQSPxIqNb8qCsw+ehebv80wnL2rywQ/lKekvs75Ob+F4lA/Je5ZPmuo3D4eklu908PKPmjNj75XVMi9haCnvcF6IL++fws/RfyIPtLwgD+aV869d2d5vrB45T0oSsc+E+eQvOHA3D2OBgs9vD2UvcsVVT5ALGM9LLsMP48NST6Bn8E9+BvXvrFDHj4SAh8/6YGQvcap0rwuD7e91lwCPiMCSb4loU6+mwUuvsNZ3T7KaPI+ihmSPqx93T031wu/kjeHvdj8Sb4X/D6+aBZSPADyEL4lG8C9m5aAPvlvUT4ofTo+TTHtvd5Ypj558k8+z8FUvX1J7TuDJyg/Szn6vGdrCT3WVFI+5xQ4vphKg706RN28xAhoPYupZ74NLP09WMITvh6stz0tnbS9ooGYPp0inj0UK9E9dVPvvRZgIz2Ln5M+tSTQPB6Isj6TI22++lQePkVPGD6iC0W+iKxAO3UTFb6ZEge9GFVrPpHXQr8y5Qq/mX2bvj6xIj+dfSS9UIw/v6AhwD2Vv8c+vV61PdHj2r1rGa6+Fo6dviwzD75ORXu+iItzvVdk9767T8e9DSOlPoH2lT4EJhc5/aIKvfPP97zwtfK95RBwvZ5Fcz5E06C/OXPCPtVg0r7neKA8FAa3vq+HhL4SiLg+jqGqPfFGbb3Xymm+0G5FvsbLyTz47IA+3kNsPulTsb6OP8s9PYnjPanMGT6nwI09/AN+PuSVzr4KkMo8AaDwvowStb4JBvi9MH8fvuOU8T5FfWy8/HpvPgR21L3hJYs+gYClvvrPDb5DWRfAewTrPluVCT+hK4m+QYtHOenywT5qKTO+NfGRPV2WQD4ND1g9efX6Pa0szb52Owm+a9g4vbdqED7vP+U8uR9mPso5072mmyk9ZVVuPgBYRL6OmQS/qgWEvgZqor5rsTk+5EAjPmomDL1jdri+ouBsvl9bfzyP+649KOyhvqYzab4Ub6u+/HUmP3sSXT4geIu9LLxEPvAzP72T/509vXuZvopuTz5AApg+EalGv0sc1jsaIt49uM8vP+KUgD0QC0E8wvpLPdzpSDmD98c+uN73vQaw374FwBE+vWwmvo/3JT7QQEK/k0/XvZPo/D1MMNe+rZSavRLcFb7ozv29AFq0PpXSHr9p+II87q3fvmeccr6tWJs+7AQKPjzwWb1bTGe90FUWvfDL+T0Z/Bg/mStsPsRGgT6Z0gA6k2oKvr0/z74rq348hWsDvjNW0L4yU5s+KQGQvQR8br5Q7w4+rOa7vf7e9j4TPKa7LpITPgAPsT6AB+k9tgYwvoF8wb1gZxk8YHdevl7yGj9M2vW9E1CAPbVWq76HopM+mQQYP3CXrD3bwKO+B2FJvqXRCD5C0T0+1+c0PWZ9C7/d75o95HZgPqjguTzEBGw+Y7cfPt20ury0fus9SFvCPhXMIb4WHGC/0oNUv+UkzL12JeS+4qKDPsfI1DtC7V6+dHTUPgwyR75nBDa+twO4PY64Bj+3MLE+14txvfmQKT10MEA99VY6Pk5Izj7DvK6+JEoLP2bbFr/Wy4Q+HPQHvpOl+L3aJdg9HdMZviuaJT7vXqe8PUErv553yz5ztR+8QtjBPsJVmD5JA3Y+RdFIvlCgLL/5G2u+1FY+vpsTqz5Wo4E+KcpxvWD9Rb4p5os+8wFGPZNPCj/q6uS9v5c9PUcs0748MgO+LtqVvjef5r3f9TI/7ydAvvXiSD7Lqh2+WJ+Qvdxt0TyvILq+oRwxPcBrgT1mgRI+IkuyvFuGA76cXw4+IkuqPfRAJT7aJwy9LvSSvhRqMD2lTfE+GoxOPo4OXz2wN1G+D51TPngrM76uTWc+JIuavVakGD7dt8k9tDHOPRKwCbxkpVM+LROsPaNjY74t6+S9ve6dvgQJDL6ByVS+Q91APvoQGb1UfpM+ixhMvd6Dfz7DV6w8Ht+WPlaoib4AlpG+xgCEPk9IH76EVSw+SVyePv40mr4JJ6Y9pWz2veL9jL1v6HY+wSWNvSmq8r55f5M+LOOPvq5nRr/6L1Y+9VCXPjCmnD7G1tI+3YVIPsABcTyal16/S1lJPo2Kw71QHq4+7+nsvg2rIryKNYm9FlXGvjwF3b51/yw+MYWJPgAyiT5usku+RGo1Pacx3j2Q8di9BcOpvghbAT0WN8G+TvelvqlnBb85E2W+8Q32PmSshD7JmAm/SFuCPUXkTb6x5Rm+Xf6EPn3mtT2yX+Q+puDjvJ751zznbZI++6foPbT/V75Dt0u+qOnCvid0Mj5onxa/nBMKPePnFr6ghIq+ebfIvHoITr9WFO09x9G9vsfU1b7vg/m9qDIZvhOfNT7dqZC+EK20PJnnQ7+aFpw9h8ngPWgAvjrBhYq+O5A0vpOPCT3Hlqg+pP61POnlQD6zT9I950rzPbOG0T2fMNe9m7WvvmFtgbyrKBO/J6nBPrQtUb5bVw0+W6Q6vw7f2b5IEwA/EtwHvoFAGT1MywK94tksvlSh8b6soes99HDrvdq5Kj6NV+4+PNFPPac8UL7+eZ2+isjIPemLur100p29ekAhvu+bMb68lIG+Tcrrvl5kvT3q+8o9YjYbPtFR6bz2o+q9ZTigvNKGhT6FsKI9bdy3PvChML0Wkuk8KWY/vn3NBD+J+kS/bhUNveIUWz6gig67D0CTPsTvhj0AUIO+IvksvhbB1j1gqDk+NMCtPglUFr5frpc9mEmBPufNm777w8G8mkrFvfAEUL5uVEm/zT5MvYNX0b6h1Hi+3iB0vTgMvz4/aLc+Sen7vgBNCL4tgT6/n6TMPScyR75VSw+/W9aHv0ZyCj72nm+9j1x9Pgoct72B8wy/7degPZ4K375Mo8Q92FGvPTMWwL0b2Ay9tFzgvZbExT3LcBc9fLy9ve68ZT4oCnu+X58GPqIuJb0fHOE9wxsEPtSxOD5Y9oy9SaUaPr1TCr/ATZs9k3OrPndpJL7evVa+3hx7PryKULz9kKC+10OxPBtBN76lF5g94hxwvRN8yr77oEU+eyeFPrB90b5kvte+6aCAviMYPr4va/Y9+7Qyvsth4b3ldJk+WbutPFNkLL4G0vE8s+hzPCAKzL6ZX1i8MHUJPkw+vb0A4QS+1NxgPS9bR77Cvg0+QO2XPqi4lL4THgO+xzF8vmX7p73JHpu9UnwyvpWJF77ul9M9zMBuPJmBzD0Lo2q9ezm+O8UTQj7/ii09ZV+yvVcLmz6u/DG+QbM3vy/4JL0F6jO9uBmJvpy0GT6NTAu/LcFBPg5GGb38vBa9a+XPvRBDrbsj/hQ+f+MjvgaJGb6VFmQ9RmYWPsuoN77K4yq+AU9rPtFNH7/T7F09NinMPVXglr3avfA88rxsvh0mJL80RDG9HD/fvfZrsL99sBi+mkKFPiL3ib3R8Cu8Ga2Cut8v3b3pmAm+sG3IPY7eOj3VnRy/Aj6kv6QTLz54hsG96hRCPuETYry0AJi+HnBmPiU1CT8prNM7G9Tqvkhf+r9+owrA6lmKvq6qOr2tMya6Jhf5vHEOS754m1e+7OmwvmwdEz0F9jY+MvoOvqDzMD5pyna78YKuvjkE4jth3cE8pslFvqFERr+vjL8+Ch0Jvpqxnz7id40+fkkCPff1ALwSD7W+pX8zPm5NhL/B5N6+OBvTvG8u7r0BxXE+PWWkvSdI1z7ByS2/c/kRvv2Hrr1mnt28F/8qvq8Jh75s9XE7JnvUvQF58LxN4aG/zHsvP4g2976w7k8+g48APoSmDz77Pf8+CX0TP8uLoL7cdGW+WI0kPsSU/r0lbV6/C7jovV8PsD4CfLa+sCZBOndqS76/00a8xKK9vm0ODr65u/0+fRkdPj2EpT4tX4S9L6zAva9Odz7x17i9i2RRPVaKgz9qtq09zAXjPajk8z4kQie9WEO6Ps5sAD7CNo69vOxMvGJlbL7zf4W+WnJEPt3Chj0pmQc+I3OfvuTGZT4Nl/S9keuBPctLRL4673g83SE4PiztdD12xEW+Kwizvry6Jb5CkMu+SIUTPurdyrvLio0+EicwPnzbrL43wnO93S/vvr1Uqj0hYsC+LA+CPkjpKD5FfBw9tzGVvgWsNL943uq9p3xgvRXhaT7HD5o9iDIAPn1iEL4fMR8+hdiovi9xKb4CesI+wQuvvUKXeb0Q9b29WmDDvvAaUbslw5Q9WHs9PhZc8r3VvwU/aq0Ivox7Hz6ag7g8Ziv4veIqDr4vEa2+AQ7mvLIizb6o1kS+CvuFPm9a97znhpK94IkRvL9TvDzXop6+FtbzvvlIib76yQM+krJKvJJu2D01l4O+ll4evhim+L7lIR6/BXonPKmQ473GYji+rD8JPcUuWb4Droy+gQedvRvJzLz6qkg84xZAPTULJD4YGsu9HWUOPY5kkL6hiq+9DJ89PllkRT2cHGm8ARRPO+aqnDslm86+wU8ZPsDdTz1ZqLO+87QKPgvBKj7mjJY+BawyPU9pK71dieK9BsCMPCj5DT6qwJG+y6olvhTPqT1ngsA956q3PrRUUr7EKa49/i6ovipfbj3e0Uu82JSyPc3ntr1LVe09x10EPupUyT2mfAM+nE5mvvEK6TjfNc096VOWPbYyHD7Jxoq+cbCTvWGiLr5Pi9w9HoipPfH2gT6IJ5U+vjD8vQxDVD0IpqM9LqU2vekqUz5VGdY8vz8dv842er4kgAi+VvHTveVkTr6kGP89Mm5nvWL55zpPjxs+FQnzvlHraz6bAlY+p8FivfeCwT0Wqqe9oLjqvvoapb7D1UI+bQjxPl0FNz6GlHM+Ok4+vkqpCT3kZBS8dAnCvnImNT5pxww/ae2wPATPBD0VauS96XmfPQtdxD02V5u+gXH4vs1elT64+Dc9coaqvHIRTT6c6S++wOQmvsW7/r1kRUG+Mt7Ju1tftT4gJKI9DNeHvbYTMD3+d2K9TMgYPS9pwD1m6QG99O6NPhK7m73Y62W/9FA0PcMspr1Pmek8yPuxPWVvmr5fzr08LE10PKrwsb6rzny+d5M4vnnCAb6MmYu9L4unPs1BHj5Tnle9l9UdvvzVHL4vPxW+h9PGvdBwRr7PlNO92/0TvrdNQb5pELA92HsePlR/Uj5SPNe9F0fBPXfvOz5GTnC+AR1svsIbK769jA++zcSPvMezRT6Iq6w+r6Mbv5bf1L38hd69ZC+xvZHdnz0nnRY9AySmvjgsJL6ok64+gPALPlN8M7wMas+9oWpPvqrO+70r3i6/LH0RPgW2W76LK9C6dPNLvwW5qD6jcBM9TJwNv8Tjhr5yfKG+/U2GPsZSvb4qwP4+onkbPTiTPb58ROq+3c0fPvqlIT7cQd6+M7SNvLM8nT5qy9a8XchOvmjj+b0RUwC/Vo/JvrMMpbx6Wzi/+748v8lcfr+sGaG93P/xvUNe0r3nlAW/R3XaPiTOkLwI6m092WbOvkx4dDxUe8M+BdVkPu9s1D44I8U+Usr9PtzhUT9i3po8C1I4vpD76z06Olc+sOEWP3f/UL+fsfG9wwcAPxGuoL5PtTi+ncouPygQ1T5gz529Rx+8PQghij2JifG+31bnPYYGqTw7caW5ZyAnvajFTT2H4nE/NMwcPvDOHr7kSqg+SpC1PTUKbL6KLpY91l4xPl0f4b7rz2o+vPNOPqdVar12vrk+rv0+vvTM9T26ykA+g8K8PjYOrb2SGrg8zjX9vRFwgr0S07A94qGKPi3jA74lmF0+hzqBO6j2bz6Qw9S+kSsxvlFnMD3rjgc+oXW+PhvmA74sRGK9mfEuvk7wIz2QZWg9blKYvQGiZr46XLu9+TQEPzglb76in5G7Ny5/vv6MoL0tRAy9gmhiPhx1Tz0Tv+08U66mvRTQiD4+prA91dZUPp/8g77bHz+8VsbzvQ0RZz5O0gO9W1BCPtz6Ar4T4YM9BuHcPg69EjyM6zU+1DHCPeo2nz1DPAo9OXEEPz8uPT2gype9iYs1PpYMLj63JXO/AehROlDI4zzbH1W+uewvPqyXc795I4k+omVXPuWgET4eQCm8vZTzPPa2yL1H7qu+BE92vl0TWz5BHQU+C/zbvoudwT0OrVs+Y+gCv4pzKLyd4Oo9N9ADvY8BuT6bHFm+5oadvw/XyD2O6S++SlB2vpTUG76KKFA9Nx/aPbLyr76H4Ny+EHF/vs+e8b56YQE9uwvOPu0z+z5oydo8CnH1Pss2Kr54PdM92cAIvpiHiT4BS3++/tcovgbXLb51RiU8ge4Yv86+WL4T5wc/J5uivVDmfz7SMCK/cbT/vicSQT02hBe+Ly61v7go3D0ctvQ+01x0vP4Pd70qTKE+RBe9PO4OYzw361E++ZxavWOamj0UfB2/fe4kPhK6kz5gcw2/jRQNvvTBSj61Z4o9pyX7vnwQ177Ak4y988aBvvqYzb1bwDS/3I7mvibERb5aWTO+P7YTPiNZmL7Lvxi9vzZsvLAP9b3v+xS+gVLmvf7vEj6y+qW9gjCTvoFaTD7UJxM/0aFAPTV16T1UKB4+/6k1Pv4aD7+CebM+uVNWPgpLQT0lTlK+yyTivaSBLL6j/jK91zIdPrup+D4rR5q+Q3dWPkgoP73HtRg+NN+zv7HBhb3I94k9t78hPQKtuz7qsl2+7nbUPQCeNb7sCqK+Fw17ulMEZ73II828vvbWvv1ZYz5uW3c+EzrQvAF83751LfM9ElLOPtnn3bx2jrM+scAoPmKEqrwK9z+9LW9fPrLydb3om5e+V1fQO35mujzCTnK+ih5/PZr8Mr9uv9k+jDcUvqj36b1QCPK97/JovpXGdL5Pqzo+fVyAvkTPSL76xI69N+K7voF5hb4u350+DPZ0PirSAT+xyc29BUzHvrwTN74tATI+J0Cjv+GV9D5KWQK+/chUPC6ciLxsHGw+QWYSPvzNOz7I5pS9AUvqO3DjXD1/0Tw+OZmsv1677r5onbK8j0Xovqy/e77UO50+YVW/vdPukz5cY0q92VQiPT7XQ73Pjmq9/UMkPtoXFj2TyEo90LmePXu+Fj7wW/292wgqPRutDz5oYnA+4kssPgvh4T7sr4q9fOovPVIylLy8e789V2invelYFT3Gr8K9pXu3vaQUTzxSj4c9ds+Nve1It7028vc9DAkEPvb4KLww0WE9pO9ePnBc8TwsBtk9rXyfuw03tjwOwwE/bazUvbNk/D3Kjvu+f/2VvurI675DsA++EqZAPqtXTT6XgmA+SR1kv/FfDr15ry6+Wr1pPZeq8rx40pC9zxVYPtvoEj7wgCO9mB7fPf+jiD0XFGA+FRYuPRFBsz3Xs8K+PfZWPVrIj73RkYc+SmAtPuSQfL3b9L0+p1mLvj7oFT6UYyi9K5FcvuPZ4zwQLJe9wRARvlSIuz107QQ9bW6vPmlrHr9xYRW7F11uvn7dQD7eWVk8OdiEPTtpDj4Rj/s8elJ0vkvts72IDgW/zyIav/ms7j11okK9JeZlvtLx3T554OO+m1u/vUsT4b5k/Dq+PKCLPjqEzL6RM1y+3CeNPAos8r5RYxU8W8DCunisRj5o3Cq+53wBvn/UUj7Sw9S9yMuEvr2lDr8zgq29gXTVPqHUFb6Nvuk8j9A3vl2Lgr5eb1K+/EqhPbRdXT5fwVk+Ct76vUGHjb0mty29IZKkPmOPdT6HY5o9B1ibvgpGi75os169X8yOvqsanj7954M++g2VvrewbD2cNeW+atITvh/gjr7Pcxq+AkOSPhjUBz61I24+mFgKvQStg72NKXS+F9HBvZOVIb5KuSE+y0gCvx9ITL44WPC96EAwvj+gtj7gtB6//2THPCAzOD4r3Dq/KFeOvqGRFr4rIXk+sU0ePrWcVD6Mrlu/OWKePVb7ZD7nVgw9ZmxAv4Dmvb6pDFK9xjy+vUtkEL4wY0s+QkatPV7glD6014s+YHZ4vQsIaL5mCcC+5sDSvjrUQj5Ywu69Gx5+PrfQTb9NY2q+3jqVPtgKQz2dMDa+deoCPjZcsrxVPoo+2gs4PpjVQjuF2cK+FRPwPpelgz4HxXq+bRwQvsjSjz2Lidy9vT19PmcPzL31Lly+zI7wvdQ+V79lAnq+Yx+1uyKpib43AgQ6sXsIO9miD7/aa/A+nnqmPTYFiz309Bg7i7BJvbNxn73I2FI/Da/avhEDCbx0n9q86yyMPoysVD20tCU+AKeYvo8HKT7SyRG/JHlFPlVH077ezn8+6x7tPbBKiTzO4bW+RjzoPXSrOz9YK1W91Mgkv+D6L7/RGgC/uc8DP/p8JL5lCgc/IRcjP2MOwD5PdOm95Z8QP6JSGjx9t8S+kWRzv2lxLr/FRw0/T5Asvrp/I79M2GG+AS4HP9qkLL6gtJU+64IePnY/5L1eqd88yX4tPWaPxL03Kx6+uALLvbrJFDzznMo98OxDPak5PLxCPOs9+UEnPYOwnD4oSVs+9HiDPUlorz1W8Ai8rT2mPtL5BD5ZMTE+flC4vTubKD9EcbU+m4jCvu+9mz5ntYC9PCUgviimQ74OBpo56n6PPkpLKz4Ubhu+wbXBv1cZYL6c9rW+ZeqVPewv2b17Y6s8eGHVPoA0Sz4GLds+waoxvikJwT5lcQW/hlg2vlGRBz5eGKi9FTqQvkSvFr3G2wI+Tu2qPiXMrz57lny+xiW2vizMHryMVoe+h5OPPjRWJb6WLR6+YXxuPs67GL7xgFu+4zoyP5yuBD6tu+w92naBPmHXBL7zlbG9nVLXPTMfFb7kwFY+TE4nPQDs5r1DvPc9H3ThvcGyRj2ECZ+9l6CFPhm7Db7yAJq+UGnAvow7Xz6xh229NRnWvKAAIj4iyK69MmKGPoespzpmiOi+9GSLvXqOaz7HmEy9hnErPrVRIr4pfy+/EtUGPyJOlT4LFhG/u53yPZ49Er97XHG/CQ2vPVtgwz6ewbY+9IC3Pmh+Ajya0Zs+sU4IP4MdUD5erxu/WDplvUyHm74k0G69AFsSPu9EaL8RFAi/ajTwvuiBfL6Xi7i/N5YHwJbFBT7xZWy+2gKhvPrtYD7sdvy8qxK/PuAXzz2RKMQ+t2udvYz4ub7Ce4E+At3NvVkzpb3UWg++r/k+PLvwq74nqoU9sYbPvB7rSj64Y/U+8LHzvOpJzjw7ykC+bT8Uv6K+nb3rFFG/dOCOvY3OIz58nCM9niEtPjlixT3WE64+AosKvzmtBz6QuAu+zenxvf6hmD76jry+qJL0PFM4gT5fx3U9YVJmv+1ULT8JN4+/HQGmPqUBZr7VnwW+oVL6PlSPVD3uadm9t8Ndv7QPCb+hRIi+Dp7ev4hKyzwVi/W9cRGnvnsu/74PR6a/4ZnIPBtYPr4f5R6+vV6ev08AZb70YIU9fq8lvRhc1D4LyhE/4lU3vz8xij5tchk+KPINvn9Umj7XoQw/QaC3vsWItT7rshg+Hiw9v9ppS77iUUe9dX2jPiD3wb2snOE9mu86ve0bjT1LsFG9/TkvvjkRhz1+Dca9gPYRPtnJ2L0y04C+nf9ju4nfR72e3FA9NAMlP1gdBj/kwfK9gOhRPhYCXj7+aBs/MbVIPiClub1O3RK9ZjVQv00E2rxCFfQ92vRkPXJnfT73sDC/BusVv5rdAr1hHoS80CUYPd8+gT5bLwq/GfYEPvVAHT3koZi8NGBFPswA2D7Jing+Jc4kPOdaIr/jHnO9BZA8vwUlAr+bOSy/RS/QPgENNr6/Vzo9HhAQvnEbVT6QnRM+jgFpvgwQ0b1t9pO+95PTviprWb1B4II9ENm6vYeVEL6qsCo9exAsvj1eWb5lQSQ+L1anPlav9z0hcYM+E3WavtNkKL2efMa+lE32PUdxj74cBSG+MQHKvvP1sj3uP5C+/4E2vmPA4TxDJWU+yg3nvU86E74p2e88CFcfv9HMgj0KMse9Cr6jvVp+fD65GfO9sxf6vU+Y0D0fNKE9iGouvsFjLD6ENwU96PIsvgg5Jj4WPY0+Hox3PurcwrwNkGA+RadUvYvuB74RyGy79g3BvprCZD4XF149wOEMvfDN4j0W9l++wIPXPRfzoTyXvtK9JvMJPijlLbzRWjq/CxvivUOFAr5ugI0+xWjCvbefgL7brvo98LxevtB7Bb/T1+C+ayn6vdGLYTxE8Ca9X4xXPvYSBr3jENA+Q2GcPV2xFL9MYuU8kCSXPdEgiD58wN0+ANA2vvs6Xj75zuK+YD0VPrCEgD5k5mE96buIPnAO9L35PRS/C+sHvgA4wz0Ogug+QsxkPrGNpL7AFRq/SCEFPbmuX74Hota+/07Uvg7TJL7iUxc9uJgKP0TMPD4QJAM+8TvQPTChoL3lUVm+p0lIPaIfpj2VK1g+zsmHvbwmMT69rqY+Eo17OxT6Er9zaSc/OPqZPpjalj6RDyI/LsAQvaOjRb82mQG/m5FAPdPDPzx14xs/BZApvmcRhT5WFi0+dkzfvcLaFb0NsTk+9jyWPhXsbz4LYai8CrTbvD1bSj0a1Tg+NN59voE5Db7Z+6U9HYjyvaUcG76NMOm9h4dvvkEvyD7XPJG+ER6fPN1hDT7NGu0+8NgNPqZvKj1KhHO98CyRvS2mQr6jFqa9XmvkvWZYBT6POkm9VEAuPQVlWT0ZnCa+/Gs7vngze74J3do9z8J7vU6d4r7CtaW+ZhcJPlekC76pvTI99NK4PRJ0AL9MT2Y9S1p4vQQHS77Fnse9DFaHPmyd8b5NK0i+sO5BPmw4PrrG0Z28MBggPn/8Yb0ykli5CxAWvxYRgb7N33O+JptGPm7CtL9Eooe+bTMxPgc2874zVoU+M4d8v7tqHD7IrgE/ADtcPgASLT1GZ8W++kwIv2g78Ls4ALS+wubyvD0GXT6yVQk/ExyIvh80076YDSE++SFKvnpUpj09Ziy+8Mcsv7ZTjL3SQ0e/ls06vorxer61Dkq72a4zv29A0z4xLGS+6BwOPy/yMz6h7uS7MjwovgQTC7+NZcu+LwulPZw/Gj8IEnM/8YfQPq+4xD1CGs++DNy9Pokz1j6THuK+nKiqvC9q8D57iKQ9bjHcvP8raT/tkYA+k8sEv+6G0zw9y6A+1XNfv9S3QT4h0Ss+20NXP1Gvhz7DFLI+2dhYP7cHLj0qPjg9R0bXvgOk5D4pFUu+xFiYvk+kQr4qeWe+kZefPtcmnz52r5E+O72bPqSJ3L3tlOK+H0cRPBI9oD7ja0u+H/M5Pln+Er6dTM0+CPYyPfMLfj78R/U9kgNMPkaWiD5NcoM+Ii5Jvk1isr4aO60+ycA6PjRG3z0CXjY+rqyhvacJCz03ZNY+Dm8vvijHa74i/B6+QKXMvSUWMT9FSbc9BsIAvh/Cb71ncuC9b+xXvnFouj5z/g0+ukLMvvCmh72MQNI9cQJCPigjWD5hwqI9Z0Fzv2Uw2j2Qjrg+3502Oy239j5YgwY+XNiHPV+0Ez1VdUO+3JsKvony3DvucdQ8eU8zPnWr3b3+TG8+7axvvfd7ED0M4Ky9oD4JvqTVDT4dQwK86vEMPgroEzvJEBi/2KiHvSb9Qz5/IYA+lXrSvdOyyD1S5ao+djBgPkgDdr32lfg9hAbiPZjJuL74EN0+6M1dPnpLFj5J+gC+R4tgPluc5boE0KO959NBvQkqF79xy+o+bkX9u/IGwr6sJYc+s1EBP8kMoL1geMO94BNHv5GCIb70+tK8aOgMvenqKz/szS8/CX7QPonGLz/6gQe9mtujvAAvT7w8wG89ARm+PJMzgr6tEaY8vucAvtbtFb+wvUG/+MxMPzNTgb3p89Q9fYIhv0/EA78DjoU9TYIpvuUsL7/cuzG/48wHP3Ussb8tQTA/QgqSvpdEvT4wUp69hl0lvmp7Wz/u61++F2xVv6Iy8L25I4m/6YLjPlzFHr0RUwk+g6R4vp0F5b6zs0u/xG8OP4H8H77Scwc+dhayv1K32b5Q1ew8ah0cvVbvNT4/8aS7QMwoPg6/HL8eYAc/MblcPrOpgb7MZoU+Woa1vhL6lL64JzM9738CPurLRD6Ek0C+t6hNvlhg9D2TpDu/KaKNv+C7Eb4mBlC+E6orvgg3Zj0D3u6+Vt1dPt3DCz6HKpI9VTMVPqXdgz7kS+48UiLvPuSCMb+KXuK8kcBqPoKUUT7XkHc8rCfivSn8QD6Tb/29yFS8vvqz4r77G6o71DNbPuzG2DwAxS0+g2AiPVsjsL2QeEk+qjCYPnsznD53tLW+1tv2Pj45bT6UPwK+ugXEvTclLj53afG8dKFEPr968D0CckA9HukvvquZkL/y9Gi+4QQlPwpYlDr6B8O+Z4v5O8PYjL8pJjW+PKgBPp9uyz6rPYC+enRuvzWsJL/iAoW/AmGEvB9Imz68rck+msXAPUnvkT6nKQc+3p3tPuLKjr5FLYM+h51VPk0e6byl93i9wBPePQ8Ov7769BI/YDYkv23zIL0MdxU/Btl1PGf9tr9AL0c+SYgBvmhBzb5Opvy+4SWTvTuqDr1RcTo/RaOYPVj/hL5t+tk8qAptvHhu174+VgW/MG/DvhUnHD4BTIA++hY6Pn4zFzugEgK+NNTUPqFl/zxbtN89cOu2vRAiaD6W2qi8qPIFP+evkTxFiQc7IRyjvpBtTT1/Rp0+soCCPm5H4j3oa669QV9qvrEQ272eNN68ZTCaPsg+271Ipn09+4TbPhyThjwXMls+ZeRhPtLC8zyPf82+Yy8AvwH21L7OHqE9CtWbvWqJBD4Jdw8/NCp4Pe2x1r5BM1Q+0VBYvsXoaL1diRg+fnDKvdaE+z71g4E+2HsNvmdH2j3F+4k+z+MnPs6OFL6wO+E+z1MTv6cfFr7NS5g8NpGLPjyMmjz41JI+kr0JP1V7Br/maY0+WNKLPoxcSL5GXV0+lPb/vZApyT28llC8YO5FPToMuz17Ixg+DOQVvkcw8D0vXas+MhGWPvwbIT6E9B+/u/C2vb77wb72R4S6NsENv8dbNL4xRoo+tJ7avXFSED4BZ+8+sI+aPo3SsT4pwte+/KjyvhYMSL5tbho9TjsKvXR5jr7mcVu+FkKUvtdLhL5uXfM9fkVuvCCdi7zsDbc+mDe4vp/ZRD4MRn6+4K5IvuV2Az9uk54+4o80voXKfr6jGbK+EaksPm5Ja7rI0By9wE2HPSsBQ70XxaE9B22Zux7+6b1ibvm9iM01PrXKqr6MMr2+/VO3vL/DJr8DZLY+vPQGPmfT6b7QdVu9VI3BvvL2UL6UYUu9AuhrPszlaj5s/jC+3+bEvS925b2Oe+u91eFavlK22L4vI729C5QePWLmXr/2rnw9uPTQvZeaij47bbG9d/LKvpjOi7ytPBI/5cZzv0QqlL5QV+K9h1anPraLST3R5HY+kLKqvrNseT3Eop29KO+GvsNlgT51PpA+XVWfPQ2KYj4ocec9b6O9Ptm+Kr4kD6Y++NTbPkMoZzsrzzK+8Da+Pafqt710LLI+qE2NvgK8+z0zpAO+gM3Kvp3Rxz0P36e+dMk0vWB7mL22zEi+PieuvlObrD3LuY29hPXTPsEVnz7pnC4+VsALPtXTDz649SI/M1fyPvFJib7vgq6+MtuFu2+KzL5NFyU+wN58vjTNrj7vGay+jAh6vSiPX718jOu9rlIAP+f/v761RJ0+X8HTvTi1iz5knQg+GvEfPgGZGL4xkT88u+KAPq84MD6hLsu9mrFHvlSKSD6PDbS+YccmP1REd712q58+oyuqPL8pnr6UZiW/qgCmPoNRJL27dkQ/bqrtvfYLBb/GrIM+DkMnv/7VAj6yMH2+1g6CPqTROL5ncMA+KWwcP4Y/5r6L0gQ/CP0Sv8xTlr6wc6u++lIVvseaqb7M66G+7SfXPiq2J77p5Yk+IYANvm1rr7xSkpM+yRvnPbMYZT4MWAc+4I6qPXNphz6aBuS+rSYGPqsbvT4teSy9Y+3bPk9goL5xphc+tMaLvsUhjD2n9oS8p256vi2Tnj5c1JW9AN87v7bbPT6V2D4+BXCfPiqSP74rvT0/tNNUvvFrYT6PCDK/vgd0vwrOnD4CtsM+chcsPy+0Tb8J6HG+gklRPjoSt7/SOxg/hIvcvu0UpL6Ld9c8JywIPQUj7L4hfrM+K8KAv513pD4TM8i+ISFWPRZiNT69c3a+43pWPaeZhT7wdDI/AbVzvuaWxL5xDYU+Ho2UPMX+wbyW8yO+HXRpvru4gju+y48+MgCavZCRzj2YXgE/O6JZvueHTz4tUKM9G6v2PgpTij2xb7U8+bJKviNI077QN5w+3oNWPkfSZb0KTtM+VDabPkggcj5epii+6WH3vbnC0L3Gf72+ptNQvQMd4z7RKvs+Q2AKPv/U1j6I0Tg/hMkGv0L4mL13z0c+1eKYPUvv8z7a4YC+J6Ylv7MSgD5ZP9C+Cl03vzdDyb1Anum+i6MLvcDIiL7OWAq9PAsOPuo8Cj774oI+2fmgPEkdcL9yMeu/HsdLPCLOurwcFVc+/DDBvo/+ib2CCsO+LBmWv8xuF76cGvg9HYayv6wVAcA+mbW+i5uAvsn2cT1eo5a/dUWhvriK5b74mP8+SKlYvlZ0dL71azI+LQHUPckCXD4/uca96TCMvHW1fD3RYEC+J6mnvu9Ahj5Hs8S+uvIjPvXWAj+s3U68Js4RviLU2z1iEI++N1t9vxe2cb0DesK+/F3cvs47FD9YROk9s1QuPm9+AMApUWe92xbivrVwXL7U4sW97NKtPX95ur9r4ik+1JAFP8H1q7+p0CM/OrTlPSvorD4zO+2+XI5uvn+rNz8m6RfAIIIIv8jtx7/ac5M9U3kAP/DcIsDadaW9Wz7wPmxdjb2udBS/nwGQv9m9DL+2x3m+RpGnvaGf/j5CKtQ+4O18PpYs671dbla+Ca6BPHIQ0z7E6KE+P34ovYFvCj9YD9S+ekVKvmvqyj0N8nq+I6zCPgAbAL+9mBE+0antO1SjBj/rtaI9gzgJPj1GO701Lk+/vF/oPr66/r0wXxk+eKWqvtrBoz7i6Iy9cOsiPyduMD4PpYO+NyaiPqghhjwGycM+w9ifvYG8HD/rtxQ/tuqiPB51lr3n+vo9x+/Qu/f7g74IB1K+AQZ4vVTBCz7tUqO+bFwmPm5qVT7KdbC+ZUz7PrjyMz5qpQE/eIZ6PhslEL+IEde+uiYbvgV1v77oeAm+m6oevt+wij59XRq9KrBvPlNPA77XUGE9gURPPndp/D7zlT2+iLlvPqyOij4BirQ+ePsuvvJvkr6QhKY+G2lnvz3zhD65Lhc+5JShPTUQ3L1K6du+Ws5uPof7870BLAk/tuUzPE7d875/h689/X3gvt1Qnjy+/p295CLevRMF+Dz9chq/2NHfvvSy+T76Jaa9ywobv4QEuD6AC7k+i+q+Pkafh712Bb4+eE9DPtGo/z65/bS9UwQdv5toFT5snRy/aqR/PoDTFTuN85+9bprtPWTK+z5Kc80+R1CQPYHDYz1HehA+Lsnnvu1cNj5AEIC+mS1KPbP5D74OHbE9LF+quyIKbr7JUfq+J1iMPsdFCz0atbc+51mNPpORpD4QPAS+hfuCPQeTdzwNojQ+bNVDPiez3L24isE9xAsmvhN2zj5mn+y8AmgWPB0NkDwK4JW+3eT0PjgSd78HC4M+3Jh9vl2TBL2+g6g+P/YwvQTiJj5P1wK/CdR2PZDQDj4NnbE+PGyhPrtjjL4vA/W/C7nkvrOLCD97AuW8eeYrvq/yFD9LGae+BzIZP2dHO7/dxUO/k6n+PrADQT4BrPU9eN5jPt4cTL5N8pu+chS6vnEiiL4nmRM+k1RbvrWvAD9fGFK83qmEvjUIxz72Z569ncSMvaW8uT1jTtK9Fn6tvUyygL0T8y0/g16FPQ0Ogb7JxsC+KfEpvkKK3z6Kx5E9grE0P+7Ta76JsRq/04o+v4QER751Upc+8gKKPoQ9lj66vE6/eHq1PnJSZ7z9hw494mNGPhzrvz2e9Ps95QDMPei3hz60kzy96aK7vo2QK7wDRaO+STYJvrdjID3G5HM9M8PfvUEWGj1NmaC+U47GPnVTJT51UUA++5OGPjCoqD7njBi+jy6rPGJmmj79+T4+vl76PggHTz2W+2+86nQFv+wnmj1BIYg9EC98PksvCj/vOgW+cfSbvO0Sc79vrM2+yIoRvr/vvL4wTtA9N6eWPhIopr17WDq/5fe8vAFVEz49gtw+/1oHP9Btw76cFws+bfnhvh/9Sz7eIoU+0N5jPoNOKD8M70O98MthPSrR6r09m2i9qCGQvg5niz7Tbvg9lnaqPaGKwL0LMxK/yYsaPu0zsL7dd8o+b5h6Pu+qyjxbJ98++SqiPppYjT2t94a8xc11voSxfr5KOdG9Qi+NPhIIVz5yU2K+ydTgvvTqQT59HXs+PkWyvr3/IL5VJ3O/oH9xv/FKALwlAS++vRHGPoUE977pAWm9CeLbPpwozD6dokk+TmhIviljvz0yoec+czWBv3lE7723Bpy+W5MLvznNFL+flaE9AboZP6mRBD/86pA+/Kv5vXNLpD3wQqC+XZcSPTqKnb3ysx2+pC4OP81uhj6g8lY7Io74PQW6hj7trjg+QafivI0s9j0fqTg/aDcuP+lxCz30hos9wZvIPnKuxj5ASbk9/YadPmY4172+cI8+lpE5PXwegj3Nmsw8YVuEPuWoV7yMwNg+K30nvjangz4m/nm+GBNGPR4SSL1zY/++i9cCP1ICXD4sZvA+0nHFPu5c/j3rSQM/z+w1PozuED5bX7m+ElNkvH+z4D75B7Y+xqt9Pp+kiD1eDHe+EQgAPtmaMz0ydNw8+riVPdDUIT8OJf69iPYIv32YFr7mcc8+PIkzvhKV0j0SxIE+D7vHvjXZ2r0spDS8LGsrPv520b2vDbQ+hdwDv4TvV778/qo9oAnGvlTufbtxb2k+/X1dP6xVtr0sjIU+gaaAPu4+jjyTQW+9dYuKPq5LGz/Qtp27XyRMvktH5z7cpw29NVUePwybnL6aO0e/k7aAvtiJlz4LQYi+3zMDvtqEO74TLiA/eIIgvzWAoz1UMRc+4KnNvul4Mz/m13W/VL+zPgjcHr9+TkA+v9O2Prg8YL0Qtdc+CZ3zPZBEuT2UgNk+8qwPvu25b7519wy//X/RPaQrt77yZdO9JZwxv6REub7kBYs+FJ3JvUr+nL4Vnxq+5/Gtvt5dhDxotJ89Ci2hPrim7b7RkDS+lSlAvTCNFD72RIk+VA5YvBqL7j4PD2Y9NMnYvg9RSr+T62u+4dFavlvLLj9AeRU+arnoPuKvmrzD8jG+sofovlbxEr9wSbG/jroxP/E/b74f6gy+EqnCPdYZ9j1HVRM8J2I1Py5OpD12CB491YtfPoD1TL7rghc/HX3aPcXlBz94bv+9/F3qvfa4gz5zkEY+AQsCPu1hxj7J4Xc+SZALvzFkUr5LKDQ/qEv8Pd9KFr2LI2S/xgTvPoNtQL8Crgq+IUl+vuDW+z7l/rQ9y3cBPwyVSz/94oM+p4MRP0VKzT6yMR2/7tKOvTDzMr6vBry+wAXQvilraj49RsY9QIB1vkM+wTwotcA9R7bEPcbumT++/bm/K/P0Pta6xj0tl/y9TD10vlOlLD4nXya+ceaCvV8lsT6Bcpq9Ax2dvq/tI78KppA+zXDgPkvo77/ER4I9HrBAvubkz70JcxY+0kDfPqTx4b1SanC+4d8JPkbpWT470ww/I5tgPlAJ7r2GzRi+x/xQvl7iY77tAP29QTMEvpZdOj4tAuY+gZbEPvQN7D0Rx+m9HdOsvU0noD56DZy+u6KSPizgTj7IBTC+pTLbPQp+gj4U+W6/04Q+vrsrv74UmPW9WCtEPoBtob5VAPk8WXwsvkjB4z538gS/jkaLvvbKmL7VxM+8s0SYvgHMRL/5SrC7c4FjPqdY1T30lwc/jZH3vmaopj2Jmn6/ex0aPj6NU79k/eq+FWcrvwIOMb3Jeue+lkOLv31aDL+0PRU+wH3PPlkwEz/TF/Y95XmJPTZRMz703KA81CSwvivgQDyOXt++JDQRPnmGYj3tsz2+NTfYPsOwRbw9FeM8riHRvuTMRb11GHy+2rWkO1DtmT5VbDe+UAMdvhXphr6wFG49GA6hPnWXfT7HdAY/F9z2vcgzbb4+hUe92z1lvmmfGz6A01U+srSUvYxEKD4hZ6M9DtF2PYXVwT5anB++Jx/mPp54D79eSaW+EGLzvsSzJz7qQI8+u+ehPR/PhD4k0k8+QroWPTRtzruxzoS+su+3PSZv+T1gfs68nAJvPsySdz7l+LW9IxSpPq0Q7r5emrq8aaU4PgkrKL+aNII+xsXRPZq//L3upBo8NDJevpxFRLxuYVw+f7sJv+mxbj2ZhlG+KBdHPIMrBD45WSk/ygd8PiA8wb2Cj0W9oEcyvxWaSj56Erq9+N7EPoePB77p7U8+QSKDvsNQRj5pAAe9AdCGPWll7j1Imsu+cuR4PlH8xD3OZV4+BzOjPrS6CD4SVxC+xv4gPaKv/T27gJ49JMRSvgdnfr6pBks+0LJMv4ZiRb06qy4+4vG9vdoXrT4HOK4+jGU5P+dgOj5NIYe/tNEDvPyBEr5pFPY9IXCwO3Ij+j1hj8g8F5F5vpJ12LwQWPK+ktAWPjBKD756kyS/ahL2PfGtQT6YyTU+98v2PYjwVr7WqW882bw9vmE/AD94UvK+VZ1rPhnA0D5v8UW/Qf7jPRzTzrxGl7u+muZ/vg/mgD3dgA8/kRJfPkGyLD7UPxy/XlgdO1/HRb6aFFM8Tn3Nvtf4Lb6MJHO/mUq7PmQEFr6ZNt+9Cw7qO/Zwjr5T8Fi8+fE/PuIy0TyBdaA+XysTvqmkrr5UpRA+OSDaPvRmpL4zywE+B40DPh7Is72cowc/cgeCPRnR+L2XDeo+8Vo5PrW51j5QXj49pM+aPuTFerx5lfW9wqHQvVfkDj4XsHK+CyLiPlrh/r1EeDw+PDTUvZjN470HrhI+sPs4vjT6iDuIMh++GB8MvqZypTwjTl2+u9FaPvyJqb50YjG9w2NuPnq8tL5O2SS+3HPnPvWIDz9N9EY+VZXSvI8qNb6gR/a9aYqnPHU5Rj62Jd8+YhE+PQjftbx4lO69s/v9vXDcdb3H+uC9G3RuvWaYZ79uTJU+L0ikPkh5Aj5FhZI+dj3SvBfSwb7d29w+8b2mPg0oGz4s/ik+492VPk0Stz51XHe+OzPrPvfJ4L0rwnk9lHLGvncWVL50F/G9zHxOvZGuDL/25QK/q7owPmJlGr4m8Eg9TOQ1vcyJIz+ZJX68xoORPN4z2j5t8KS+w9UOP5y5ML9Sb1G/ayOpv8bmkj1/Rpa9PIVCv4czqj1NPUe/d0RvvtGS175jwbs+4P5/PvH0iL6FAaU+b2k4vr4Mrz5dROm+u9sCv+LFIj0vP2i+3YUhPsF2FT6+5o45r2cwPlGlG7zdRis9L2TTPWZq9r75xpc+uCdJPupKwz09Zvs+6ek+PhUqhr0RCUe97EuwPqBKhb5C6LU+SKQXPdPrpb43wJU+YAX5Pa5yOr8KpQy/A9uYvvzRMb6zS9U9mZZxvTk7ODzxvJU+xBeIPrpv+z3YYsm93wdnvDFnPb85fTY+qSYgPnutgL3/1O89Urf4PeqiJ7+pXZE+P5GNPXyqLb7RDDC+v3I3vsvXk76d35W8zJ1qvtt6F76FQZI8VpbivcyBbz6g+jE9PUpfvdjmRb5Ks0s+DWRmPamiAT8n1dm95fQHvoCcIT00L7K9Bao/vXF4RD4OPG2+jfSnPja70T14uU+9YroSvnbsczxkv2u+akH9vv1zpD229Ws8CluYPk4/Jz6iNwK+5GwdPbxoOb+42tm9gA+tuxtPdD0ajiA+dlMOvS2B7b4YHY6/wtVqvcfnIL+J7BK+tvwXPrChLL1zwYu+rz0cvzcKbL6UbmU+JvGDPiY05L0I9Sm/IBLFvznMMD71wU09l7g7PjsriL7PtY2+XXhfPuuSHD9j2kG918+gPTSIy79YRpe/YS0Lv2bE7z1DOyS+L0j0vfw9tb+nZZq+T48tuowGNb2h1go+w2EKPpMy5j3eOyK9JeMKv3oorz4y2DI7HDI+vcuiab9XwFc+6UZmvvDFsT6CWgI/SDSpvv87Zb25YqC9jWiCPr94Mb8C1629OD4aPFzRUL5TTpA+uhucvZuVyj7Fo8i/2AAGvhM/Pb6UV+a+panNviypQL5Ae56+fhtHPkCZvj56iy6/qm74PjorSb4AaSM/JUiHvnvJVD2+VBY/x/USP6RMLb/na/i+biMRvuN7kD6IQ42/vsIxvjSi4D5rOJs9B9PjPqggjr/CZ66+1bkhPpQvlL6Se3u/feXKPm2oBD+uPRO8USXQPmSHbT7tswW/T5NwPgBfej5qzIm9p2eVPQ4Thj4F3ba9Z6TGO/pPsD28Y1C+ZhRSPM3ln7zMQ9M9V1AdPjR6Pz0ovzM+b3ckvqHJ2T4d1p88HlAaPqPPRL6bME0+PZE2Ps2/PD2XUow++A4dvy34HL5iFQS/pSQIPh60Er2s9TM8DiioPqIeZb5UeZ29guX8ve5KiL1rNco+qtmfvbeGZj7GykE+Jv3vviC5O72Djca+NGyjvjmV970ZB5y9AXRHPl81uz6YdDu/YPGxvpfPOL4nRbA9Ws2RvtFfML41v9M+ercqvkytjT5Qwo88cDoevmdJdb5Okxw+r18DvqFn8j3iKN69BMwBPlloobrvCGQ9v6MOvhP06b5MXZA++9UJvn0WdT6/tlA83q8kv3c3PT7I8Cq+zu2Nvo/UEb7Dm1K+KfuvvRO3Er7rLDc+WXBYvlvYaD0P1+e+jvplvqUf2L5FrMq+TOd0vraHpb67nvq+Oq9lvnDhx70Pxdu8C6ykPbbKYr3NN5e+RXWpPSshMb+U+Na9UUOqvWzzij5dS0S+6cYcPgqGrj0PNRQ/Ki0uPmzQTj6Y+8C98Zr/Pev3QL5ps2k+InESPhE4/jxydfq9jESRPiRDkr1Yvue+9uWTvjiGlLzMnqS9wV3pPiVplbw4Sqg+BCN1vpNwpr33jFy+lpdBvqB0GT7HVWE+7oJ3Punlsj1GgSg+qAQ0vfraXz5CZ466r9TePOVTsb0JK3q/7st9vXp6vb2BxSA72h62vB1Qnz0vNF0+tYjQvrR/fLwUFJU9wB4jvk0KWz6/sHi+eEwyv6qIET42V8s+ZViCvgSXdb4yUt4+KsgNvpDj8D53wdM+xbFJvza0jz5XhYY9BGZjPt+5VD5LOA2+77x/PhnV8b51njE9dRoJvgMAqz6nkrQ9e6p4viKMkL4jrEU+3qZ9vtuSkj4neZy+81dyPf0U973g6LO+JYMvPgCbtL1V1Bc+jHXDPN7PhLzAUhq+YPTAvdlstz6l3qy+2kDLPQY8zD5caUu+0v5NPl8rEz+5RpS+Lx2/vsL/5T2aa1096UtaPR/vpj1DdvE+9I8MPoDgDb535ne/ATSHPQWAZr4Ls5o9OY5bOxHGnr4vUim+3gSmPFT8kb617gW+0+/xvqoTT75y8sq9KAiPPkZrWL5iU04+dYfzvaA3p71bFAC+QTrKvQpUTr1uKiW9Wwamvgc2bb+wc9K8jl6PvRiMbz4x1MQ91c8IPuSAVr6VfxC/8DcCvuuy/r2THZu9bVXiPGas6z4IV/K8rWgYv3XhHLz9E92945qvvdj9sz4OjM++hLLzvvbrBb+b8449jmyaPvR0nj6G1yo/sGIhvMYYZb7J1hG/ulDbPd3cor2ofCC9TYP7vhUuxD1ChGY+bGC8vmELuj2vqrq+tABkPp1s9T5hl169qLKfPZysdz7A1i+9ttzJPpf7BL/k4Fq/d48UvvJerj7p3qs+kLlgvze2HT6DyNm+px2YPvnYAT/4L4i/oc5MvwpIcr9BxSW9p7kvvmEmtjy8GJw+H5+IPDfu1z4XjAg/Mo1KvjFLTr5/gA4+HOwtP5K1f768KT2+aOQivyms8773tyi/QkaKvk38wj7ZgAY/isW9PsWezb6ze2a9XLiYvXQyLr5oL0Q+b6ClPeby07wwoOs9arKPvUrARD7CZbq8c5yyPUp6x7w2FLE+Qte1Pj+E0T6NksI9920xvkrFoLuHh3c+Q4IUPoh/AT0aygQ+6OqaPiZooL1dILA+Uo/yPGaE1rwpQ/a9yGpWPpYtkj2acoQ+70lEPTgKV76BrnA+9zQavuyyPzxy4iM+12WVPmWFtT6uKVS+w/UNPstQxjxgRsW9n4unvoqnpD215aw+bzcSPjKlnz2KDIQ+T9cMvyf/FT7R6H29t/DJvoCCgT2jkS8/cfDlvTS0zL55PCo+p+EWviTINL53gCe+HCHZPiAbGb7XOKW+55WJvYGEDjznmoy+WAKrPsZKur4pnr+90PpUPvq5MLxRJ1w9BdKJPnUdCT9Lhc09VEp1PocEOj7hQRY+cFKUPiPqSz5grJA7TEpMv3y4kT5hS5Y8INkCPyyAgj6l2BQ/H8UDPT1pLj4BMCo9sgt1PncQlb7BQfY9yZgvPiJxyr2Ixxu+DJuxPqNgUb2h89W9I/iavk6A7T0QMSC+BlyqPs3lbT317Yy+lFaTvqzAOTxTwHq9W+S0PkrHfD6RTxK/B30HvyQqPD5S+eO+LJsRPkHuTT3IbMs9C86VvOfzS719ogy/v8eHvdAfBr9g+A28WsemPsPsvD5nnAG/9hccPwY8lTyFH9u9pCV1vlNqzz6ArSW+ABrBvfVKhD7y4ee92L1Bv+/0B76oAZw+UECpvZuuDj8K2Da/TnY3v/iR9j21xQi/+tebv6Zo3z4Wbtq+olbYvSTxlT7srsw+CUPiuwrVdT9juaG9cNxfPnpVBr2NrjK/S51DP0qAGD5rzu++d0O7Pboh0D08mqQ+Tu8PvxL/BT9JASk9/jInP4Qo1L6oGE+/o1Quv4pEzr6ykjs89Gckvz2gi75TWua9HSoxPoy6mL5IExK/xaGTvlTT8T0bhb2+7LkOPD/0Gz994DC+8s61PvUPyT69Egs7tQyJvtTZsL6ivrY9VaaNPlr7X76iUT2+JN6EPHryVr3Zdng+WeVWvzxtwzxMXsu+fwI5vVW6tT6I/Ys+dWycPdxCTr0hbFO/iG2oPh8Dgz4mbhy/1oWOPnN9073lwUq/xAUAPqxjaj6VQow+umS3vjgNgj7DrEM+AVzEvQLe1745ieA+xPfqPpMCuL7MMSw/IUEUPm6GzLzvIHi92gutPqPmpL5lUwa+nzZevpJhVD6JSBQ+FpI5vhSACr9dVZU++T2IPcJ5Zb7EGdS9bO/+va+ju71hjpO+6vSuvUB2xTxpWmm/FGgFviN2lL3klyA+TDFCvQF79r7Q4Jg+lyHkvG4dIr5wHra89QIvvxXpdr11nbO+L2xdvQ3mVD5zH7y8V3yTPjdBOj712ZW+qz04v/Qux705aFe+NsQbvYEvzb5a3S++lrdCvjVtCL0CW7S+elhlPpn4Gj3mnqq9hCQJPlz5lj0J2cM9arvVvOjMDL0zKqY9Sw0pPoAj27y1FiC+RVc4veNJwD5e9Wk99iIkPpXIQb5nk50807JavkarGb3HbAk95VrVvQiWB77sPZS87UGjPm6qfr3bfcO9EcBnPsaEdb09b6Q+h5H3PlBFJr6moMm9J37qPXOyXT47FLM+7H3IvQo2SL2Ala8+8hNXPMkYWT/HrSy/jbWGvhxT975jYyK9sehJPjh2sj7sztQ+akkBvyoqdj1+5w6+2D5DvPlBhb3FV7I9vVLfvE0iGj5TWHw+lQOZvXGBwD5xM/A8HO88vvV+az5IfpK/kNY+PggKUr4N9BU+2LKsvsfQtLwRwQM/uKHtvpB3NL3wpiE9z3zyvlQlhj1xobO92LUvPl7Rpj4PnL27ZY+8Pg33bL+j/hU+/IClO7Gzor0B48690hmdPnez5b2xtt69l8JHvjfohzqI/yO/VIWQv2YEuDuiHGM9pzoTv4xbBD+iBF6+ljIuPRGrAr6wjqQ972szPzmBib5jrQi+M/4vPerZ7b5U4CE+dUJ8vjtEtLw85Ji+8TC6vephTT4MnVM9EKS9vyywXb/b0u09igSoPgm1Ljum112+I44OPy4i1T25EAU/c3a7vnakrT1fxfS9IBQIvyENNL1RS349hTQ2PjeWvz6Fgi89BwUGPtJbDz78994+kGsIvyrxUD51tcw+Izwkv1zzJz5KxJO+RK37vp1TIr+yB5G77S0aP5WDfz5UGJE+3fgzv1D2SbxH0909eGoJvfbGY74opcu94FYEvpAs6T5JogK+bAImvvXXwD6/hr69AY9YvQODIz8Y7Ya9+lEDvee3j720Zim+xdSJPimkqz5BM0a+MOp4PqL02by36kG97FT2vHfK67ywgB6+MmCTPqUfCDsv2WA+QeIWPefLjj4UgN69F9rvvQ8Swr2VZGG+eDyPvnoG9z3LvfI+D3IkPrSFOzsecHk+LqZlPmcDRL6Snxy+FvLIO0+AuD1j/to+6aSWvfbD0j76ou6+k7SPvh3hsj5Nu/69Lg4Qv0N6Jj5jr9u+3pfLPpEy471+S9C+uaZ/PgdSi757T4Y8DnKWvvhRgr8MZ9G9R0n3vSbk6D3SGa0+ZPTgPDI5kr/JCWC/gZr1PuSe8T3tKJY+luICPp1WGL3QfjC/yv8NPm9DZL46Veo+4Yk8Pvg19z559Be/e6Y+vsejYL2Kp0g+fgjQvinpjL5D1RS/5RrNvZWhkD+CmUK/1Q45vrO7Ir+B6MO+49QhP4WAcr3MorY+BKMHP8r3jD+9NqM+CR7MPotX2z7KBNi+piW6vwaHDr9HWZM+wKUqvrUD6b/KIDw/XGcrP1lzyL4zvVE+32bAPeqgsL3wmx2+UE7zPnEViL5CVk4+XESJvsdeSb65BCc+yN6EPIXbQD3spbs+lrWfvd+qzD5xIsE+FvwDPN+3Xr5l8+e9YyALP1NVFz68vBc/pwRKP+h1Bz+W4/49JxmfvZloAT92Uya+HEWNPrfU/71bKEm+u/WzPWTLDz6sMje+hoKHv2nsSb5o+oK9LrkLverPBj1ieTi/wEMcPsHEiT7GzI89TMAaveFn/T7063K/qMJKPkw2sj6lkq69QeHHO5kqdz4SRaI8O+7nvMNsSb5Sj3K+eVoDv7ld+L7Ej5m+VELQPsPFLr5Ojgy+NHGBvqSdCL+iGo86rcWUPYUOzT7qxMm+b7cBP3k1ID5dh6m8/pRcPUXlkL5CHgM+ZrtPvvdv8b59xW0+Rshuvtiaczzz9ru9LHY1PqG9872Hsw4+0lAzPAxsgDxtSQi99pcPvsGJGj3TwRC9b6Zbvf4QsL3tAwi/0zyKPV5PgD4YPZE8gqULvwrESL0JbT+/nuZSvrM6hT6EDUG/JkWIP3H23L42xmq/qTAMvz+F7T7IpkU+ewmLvc2iCT51pPY9Gx1XPaySCj8HIrq+Jh8DO+IO2b6J3769lFsfP13DMr+K0Su/D8MtP1eyMb6B0BjAUAygv1U8wz32xn2+WPjBPlHClz5kQQW+GUchP1q7+b3CKeY+PS4+vhuQaT6HY6Q9eD0UvVMBA7+cMtq+NrMPPtJ/Sr6lduQ+arkhPsJupb2POAI/dK8HPuxo3jvPvla+E21iPJYU8r0GxDe/nbRsPgdJwT440SM+bRHrPiAnLD6pX3Y+kl8Xvz5t3T0tjb095HIEvwuBlz0vqpW+egGTvjrHBj87TRU+7iVav4mOKz/exdm+enU1P8sJ2r4n9ym8YfshP13aNT5xv0q/OX3bv7u1ob5kZJU+V8P/v2dVEL6icAa90+m/vV6r4D7g+9q/CmGcPl+lWj5ZPQO//0VYv7YP6jzHxxS+JNVnvcLM6T6fKRA/1+4jv4+fkT7+lVG/pflVvrlFBT8wD14+vSaPvnlUjT4G7Io9qU87vn22XL3DKz++03asPrkzkL0RSVA+1MRlvg16dT7QeZ49mu0pvt1uCzxEgM26dEo0Pky9jD2MTNG+wxGbPnyCWL/6tvs86IS9Pt6//z5boxa+7hhrPsANOL0JuUU/Md5rPtRmXz1JCGc+KgOrvpBh174mjPi8z2jAvV+CCL5DmCI+I9vXvkoSl77/mJa+HtdqPbEl4j7LUy2+7kM0v9O9tD5vtXG+Dnk8PjtTKz6K5eg+IPOoPj+KQL//XoE9ENjdvmAvMr8N7t6+5twEPzDdwr3VuAC/Hih0Pu5cFz7wiFW99lFjPrbr5r5pbha/CZg+vjJ+iD2SqCw+HvIqPRLqc75zyFY9Pbf1u4HYCr/fQJE+bCaAPhPjFj6JZvo8KAt1vYr3Db60+4a+vqX4vRUHY74bTPe+5Cl5vz4+Y77A/8++gh7hPYSW1z1ps0E+IXgTvaPi8r6u4y6+LpFCv/S47D2EvCe+YYN4vUQiAr5hHFY+sWKzvMg6Mj7JCCg9eokCPuMhNz5IUaU6z4p4vjl5sj5qRrY8d6gdPrKM971Id40+mhnmvSk7ZL1e4yE+BjqGvue9gb2kz5K+iow6viSvmT4i7LW+FCYxPsomdz07L5i7t6XzvqgU4r7X1SG/wDbmvfcn1T1E70E9gvsTvr3XFj2az+8+xnAfvpzwbr6vu1S9/GYWv7tjyzxqz8G+iB4XPQL5IL1R29U+NKKFPn0axb5OYPC8aQV8O3keoT7BZb8+oNJTvnmzaz4AKzc/S1XMPiyhwD5EqE8+WIqzPoq4mr1L9mg7voJIPhaAF76QlPE+VwFnPiEddD7+tg2/Nm5hvvsAwD4ceTm/BzoivP9iMT6KMEQ+wAeIPvcLir6gibi+g7MHP1m/lr7sLW0+5Hd5vQ+G4Dt/dsO9fNWJvqau8T69Xjc+RJ54PrskA77EZeU+cJuFvdsMLT7T1js/ZeTivI2xk750ncm900/lPnAA5T7PcnA/NyeKvmLLuT6iF7Y+l/HUPDljcz39cNQ9q28lP3XnNT19t2A810flPWauOT7lO/g9Co/JvbeCpr4PGIQ7NH2xPQJT/73jQz++Y+y6vMVMnz6aMUG/Q8FovrFegD5nop49kha5Pk2O1j1zdCq9tlNVvjXAYb62+aW+6hA+vjsNqb29KqW/DimBvmkZFj4pS9s9AVtRPqpxNjxZza2+Y/bvvob/A7/a5DS/22l2PrSL0j3ihgU/NnxAPcA1mL7prGm9kBuVviLHqL7uPgM/OlWTvmLkSr8a0yq/jkCkPsqKBr1jL5Q+I33OPtcok726HvK+gl1avzwfNb/uaIm9hzN4vXDi175ovvi+u4elPsEgg75xIcc+qJHbvzIGM74uxSI9uHOevjHGV771PFA9Q3pUvQQuXT52bpC/Tnozvozh8zzp3zc/GAvTvUxJ3b5tuYc9bVkHvzj3gD/ojFg+HHTAvmmQ+b6W8JS/DncCvc8VAL+uCGa9QVd2PmO8JL5VPM8+3ObYPqUECL9THP29d+YVPqoBBj8R6ia/JNHdPmKPLr+qnB+/34kLv4EwBr/ZuqU+O8TBPl8gxD5aS9W+r4a1vKyxibtCd0G97BeWPnNb6j6OsXO9SL9IPwsEP77CJ2g+aMIsvZUsiT3AHRe9CCArPySnObq1Nxo/2ibAvTtylb5wuBU+t2kKvFgqgD1B1gw9E5bKvuXuTr6AJ22+wouQPvFUIj6i00k+/kUEPtqZgD7zHuK+PWWxPv5HyD2IdEe+abZtPobuWD0DRvo+UONZPvJMkT6sJ4M+7L8PPZLmMz6IkB2+lH05Pndmn7690KO8f8VcPni0vD59YEk+uQraPhrEGb/KsP89YXOnvYUcvzoKfTS+j8a5PtHyJb7sfJm+3p3ovrvKh75uvsu9KqK0vhMGaD7VhxS+bF5ZPnv72j30+aA7Bvysvf+4oT4oHse9jUqmv4/5ib36/QO+jbIivc43Az8U1IM/qcPDPWxXor53Oh09yvEPvmgjwD7bsaO+OLt2Put7pb8kTxg/PAtFPmrjdL5+wba+ixTmPqzAuT2m+xW+JpKWPgQvwT4clcq9nZCbvoSBIz6VqZE8DnQ3vjTB7T6xLgk/h+lDPlJZNL7rlaq+upGIvjy3yz5Tm0g+bFGRvTM82j7/cei8vnYXvXOXrz1+M7++T6TEPL2E+L4S564+EzM4PpYVor3Mkd4+mazUPqi5UL0T51g9gk4hv6yPqb5FQKq9kzsBPrihFz+dxN4+yfLYPMLCHz/cWa69dSjBvlZLUj4D4p8+IPtlPtjqabyK6us+qf1Wv0lUCb9hwzY+LFhEP5Z1Fz0tEDM9w+IKv+rBRL8AFx0+A9MMvo+t8Dyzijm/9xZcvq7pe7+QzKk/dZT2vZtq7TwxXwu+qcYNv6+TAz9hKYS9kpXOvQYtTj/es5K/iH/rPt8Om72QlJe98Z/+veW3YL6D9Y2+wD60PtwLGz8FZkW+kB1uv41kSr9//CM9upT0Osv4U7/2eyi9DdarPXhhUb83E6Q+CWjWvo3PxL7J1jI+u+9hvWMsvb6lRTE/TPruvlBomT5wLRM+1GuCvvE0Hj2R/1K9cPhrvp0Vt74ULmW/6lqsvXEmtrvYsIw+3Z8WP4zhF7934eq+Y/zAv+fxOD6gRxg/yVYzPp4HzT4U/Q4+4i1cv6nC6D2nI3U9B5T7vVOtLD9Ktqu+PSwAv7uLm70RZe89XMiKPkK46j1w9Jo+yGC5vU8J1r3zw7m+F2uFPoARuD6xPge/3tknP2yDsz6LWae9ql7KvqCSUz9pJVU+crwTP6JxPb8dyAk8AyJhPuewgb+SVjk+Tf8MP1KzxD3A2GK/67cfPTyJiL9h6w++1hv8vUvQX7+biP69aeZOv2hWoz0lK8i9hml9vt+Hxj3TGhm/ZuH9PkLlUrxXzTA+TE8IP0Pi4b7jFRk/+VQdv2Wb0r3yzpO9EVnQu4kwhj7RN8E+5ITGvlbrqz75CCo+uTZvvvHy4T3ZGhM+hWtbviFXFr4tIfi+uvuAvmYTDD8OFoU+4rkNvmD/zb71YhM+p2UYPqQQYb5Uol++H4CGPrbhkj5Kt4I9yBuWvrRjYj3BakM+/lgDvbEVYT730eW9BAGCvUhtT71VKA09zQqdPpy4iT1bAoS9A4CBvMmErT61hXU+S+iDvMfRDj+gKZg9WPg7PmSDI75Dg8o9A6H/PhH3oj0grQY+LtiCPljsnbwtSJY++eCJPm5RuL6Eo6g+BmEzv1pZCb9/vJK+mLA+Pon5/T0Ba0o/+0XfPUMOdb9uUC6++jpQvnTd976HCkI+CuQLPoxp2z5edZ8+bpMvPs9IhjzLk8w+OdVIvL3K7Lz1AJk+y1h9v6ARWr5PSNI8xpUSvrP5wb7pFO4977/JPaF0qb4BJ4I+B9ufPdiBQr52XeA+UsWJvcq0Ej7Qm989h9kcPPmyE7vZgJA+UDOnvgFLOb0Rcoc+G26QPuhWvD5q1h2/mITMvr5HLb0qtja+PXIiPSLZtr717bc+mCWTvaDAPT0oOG8+jCAvPtPiSD6Qlnu+RYi+Pm/GXLyh75C+kK14Pa2YnTvQrqG+E1iPPtImTr53nc2+d+aVvhlylb1QRpU+p7yRvb8XlL+140C+xkhFvkChzD5zmhE+b5wxPhdEEj/gOgU9XKqMPlf+OL9jZru+nhqCvofhRj2hrbC91ZxzvnvSXj4sZvM+/I2fPXICxz5ZQAc/dSjLPN39wL4aSjc+36ESPljDM79hTlI+BRP1vRPnHb9EQIG+ibC9vFXlJT+ob6k+PeSOPjJ+K74HKIU8ROVhvosXe74fYHs+LGEbvgg7Z779sUA/mSspPXCj7T0YRVQ8OJDfvsKoOLzr0cA+iJk9vo8J8z1mee8811W+vqoGSD6b2QC9bBeZvbPqGT4vUog+O/ijPkIQT72Wuhc+K+FvPf3TXb6qEIo+uFp6PZFhIz/Ug549C0D/Pv4JiL1/fi+9AtSjvQRIur2lEik+7qhGPcUOGj77FK695mlyPb2bhT5xy8y9Dz6RvepLuT5afno9Mg7CPNYQZj45+38+IgKAPnxuXT6yhMa9MBk+PPvB3b4l99i9wFFLPWu/m75xREm+E/zYvxYlJD8IvfO92RF5vwaI4D72aRW/AtohPlKZVT7XJnu+bEaLv7tGGT+D7o2+tuRWv1ckYb5B0JG9Z79RP9iOrT5NYx8+QirwPbtYRD9yfTi/pv+wPvFr4L7oTOq9v7p6vFEiEb88JL49e/+dvpu9xD2dxnI//9MgPgdggz4ec5K+xc4XP0/G1L6tkoQ9SMYJPq8hob4f8E6/9EsUP60f4j73ouy9rOfNPlT5Lj7vAL4+y3ygvqNe1b8sHec9oHMlP/pDiz5VKDq/91aGPo5ZlL4dX1W/KjPcvu4okz/5c34+4fFFPh3C0L7ptWq/02ODvkTo3ryH/G8+nCcTvf1owT6Q/RA/PpY1v3LGDT++Pla/GEYgv2aZJz5OXA09dWZQvzXSML4dOg4/YoGMPYQLVD69KiA+SlZpPkymOT6/F5Q+SxqMvnT1nz5Ssfy+WFuXPpHiLD8wkpa+G8kEv5ksnL95EYw/7Xt3PjrVcr60mE4+5oKfPogXyr6YjfE+y29sv8d62j6Fph6/mMCPPlW/HL53zWe+0ydpPexekz7lj8K+nx0KP6rj/r7/Oga/li8qPzfnCL8O9lc//1sbv++JuDw0kZA+UbHLPhPXir7ut4S/vrvaPtudGr/ewxs/x2XAPojGbD9JCxy+D4a8vpZrRL7IQEm/8RCEv9oAjzz3Pig/ciGwvceqPT6MTM2+yd/oPhepgj+FdgK+q1AmP/bNRr/21Si+aoc9v1vp4752yVi+btyrPRzgtb6SlnI7LIDzO6EZnj74jVU92yIVvegpaL5CgYi9pYcRvV9lC74+rya/Pd1nvn7C/z2Nspc8NiTdPj6FyD75R9q+TGS1PvCNTj0+Iz0+nDFnvVkxkD+8ecM+AbA3v9E/ND19ZJQ+uhQOvmpiar+ZN9o8uzLKvU+B/73EZNY9mKORvir1jr/m4kY/7WZVv06XSD5MIsk+EwBSPj+2kj7rxEe/DXePPkqPT7//+su7nPNoPn9ecj/cucM+ewpUv/Hm7j1LTAs/ikOBPw7NH7760MQ+C2v3vlRNM78B/u6+JNLWvyrP4b8xXl+8LBA7P3CHmr6r2ts+nACRv0L9075DenM92RQVPnslDj7e8Vs+aJDnvW49zb6g6iE+O5cLvxQbsr8XVgw//3AAPuM9rz23Brs+71vSPv5ciT7X7SC+GCEoPv+fJr9SsT8/Uf9hPnjP2r468hU9bZ//vQIHqj415rW/vbWZvqvx/r7o4TQ/6WcXP2KDHz7aulW/39gjv3J/fb4Fh8A+lNGJv05IUL+bnrI/lpddvv7EX76/XW6+nwjrPh0W+D1epQs/ElE4vmLf3T5oWyi+JSogvju5UT7QvC4+3tzLPVNgKD7Jywi+RvSTvoup0764zn6+x8oyPzIwI76554Q/Nbgavz6c571UxBE/x4j/PoytEr8QYpO+V4TTvqOZwD4eohA/0z8Fv/XDOL3x6mw91k8nPoSrRj/hjCq/Nig0vzG4c78fplw+W+hUvkodrr2UoHY/Q+soP1n9hT+w1Mu9PpXKv9tTfL+A8dG+T3VBvfZ82b7mJw+9p6m/PnDNGL91rUs++2apPgkbTj5zPy29C0bjPsIDub4auE+/ngjGvRQkoryC2zo/ajnKPsZ/ir/wSO4+Vk9Cv6jx6rz3VxK+17c9vinrRz4EuYA9oj+EvoDgWz3duHw+1O8vvWaH6z1Q6Qi9";

return { CLASSES, LAYERS, IMAGES, WEIGHTS };
})();
const module_digit_ink = (() => {
// A drawing in black and white becomes an image as MNIST has them: arithmetic, without a page.
// LeCun and others (1998), section III-A: the drawing's box is fitted into 20 by 20 pixels, its shape kept, which
// makes greys at its edges; then its centre of mass is put into the middle of 28 by 28.

const IMAGE = 28;
const BOX = 20;
const MIDDLE = 14; // the number of the row, and of the column, that MNIST's centres of mass are nearest to

/** Where there is ink: {top, left, height, width}, or null. */
function boxOf(points, side) {
  const [rows, columns] = [[], []];
  points.forEach((point, n) => {
    if (point) rows.push(Math.floor(n / side));
    if (point) columns.push(n % side);
  });
  if (!rows.length) return null;
  const least = (numbers) => numbers.reduce((a, b) => Math.min(a, b));
  const most = (numbers) => numbers.reduce((a, b) => Math.max(a, b));
  const [top, left] = [least(rows), least(columns)];
  return { top, left, height: most(rows) - top + 1, width: most(columns) - left + 1 };
}

/** How much of each of `count` pixels, `size` points wide, each of `length` points covers: rows of shares. */
function covered(length, count, size) {
  const share = (pixel, point) =>
    Math.max(0, Math.min((pixel + 1) * size, point + 1) - Math.max(pixel * size, point)) / size;
  return Array.from({ length: count }, (_, i) => Array.from({ length }, (__, k) => share(i, k)));
}

/** The box as height by width pixels, each the mean of the points below it. */
function fitted(points, side, { top, left, height, width }) {
  const size = Math.max(height, width) / BOX; // points in a pixel
  const [h, w] = [height, width].map((n) => Math.max(1, Math.round(n / size)));
  // The longer side fills its 20 pixels; the other one, a whole number of pixels.
  const [down, across] = [covered(height, h, height / h), covered(width, w, width / w)];
  const values = down.flatMap((shares) => {
    const line = new Array(width).fill(0);
    shares.forEach((share, i) => {
      if (!share) return;
      for (let j = 0; j < width; j += 1) line[j] += share * points[(top + i) * side + left + j];
    });
    return across.map((parts) => parts.reduce((sum, part, j) => sum + part * line[j], 0));
  });
  return { h, w, values };
}

/** The mean row, or column, of what has weight. */
function centreOf(values, place) {
  let [sum, all] = [0, 0];
  values.forEach((value, n) => {
    sum += value * place(n);
    all += value;
  });
  return sum / all;
}

/** The 28 by 28 pixels, with the box of the ink in points and in pixels, and where its corner came to lie. */
function prepared(points, side) {
  const pixels = new Array(IMAGE * IMAGE).fill(0);
  const box = boxOf(points, side);
  if (!box) return { pixels, box };
  const { h, w, values } = fitted(points, side, box);
  // Of two corners that are equally good, the first: it leaves 4 pixels on each side of 20.
  const inside = (from, length) => Math.max(0, Math.min(IMAGE - length, Math.round(MIDDLE - from - 1e-6)));
  const row = inside(centreOf(values, (n) => Math.floor(n / w)), h);
  const column = inside(centreOf(values, (n) => n % w), w);
  values.forEach((value, n) => {
    pixels[(row + Math.floor(n / w)) * IMAGE + column + (n % w)] = Math.round(value);
  });
  return { pixels, box, size: [h, w], corner: [row, column] };
}

/** The drawing as it lies there: each pixel is the mean of the points below it. */
function shrunk(points, side) {
  const size = side / IMAGE;
  const sums = new Array(IMAGE * IMAGE).fill(0);
  points.forEach((point, n) => {
    sums[Math.floor(Math.floor(n / side) / size) * IMAGE + Math.floor((n % side) / size)] += point;
  });
  return sums.map((sum) => Math.round(sum / size ** 2));
}

return { IMAGE, boxOf, prepared, shrunk };
})();
const module_sheets = (() => {
// What is drawn on in a live network: the pixels themselves, or a finer sheet whose ink becomes pixels.
const { IMAGE, prepared, shrunk } = module_digit_ink;
const { pixelsOfText, textOfPixels } = module_painter_state;

const FINE = 3; // points along a pixel
const REACH = 3; // points from the middle of the pen to its rim, which makes lines about as thick as MNIST's
const SIDE = FINE * IMAGE;

/** The points of a sheet with some of them filled. */
function filled(points, side, places, covers, value) {
  const news = [...points];
  for (const [row, column] of places) {
    for (const [down, across] of covers) {
      const [i, j] = [row + down, column + across];
      if (i >= 0 && i < side && j >= 0 && j < side) news[i * side + j] = value;
    }
  }
  return news;
}

/** The steps from a pen's middle to all that it covers, within a distance. */
function disc(reach, most) {
  const steps = Array.from({ length: 2 * reach + 1 }, (_, k) => k - reach);
  return steps.flatMap((i) => steps.filter((j) => Math.hypot(i, j) <= most).map((j) => [i, j]));
}

/** The image itself: 28 by 28 greys, and a pen of 3 by 3. */
const GREYS = {
  side: IMAGE, step: 1, reach: 1, prepares: false,
  surface: "Image, 28 by 28 pixels",
  legend: "Pen, 3 by 3 pixels",
  pens: ["off", "white", "black"],
  help: "With a pen, draw on the image; by keyboard, arrow keys move the pen and Space paints.",
  enlarged: (pixels) => pixels,
  read: pixelsOfText,
  text: textOfPixels,
  inverts: true,
  seen: (points) => ({ pixels: points }),
  drawn: (points, places, colour) => filled(points, IMAGE, places, disc(1, 2), colour === "black" ? 0 : 255),
  point: ([row, column], value) => `Pixel in row ${row}, column ${column}: ${value}`,
};

/** A sheet of 84 by 84 points, ink or no ink, which is made into 28 by 28 greys. */
const INK = {
  side: SIDE, step: FINE, reach: REACH, prepares: true,
  surface: "Sheet to draw a digit on",
  legend: "Pen",
  pens: ["white", "black", "off"],
  help: "Draw with the mouse or a finger; by keyboard, arrow keys move the pen and Space paints.",
  asItIs: "A test image, as MNIST has it: nothing is left to prepare.",
  enlarged: (pixels) => Array.from({ length: SIDE * SIDE }, (_, n) => pixels[placeBelow(n)]),
  read: inkOfText,
  text: textOfInk,
  inverts: false,
  seen,
  drawn: (points, places, colour) =>
    filled(points.map(whole), SIDE, places, disc(REACH, REACH + 0.5), colour === "black" ? 0 : 255),
  point: ([row, column], value) => `Point in row ${row}, column ${column}: ${value > 127 ? "ink" : "no ink"}`,
};

const placeBelow = (n) => Math.floor(Math.floor(n / SIDE) / FINE) * IMAGE + Math.floor((n % SIDE) / FINE);
const whole = (point) => (point > 127 ? 255 : 0);

/** What the network sees of the ink, and in words how it came about. */
function seen(points, asMnist) {
  const { pixels, box, size, corner } = prepared(points.map(whole), SIDE);
  if (!box) return { pixels, words: "Nothing is drawn: every pixel is 0." };
  const ink = `The ink takes ${box.height} by ${box.width} of ${SIDE} by ${SIDE} points.`;
  if (!asMnist) return { pixels: shrunk(points.map(whole), SIDE), words: `${ink} It stays where it is: ${FINE} by ${FINE} points make a pixel.` };
  return { pixels, words: `${ink} It becomes ${size[0]} by ${size[1]} pixels, and begins in row ${corner[0]}, column ${corner[1]}, so that its centre of mass is in the middle.` };
}

/** Ink as text of the alphabet for addresses (RFC 4648, section 5), a bit for each point, row by row. */
function textOfInk(points) {
  const bytes = new Array(Math.ceil(points.length / 8)).fill(0);
  points.forEach((point, n) => {
    if (point > 127) bytes[n >> 3] |= 128 >> n % 8;
  });
  return textOfPixels(bytes);
}

/** The same back: 0 or 255 for each point, or null if the text holds something else. */
function inkOfText(text) {
  if (!/^[\w-]+$/.test(text) || text.length !== Math.ceil((SIDE * SIDE) / 6)) return null;
  const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Array.from({ length: SIDE * SIDE }, (_, n) => (bytes.charCodeAt(n >> 3) & (128 >> n % 8) ? 255 : 0));
}

return { GREYS, INK };
})();
const module_live_network = (() => {
// The live network of garments: an image, or a drawing, every layer's maps of it, and the answer at once.
const { subjectOf } = module_live_state;
const { renderer } = module_live_view;
const { decodeWeights } = module_network;
const { CLASSES, IMAGES, LAYERS, WEIGHTS } = module_network_data;
const { GREYS } = module_sheets;

const subject = subjectOf({
  title: "Live network", label: "Garment", start: "#live-network?", sheet: GREYS,
  classes: CLASSES, images: IMAGES, layers: LAYERS, numbers: decodeWeights(WEIGHTS),
});

const exported = { render: renderer(subject) };

return { subject, default: exported };
})();
return module_live_network;
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
