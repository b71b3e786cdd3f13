// What is drawn on in a live network: the pixels themselves, or a finer sheet whose ink becomes pixels.
import { IMAGE, prepared, shrunk } from "./digit_ink.js";
import { pixelsOfText, textOfPixels } from "./painter_state.js";

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
export const GREYS = {
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
export const INK = {
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
