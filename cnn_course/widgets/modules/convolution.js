// The arithmetic of convolution on small grey images, without a page: arrays of rows, height before width.
// As cnn_course.conv has it: the kernel slides as it is, and is not flipped.

/** How many pixels a kernel's side of `size` numbers spans when `dilation` pixels lie between neighbours' starts. */
export function dilated(size, dilation = 1) {
  return (size - 1) * dilation + 1;
}

/** floor((size + 2 padding - span) / stride) + 1, and 0 where the kernel does not fit. */
export function outputSize(size, kernel, { stride = 1, padding = 0, dilation = 1 } = {}) {
  const steps = Math.floor((size + 2 * padding - dilated(kernel, dilation)) / stride);
  return Math.max(0, steps + 1);
}

/** The image with `padding` rows and columns of zeros on each side. */
export function pad(image, padding) {
  const width = image[0].length + 2 * padding;
  const empty = () => Array.from({ length: padding }, () => new Array(width).fill(0));
  const zeros = new Array(padding).fill(0);
  return [...empty(), ...image.map((row) => [...zeros, ...row, ...zeros]), ...empty()];
}

/** The pixels of a padded image that lie under the kernel when it fills row i, column j of the output. */
export function windowAt(padded, kernel, i, j, { stride = 1, dilation = 1 } = {}) {
  return kernel.map((row, u) =>
    row.map((_, v) => padded[i * stride + u * dilation][j * stride + v * dilation]),
  );
}

/** The sum of the products of numbers in the same place. */
export function sumOfProducts(window, kernel) {
  let sum = 0;
  kernel.forEach((row, u) => row.forEach((number, v) => (sum += number * window[u][v])));
  return sum;
}

/** y[i][j] = the sum over u, v of image[i stride + u dilation][j stride + v dilation] * kernel[u][v]. */
export function correlate(image, kernel, options = {}) {
  const padded = pad(image, options.padding ?? 0);
  const height = outputSize(image.length, kernel.length, options);
  const width = outputSize(image[0].length, kernel[0].length, options);
  const row = (i) =>
    Array.from({ length: width }, (_, j) =>
      sumOfProducts(windowAt(padded, kernel, i, j, options), kernel),
    );
  return Array.from({ length: height }, (_, i) => row(i));
}

/** For each pixel along one axis, how many of the kernel's places read it; padding left out. */
export function timesSeen(size, kernel, { stride = 1, padding = 0, dilation = 1 } = {}) {
  const seen = new Array(size).fill(0);
  const places = outputSize(size, kernel, { stride, padding, dilation });
  for (let i = 0; i < places; i += 1) {
    for (let u = 0; u < kernel; u += 1) {
      const pixel = i * stride + u * dilation - padding;
      if (pixel >= 0 && pixel < size) seen[pixel] += 1;
    }
  }
  return seen;
}
