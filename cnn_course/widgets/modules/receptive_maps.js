// The input and the maps of a stack of layers as pictures: one scale, pixels of the input, for all of them.
import { placesOf, viewOf } from "./receptive.js";

const FAINT = 0.1; // of the colour, for a number that is counted seldom

/** An element of a picture. */
function drawn(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const square = ([i, j]) => `M${j} ${i}h1v1h-1z`;
const stroke = ([i, j]) => `M${j} ${i + 1}l1 -1M${j} ${i + 0.5}l.5 -.5M${j + 0.5} ${i + 1}l.5 -.5`;
const range = (from, to) => Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);

/** The lines between the numbers of a map. */
function grid([height, width]) {
  const rows = range(0, height + 1).map((i) => `M0 ${i}h${width}`);
  const columns = range(0, width + 1).map((j) => `M${j} 0v${height}`);
  return drawn("path", { class: "lines", d: [...rows, ...columns].join("") });
}

/** The numbers of a map that are read, in one path for each count: the more ways, the stronger the colour. */
function readings({ counts: [rows, columns] }, paths) {
  const places = new Map();
  rows.forEach((row, i) => columns.forEach((column, j) => {
    const count = paths ? row * column : Math.min(1, row * column);
    if (!count) return;
    if (!places.has(count)) places.set(count, []);
    places.get(count).push([i, j]);
  }));
  const most = Math.max(...places.keys());
  const opacity = (count) => (paths ? FAINT + (1 - FAINT) * (count / most) : 0.4).toFixed(3);
  return [...places].map(([count, at]) =>
    drawn("path", { class: "read", "data-count": count, "fill-opacity": opacity(count), d: at.map(square).join("") }),
  );
}

/** What of a region lies outside of a map, as far as the picture goes. */
function zeros({ start, side, counts }, bounds) {
  const axis = (k) => range(Math.max(start[k], Math.floor(bounds[k][0])), Math.min(start[k] + side, Math.ceil(bounds[k][1])));
  const outside = (n, k) => n < 0 || n >= counts[k].length;
  const places = axis(0).flatMap((i) => axis(1).map((j) => [i, j])).filter((at) => at.some(outside));
  return [
    drawn("path", { class: "zeros", d: places.map(square).join("") }),
    drawn("path", { class: "strokes", d: places.map(stroke).join("") }),
  ];
}

/** The frame of a region: those of its sides that are in the picture. */
function frame({ start, side }, bounds) {
  const [top, left] = start;
  const [rows, columns] = [0, 1].map((axis) => [Math.max(start[axis], bounds[axis][0]), Math.min(start[axis] + side, bounds[axis][1])]);
  const within = (n, [from, to]) => n >= from && n <= to;
  const across = [top, top + side].filter((i) => within(i, bounds[0])).map((i) => `M${columns[0]} ${i}H${columns[1]}`);
  const down = [left, left + side].filter((j) => within(j, bounds[1])).map((j) => `M${j} ${rows[0]}V${rows[1]}`);
  return drawn("path", { class: "region", d: [...across, ...down].join("") });
}

/** The picture of map number m, with what is read of it if a trace is given. */
export function pictureOf(maps, m, trace, paths) {
  const { size } = maps[m];
  const views = [0, 1].map((axis) => viewOf(maps, axis));
  const [rows, columns] = [0, 1].map((axis) => placesOf(maps[m], axis, views[axis]));
  const bounds = [rows, columns].map(({ step, origin }, axis) => views[axis].map((n) => (n - origin) / step));
  const [top, left] = views.map(([from]) => from - 0.5);
  const [height, width] = views.map(([from, to]) => to - from + 1);
  const image = { class: "image", x: 0, y: 0, width: maps[0].size[1], height: maps[0].size[0] };
  const place = `translate(${columns.origin} ${rows.origin}) scale(${columns.step} ${rows.step})`;
  const region = trace ? [...zeros(trace, bounds), ...readings(trace, paths), frame(trace, bounds)] : [];
  return drawn(
    "svg", { viewBox: `${left} ${top} ${width} ${height}`, "aria-hidden": "true" },
    drawn("rect", image), drawn("g", { transform: place }, grid(size), ...region),
  );
}

/** The row and column of map number m that an event of the pointer is nearest to. */
export function numberAt(event, picture, maps, m) {
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse());
  return [point.y, point.x].map((n, axis) => {
    const { step, origin } = placesOf(maps[m], axis, viewOf(maps, axis));
    return Math.max(0, Math.min(maps[m].size[axis] - 1, Math.floor((n - origin) / step)));
  });
}
