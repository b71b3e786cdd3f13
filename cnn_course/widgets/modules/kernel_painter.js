// The kernel painter: an image to draw on, nine numbers to change, and the answer at once.
import { correlate, sumOfProducts, windowAt } from "./convolution.js";
import { KERNELS, PICTURES } from "./course_data.js";
import { drawFrame, drawGrid, greyColour, line, placeOf, readImage, signedColour } from "./drawing.js";
import { button, labelled, make, radios } from "./elements.js";
import { OWN, PLACES, SIDE, fromFragment, kernelTexts, parseNumber, pixelsOf, rowsOf, textOfPixels, toFragment } from "./painter_state.js";
import { renderer } from "./widget.js";

const DEFAULTS = { image: PICTURES[0].name, pixels: "", kernel: KERNELS[0].name, at: [0, 0] };
const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
let made = 0; // widgets on this page: ids and names of groups differ

const clamp = (n, count) => Math.max(0, Math.min(count - 1, n));
const written = (n) => String(Math.round(n * 100) / 100).replace("-", "−");

/** All elements that anything is asked of later. */
function build() {
  const id = `kernel-painter-${(made += 1)}`;
  const options = (names) => names.map((name) => make("option", { value: name }, name));
  const surface = (label, help) =>
    make("canvas", {
      tabindex: 0, role: "application", "aria-label": label, "aria-describedby": `${id}-${help}`,
    });
  const field = (k) =>
    make("input", {
      type: "text", autocomplete: "off", spellcheck: "false",
      "aria-label": `row ${Math.floor(k / 3)}, column ${k % 3} of the kernel`,
    });
  return {
    id,
    image: surface("Image, 28 by 28 pixels", "draw"),
    result: surface("Result, 26 by 26 numbers", "step"),
    choice: make("select", {}, ...options(PICTURES.map((p) => p.name)), make("option", { value: OWN }, "your own")),
    upload: make("input", { type: "file", accept: "image/*" }),
    pen: radios("Pen", `${id}-pen`, ["off", "white", "black"]),
    cursor: { at: [SIDE / 2, SIDE / 2], shown: false }, // of the pen, by keyboard
    named: make("select", {}, ...options(KERNELS.map((k) => k.name)), make("option", { value: "" }, "your own")),
    question: make("p", { class: "question" }),
    fields: Array.from({ length: 9 }, (_, k) => field(k)),
    pixels: Array.from({ length: 9 }, () => make("span", { "aria-hidden": "true" })),
    scale: make("p", { class: "scale" }),
    sum: make("p", { class: "sum" }),
    problem: make("p", { class: "problem", role: "alert" }),
    clear: button("Clear the image"),
  };
}

/** Put the elements in their places. */
function arrange(parts) {
  const { id } = parts;
  const cells = parts.fields.map((field, k) => make("div", {}, field, parts.pixels[k]));
  return make(
    "div", { class: "kernel-painter", role: "group", "aria-label": "Kernel painter" },
    make(
      "div", { class: "columns" },
      make(
        "div", { class: "picture" }, labelled("Image", parts.choice), parts.image, parts.pen,
        make("p", { class: "help", id: `${id}-draw` }, "With a pen, draw on the image; by keyboard, arrow keys move the pen and Space paints."),
        labelled("or a file of your own", parts.upload), parts.clear,
      ),
      make(
        "div", { class: "numbers" }, labelled("Kernel", parts.named), parts.question,
        make("div", { class: "grid", role: "group", "aria-label": "The kernel's nine numbers" }, ...cells),
        make("p", { class: "help" }, "Below each number, the pixel that it lies on. Fractions such as 1/9 are numbers too."),
      ),
      make(
        "div", { class: "picture" }, make("span", { class: "title" }, "Result"), parts.result, parts.scale,
        make("p", { class: "help", id: `${id}-step` }, "Point at the result, or move over it with the arrow keys."),
      ),
    ),
    parts.problem, parts.sum, parts.said,
    make("p", { class: "last" }, parts.reset, parts.link),
  );
}

/** What one step adds up, as text: the window's place, nine products, their sum; no line breaks in a product. */
function stepInWords(window, texts, sum, [row, column]) {
  const factors = texts.map((text) => text.replace("-", "−")).map((text) => (text[0] === "−" ? `(${text})` : text));
  const terms = window.flat().map((pixel, k) => `${pixel}\u00a0×\u00a0${factors[k]}`);
  return `Row ${row}, column ${column}: ${terms.join(" + ")} = ${written(sum)}`;
}

/** Draw everything from the state. */
function show(parts, state) {
  const texts = kernelTexts(state.kernel);
  const kernel = rowsOf(texts.map(parseNumber), 3);
  const image = rowsOf(pixelsOf(state), SIDE);
  const result = correlate(image, kernel);
  const top = Math.max(...result.flat().map(Math.abs));
  const window = windowAt(image, kernel, ...state.at);
  drawGrid(parts.image, image, greyColour);
  drawFrame(parts.image, state.at, 3, "#c2410c");
  if (parts.cursor.shown) drawFrame(parts.image, parts.cursor.at, 1, "#1d4ed8");
  drawGrid(parts.result, result, (value) => signedColour(value, top));
  drawFrame(parts.result, state.at, 1, "#111");
  parts.choice.value = state.image;
  parts.named.value = Array.isArray(state.kernel) ? "" : state.kernel;
  parts.question.textContent = KERNELS.find(({ name }) => name === state.kernel)?.answers ?? "";
  parts.fields.forEach((field, k) => {
    const typing = isNaN(parseNumber(field.value)) && field.getRootNode().activeElement === field;
    if (!typing) field.removeAttribute("aria-invalid");
    if (!typing && parseNumber(field.value) !== parseNumber(texts[k])) field.value = texts[k].replace("-", "−");
    parts.pixels[k].textContent = window.flat()[k];
  });
  parts.scale.textContent = `Orange is positive, blue is negative, white is zero; the full colours are ±${written(top)}.`;
  parts.sum.textContent = stepInWords(window, texts, sumOfProducts(window, kernel), state.at);
}

/** Draw, or step, with a pointer or with keys on the image. */
function connectImage(parts, { state, change, say, redraw }) {
  const { cursor } = parts;
  const canvas = parts.image;
  const colour = () => parts.pen.querySelector(":checked").value;
  const paint = (places) => {
    const pixels = [...pixelsOf(state())];
    for (const [row, column] of places) pixels[row * SIDE + column] = colour() === "black" ? 0 : 255;
    change({ image: OWN, pixels: textOfPixels(pixels) });
  };
  let last = null;
  const follow = (event) => {
    const place = placeOf(event, canvas, SIDE);
    if (colour() === "off") return change({ at: place.map((n) => clamp(n - 1, PLACES)) });
    if (last) paint(line(last, place));
    if (last) last = place;
  };
  parts.pen.addEventListener("change", () => (canvas.dataset.pen = colour()));
  canvas.addEventListener("pointerdown", (event) => {
    if (colour() !== "off") {
      canvas.setPointerCapture(event.pointerId);
      last = placeOf(event, canvas, SIDE);
    }
    follow(event);
  });
  canvas.addEventListener("pointermove", follow);
  for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => (last = null));
  canvas.addEventListener("keydown", (event) => {
    const step = ARROWS[event.key];
    if (!step && event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    if (step) cursor.at = cursor.at.map((n, k) => clamp(n + step[k], SIDE));
    else paint([cursor.at]);
    const value = pixelsOf(state())[cursor.at[0] * SIDE + cursor.at[1]];
    say(`Pixel in row ${cursor.at[0]}, column ${cursor.at[1]}: ${value}`);
    redraw();
  });
  for (const [event, shown] of [["focus", true], ["blur", false]]) {
    canvas.addEventListener(event, () => {
      cursor.shown = shown && canvas.matches(":focus-visible");
      redraw();
    });
  }
}

/** Step over the result with a pointer or with keys. */
function connectResult(parts, { state, change, say }) {
  const canvas = parts.result;
  const point = (event) => change({ at: placeOf(event, canvas, PLACES) });
  canvas.addEventListener("pointermove", point);
  canvas.addEventListener("pointerdown", point);
  canvas.addEventListener("keydown", (event) => {
    const ends = { Home: [0, -PLACES], End: [0, PLACES] };
    const step = ARROWS[event.key] ?? ends[event.key];
    if (!step) return;
    event.preventDefault();
    change({ at: state().at.map((n, k) => clamp(n + step[k], PLACES)) });
    say(parts.sum.textContent);
  });
}

/** Choose an image and a kernel. */
function connectControls(parts, { state, change, redraw, reset }) {
  parts.choice.addEventListener("change", () => {
    const own = parts.choice.value === OWN && !state().pixels;
    change({ image: parts.choice.value, ...(own && { pixels: textOfPixels(pixelsOf(state())) }) });
  });
  parts.upload.addEventListener("change", async () => {
    parts.problem.textContent = "";
    try {
      const pixels = await readImage(parts.upload.files[0], SIDE);
      change({ image: OWN, pixels: textOfPixels(pixels) });
    } catch {
      parts.problem.textContent = "This file is not an image that the browser can read.";
    }
  });
  parts.clear.addEventListener("click", () =>
    change({ image: OWN, pixels: textOfPixels(new Array(SIDE * SIDE).fill(0)) }),
  );
  parts.named.addEventListener("change", () =>
    change({ kernel: parts.named.value || kernelTexts(state().kernel) }),
  );
  parts.fields.forEach((field, k) => {
    field.addEventListener("blur", redraw); // a text that is no number goes
    field.addEventListener("input", () => {
      if (isNaN(parseNumber(field.value))) return field.setAttribute("aria-invalid", "true");
      field.removeAttribute("aria-invalid");
      change({ kernel: kernelTexts(state().kernel).with(k, field.value.trim()) });
    });
  });
  parts.reset.addEventListener("click", () => {
    parts.problem.textContent = "";
    reset();
  });
}

function connect(parts, tools) {
  connectImage(parts, tools);
  connectResult(parts, tools);
  connectControls(parts, tools);
}

export default {
  render: renderer({ defaults: DEFAULTS, toFragment, fromFragment, build, arrange, show, connect }),
};
