// im2col and col2im, number by number: choose a pixel and see its cells, or a cell and see its pixel.
import { countsOf, inImage, placeOf, sizesOf } from "./im2col_maths.js";
import { HOLDS, KINDS, LIMITS, MODES, NAMES, asKind, cellAfter, fromFragment, further, imageOf, marksOf, matrixOf, pixelAfter, pixelsOf, settled, toFragment } from "./im2col_state.js";
import { cellsInWords, chosenInWords, countsInWords, sizeInWords } from "./im2col_words.js";
import { button, make, radios, slider, squares } from "./elements.js";
import { renderer } from "./widget.js";

const DEFAULTS = {
  height: 3, width: 4, channels: 1, kh: 2, kw: 2, stride: 1, padding: 0,
  mode: MODES[0], holds: HOLDS[0], kind: KINDS[0], at: [0, 0, 0],
};
const WORDS = { height: "Height H", width: "Width W", channels: "Channels C", kh: "Window KH", kw: "Window KW", stride: "Stride S", padding: "Padding P" };
const HEADS = ["u", "v", "c"]; // the lines above the matrix
let made = 0; // widgets on this page: ids and names of groups differ

/** All elements that anything is asked of later. */
function build() {
  const id = `im2col-${(made += 1)}`;
  const steps = (help) => make("div", { class: "steps", role: "application", tabindex: 0, "aria-describedby": `${id}-${help}` });
  return {
    id,
    sliders: Object.fromEntries(NAMES.map((name) => [name, slider(WORDS[name], LIMITS[name])])),
    groups: {
      mode: radios("Direction", `${id}-mode`, MODES),
      kind: radios("Choose a", `${id}-kind`, KINDS),
      holds: radios("The matrix holds", `${id}-holds`, HOLDS),
    },
    size: make("p", { class: "size" }),
    hatched: make("span", {}, " Hatched: padding."),
    title: make("span", { class: "title" }),
    pixels: steps("pixels"),
    matrix: steps("matrix"),
    back: button("Step back"),
    forward: button("Step forward"),
    step: make("p", { class: "step" }),
    lines: make("ul", {}),
    formula: make("p", {}, "Its cells are in row i · OW + j and column (u · KW + v) · C + c:"),
    before: make("div", {}),
    counts: make("div", { class: "squares", role: "img" }),
    total: make("p", {}),
  };
}

/** Put the elements in their places. */
function arrange(parts) {
  const { groups, id } = parts;
  const title = (words) => make("span", { class: "title" }, words);
  const help = (name, ...words) => make("p", { class: "help", id: `${id}-${name}` }, ...words);
  return make(
    "div", { class: "stepper unrolled", role: "group", "aria-label": "im2col and col2im" },
    make("div", { class: "settings" }, ...NAMES.map((name) => parts.sliders[name].label)),
    parts.size,
    make("div", { class: "groups" }, groups.mode, groups.kind, groups.holds),
    make(
      "div", { class: "both" },
      make("div", { class: "image" }, parts.title, parts.pixels, help("pixels", "Point at a pixel, or use the arrow keys.", parts.hatched)),
      make(
        "div", { class: "matrix" }, title("Matrix"), parts.matrix,
        help("matrix", "Left: the window (i, j) of each row. Above: the place (u, v) and the channel c of each column. Point at any of them, or use the arrow keys."),
      ),
      make("div", { class: "words" }, make("p", { class: "buttons" }, parts.back, parts.forward), parts.step, parts.formula, parts.lines),
      make("div", { class: "count" }, parts.before, make("div", {}, title("Count map"), parts.counts), parts.total),
    ),
    parts.said,
    make("p", { class: "buttons last" }, parts.reset, parts.link),
  );
}

/** The channels of an image side by side, with the padding around them, in squares that can be chosen. */
function drawPixels(state, marks) {
  const { height, width, channels, padding } = state;
  const numbers = pixelsOf(state);
  const channel = (c) => {
    const square = (i, j) => {
      const [y, x] = [i - padding, j - padding];
      const number = numbers[y]?.[x]?.[c];
      return { class: `${number === undefined ? "zero" : "pixel"} ${marks.pixel(y, x, c)}`, "data-pick": `pixel ${y},${x},${c}`, text: String(number ?? "") };
    };
    const name = channels > 1 ? [make("p", { class: "help" }, `channel ${c}`)] : [];
    return make("div", {}, ...name, make("div", { class: "squares" }, ...squares(height + 2 * padding, width + 2 * padding, square)));
  };
  return Array.from({ length: channels }, (_, c) => channel(c));
}

/** The matrix below three lines that name its columns, each row after the name of its window. */
function drawMatrix(state, marks) {
  const { rows, columns } = sizesOf(state);
  const numbers = matrixOf(state);
  const read = (lit) => (lit.includes("read") ? "spanned" : "");
  const name = (kind, n, lit, text) => ({ class: `index ${read(lit)}`, "data-pick": `${kind} ${n}`, text });
  const head = (line, column) => {
    const place = placeOf(state, 0, column);
    return name("column", column, marks.cells.map((row) => row[column]), String(place[HEADS[line]]));
  };
  const side = (row) => {
    const { i, j } = placeOf(state, row, 0);
    return name("row", row, marks.cells[row], `${i}, ${j}`);
  };
  const square = (line, k) => {
    const [row, column] = [line - HEADS.length, k - 1];
    if (row < 0) return column < 0 ? { class: "index", text: HEADS[line] } : head(line, column);
    if (column < 0) return side(row);
    const ground = inImage(state, placeOf(state, row, column)) ? "pixel" : "zero";
    return { class: `${ground} ${marks.cells[row][column]}`, "data-pick": `cell ${row},${column}`, text: String(numbers[row][column]) };
  };
  return squares(rows + HEADS.length, columns + 1, square);
}

/** How often each pixel is copied; on the way back of the image itself, the image too. */
function drawCounts(parts, state, marks) {
  const { height, width, channels, mode, holds } = state;
  const counts = countsOf(state);
  const lit = (y, x) => (Array.from({ length: channels }, (_, c) => marks.pixel(y, x, c)).includes("read") ? "read" : "");
  parts.counts.setAttribute("aria-label", `How often each of ${height} by ${width} pixels is copied`);
  parts.counts.replaceChildren(...squares(height, width, (y, x) => ({
    class: `${counts[y][x] ? "" : "unseen"} ${lit(y, x)}`, text: String(counts[y][x]),
  })));
  const image = { ...state, padding: 0, mode: MODES[0] };
  parts.before.hidden = mode === MODES[0] || holds !== HOLDS[0];
  const old = make("div", { class: "channels", role: "img", "aria-label": `Image x, ${height} by ${width}` }, ...drawPixels(image, marks));
  parts.before.replaceChildren(make("span", { class: "title" }, "Image x"), old);
}

/** Draw everything from the state. */
function show(parts, state) {
  const { height, width, padding, mode } = state;
  const { rows, columns } = sizesOf(state);
  const marks = marksOf(state);
  for (const [name, { input, value }] of Object.entries(parts.sliders)) input.value = value.textContent = state[name];
  for (const [name, group] of Object.entries(parts.groups)) {
    for (const choice of group.querySelectorAll("input")) choice.checked = choice.value === state[name];
  }
  parts.groups.holds.hidden = mode === MODES[0];
  parts.matrix.hidden = rows === 0;
  parts.hatched.hidden = padding === 0;
  parts.size.textContent = sizeInWords(state);
  parts.title.textContent = mode === MODES[0] ? "Image x" : "What comes back: the sums";
  parts.pixels.className = "steps channels";
  parts.pixels.setAttribute("aria-label", `${parts.title.textContent}, ${height} by ${width}`);
  parts.pixels.replaceChildren(...drawPixels(state, marks));
  parts.matrix.className = `steps squares ${columns > 9 ? "many" : ""}`;
  parts.matrix.setAttribute("aria-label", `Matrix, ${rows} by ${columns}`);
  parts.matrix.replaceChildren(...drawMatrix(state, marks));
  parts.step.textContent = chosenInWords(state);
  parts.formula.hidden = cellsInWords(state).length === 0;
  parts.lines.replaceChildren(...cellsInWords(state).map((words) => make("li", {}, words)));
  drawCounts(parts, state, marks);
  parts.total.textContent = countsInWords(state);
}

/** Set a number; choose with a key, a button or the pointer. */
function connect(parts, { state, change, reset, say }) {
  const choose = (news) => {
    if (!news) return;
    change(news);
    const cells = cellsInWords(state()).join("; ");
    say(`${parts.step.textContent}${cells && ` Its cells: ${cells}.`}`);
  };
  for (const [name, { input }] of Object.entries(parts.sliders)) {
    input.addEventListener("input", () => {
      change({ [name]: Number(input.value) });
      say(parts.size.textContent);
    });
  }
  for (const name of ["mode", "holds"]) {
    parts.groups[name].addEventListener("change", ({ target }) => {
      change({ [name]: target.value });
      say(`${parts.step.textContent} ${parts.total.textContent}`);
    });
  }
  parts.groups.kind.addEventListener("change", ({ target }) => choose(asKind(state(), target.value)));
  parts.back.addEventListener("click", () => choose(further(state(), -1)));
  parts.forward.addEventListener("click", () => choose(further(state(), 1)));
  for (const [part, after] of [[parts.pixels, pixelAfter], [parts.matrix, cellAfter]]) {
    part.addEventListener("keydown", (event) => {
      const news = after(state(), event.key);
      if (news) event.preventDefault();
      choose(news);
    });
    for (const event of ["pointerdown", "pointermove"]) {
      part.addEventListener(event, ({ target }) => {
        const [kind, at] = target.dataset.pick?.split(" ") ?? [];
        if (kind) change({ kind, at: at.split(",").map(Number) });
      });
    }
  }
  parts.reset.addEventListener("click", () => {
    reset();
    say(parts.size.textContent);
  });
}

export default {
  render: renderer({ defaults: DEFAULTS, settled, toFragment, fromFragment, build, arrange, show, connect }),
};
