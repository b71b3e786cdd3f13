// The live network: a garment, or a drawing, every layer's maps of it, and the answer at once.
import { drawFrame, drawGrid, greyColour, line, placeOf, signedColour } from "./drawing.js";
import { labelled, make, radios } from "./elements.js";
import { followLinks, forgetLink } from "./links.js";
import { CHOICES, answer, fromFragment, layerName, mapsInWords, percent, pixelsOf, ranked, toFragment, topOf } from "./live_state.js";
import { drawMaps, mapAt } from "./maps.js";
import { largest, mapOf } from "./network.js";
import { CLASSES, LAYERS } from "./network_data.js";
import { OWN, SIDE, textOfPixels } from "./painter_state.js";

const KEYS = ["image", "pixels", "layer", "map"];
const DEFAULTS = { image: CHOICES[0].name, pixels: "", layer: "relu_1", map: 0 };
const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const PAUSE = 600; // ms without a stroke before the answer is said
let made = 0; // widgets on this page: ids and names of groups differ

const clamp = (n, count) => Math.max(0, Math.min(count - 1, n));

/** All elements that anything is asked of later. */
function build() {
  const id = `live-network-${(made += 1)}`;
  const surface = (label, help) =>
    make("canvas", {
      tabindex: 0, role: "application", "aria-label": label, "aria-describedby": `${id}-${help}`,
    });
  const button = (words) => make("button", { type: "button" }, words);
  const group = (label, k) =>
    make("optgroup", { label }, ...CHOICES.filter((c) => c.label === k).map((c) => make("option", { value: c.name }, c.name)));
  return {
    id,
    image: surface("Image, 28 by 28 pixels", "draw"),
    maps: surface("Maps of the layer", "step"),
    one: make("canvas", { role: "img", "aria-labelledby": `${id}-one` }),
    choice: make("select", {}, ...CLASSES.map(group), make("option", { value: OWN }, "your own")),
    pen: radios("Pen, 3 by 3 pixels", `${id}-pen`, ["off", "white", "black"]),
    clear: button("Clear"),
    invert: button("Invert"),
    rows: CLASSES.map((name) => ({
      row: make("li"), bar: make("span", { class: "bar" }), name, share: make("span", { class: "share" }),
    })),
    layer: make("select", {}, ...LAYERS.map((l) => make("option", { value: l.name }, layerName(l)))),
    all: make("p", { class: "all" }),
    chosen: make("p", { class: "chosen", id: `${id}-one` }),
    scale: make("p", { class: "scale" }),
    said: make("p", { class: "said", role: "status", "aria-live": "polite" }),
    reset: button("Reset"),
    link: make("a", {}, "Link to this state"),
  };
}

/** Put the elements in their places. */
function arrange(parts) {
  const { id } = parts;
  for (const { row, bar, name, share } of parts.rows) {
    row.append(make("span", { class: "name" }, name), " ", share, make("span", { class: "track", "aria-hidden": "true" }, bar));
  }
  return make(
    "div", { class: "live-network", role: "group", "aria-label": "Live network" },
    make(
      "div", { class: "columns" },
      make(
        "div", { class: "picture" }, labelled("Garment", parts.choice), parts.image, parts.pen,
        make("p", { class: "help", id: `${id}-draw` }, "With a pen, draw on the image; by keyboard, arrow keys move the pen and Space paints."),
        make("p", { class: "buttons" }, parts.clear, parts.invert),
      ),
      make(
        "div", { class: "answer" }, make("span", { class: "title", id: `${id}-answer` }, "Answer"),
        make("ul", { "aria-labelledby": `${id}-answer` }, ...parts.rows.map(({ row }) => row)),
      ),
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

/** The answer: ten rows, whose bars are as long as the shares. */
function showAnswer(parts, shares) {
  const best = topOf(shares);
  parts.rows.forEach(({ row, bar, share }, k) => {
    share.textContent = percent(shares[k]);
    bar.style.inlineSize = percent(shares[k]).replace(" ", "");
    row.classList.toggle("best", k === best);
  });
}

/** The maps of the chosen layer, and one of them larger; signed where numbers can be negative. */
function showMaps(parts, state, outputs) {
  const place = LAYERS.findIndex(({ name }) => name === state.layer);
  const output = outputs[place];
  const chosen = clamp(state.map, output.shape[2]);
  const signed = ["Conv2D", "Dense"].includes(LAYERS[place].kind);
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
  parts.chosen.textContent = state.layer === "dense_1" ? `${words.one} It is the score of ${CLASSES[chosen]}.` : words.one;
}

/** Draw everything from the state. */
function show(parts, state, pen) {
  const pixels = pixelsOf(state);
  const { outputs, shares } = answer(pixels);
  drawGrid(parts.image, Array.from({ length: SIDE }, (_, i) => [...pixels].slice(i * SIDE, (i + 1) * SIDE)), greyColour);
  if (pen.shown) drawFrame(parts.image, pen.at.map((n) => n - 1), 3, "#1d4ed8");
  showAnswer(parts, shares);
  showMaps(parts, state, outputs);
  parts.choice.value = state.image;
  parts.layer.value = state.layer;
  parts.link.setAttribute("href", toFragment(state));
  return shares;
}

/** Draw with a pointer or with keys on the image. */
function connectImage(parts, { state, change, pen, redraw, say }) {
  const canvas = parts.image;
  const colour = () => parts.pen.querySelector(":checked").value;
  const paint = (places) => {
    if (colour() === "off") return;
    const pixels = [...pixelsOf(state())];
    for (const [row, column] of places) {
      for (let k = 0; k < 9; k += 1) {
        const [i, j] = [row + Math.floor(k / 3) - 1, column + (k % 3) - 1];
        if (clamp(i, SIDE) === i && clamp(j, SIDE) === j) pixels[i * SIDE + j] = colour() === "black" ? 0 : 255;
      }
    }
    change({ image: OWN, pixels: textOfPixels(pixels) });
  };
  let last = null;
  const follow = (event) => {
    if (!last) return;
    const place = placeOf(event, canvas, SIDE);
    paint(line(last, place));
    last = place;
  };
  parts.pen.addEventListener("change", () => (canvas.dataset.pen = colour()));
  canvas.addEventListener("pointerdown", (event) => {
    if (colour() === "off") return;
    canvas.setPointerCapture(event.pointerId);
    last = placeOf(event, canvas, SIDE);
    follow(event);
  });
  canvas.addEventListener("pointermove", follow);
  for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => (last = null));
  canvas.addEventListener("keydown", (event) => {
    const step = ARROWS[event.key];
    if (!step && event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    if (!step) return colour() === "off" ? say("The pen is off.") : paint([pen.at]);
    pen.at = pen.at.map((n, k) => clamp(n + step[k], SIDE));
    say(`Pixel in row ${pen.at[0]}, column ${pen.at[1]}: ${pixelsOf(state())[pen.at[0] * SIDE + pen.at[1]]}`);
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

/** Choose an image and a layer. */
function connectControls(parts, { state, change, say, start }) {
  const own = (pixels) => change({ image: OWN, pixels: textOfPixels(pixels) });
  parts.choice.addEventListener("change", () =>
    parts.choice.value === OWN && !state().pixels ? own(pixelsOf(state())) : change({ image: parts.choice.value }),
  );
  parts.clear.addEventListener("click", () => own(new Array(SIDE * SIDE).fill(0)));
  parts.invert.addEventListener("click", () => own([...pixelsOf(state())].map((pixel) => 255 - pixel)));
  parts.layer.addEventListener("change", () => {
    change({ layer: parts.layer.value });
    say(parts.all.textContent);
  });
  parts.reset.addEventListener("click", () => {
    forgetLink(fromFragment);
    change(start);
  });
}

function render({ model, el }) {
  const parts = build();
  const frame = arrange(parts);
  const pen = { at: [SIDE / 2, SIDE / 2], shown: false };
  const state = () => Object.fromEntries(KEYS.map((key) => [key, model.get(key) ?? DEFAULTS[key]]));
  let waiting = 0;
  const say = (words) => {
    clearTimeout(waiting);
    parts.said.textContent = words;
  };
  const redraw = () => show(parts, state(), pen);
  const sayAnswer = () => {
    const [first, second] = ranked(answer(pixelsOf(state())).shares);
    say(`${first.name} ${percent(first.share)}, then ${second.name} ${percent(second.share)}.`);
  };
  const change = (news) => {
    const { image, pixels } = state();
    for (const [key, value] of Object.entries(news)) model.set(key, value);
    model.save_changes();
    if (state().image === image && state().pixels === pixels) return;
    clearTimeout(waiting);
    waiting = setTimeout(sayAnswer, PAUSE);
  };
  const tools = { state, change, redraw, pen, say, start: state() };
  connectImage(parts, tools);
  connectMaps(parts, tools);
  connectControls(parts, tools);
  for (const key of KEYS) model.on(`change:${key}`, redraw);
  const stop = followLinks(frame, fromFragment, change);
  redraw();
  el.append(frame);
  return () => {
    clearTimeout(waiting);
    stop();
  };
}

export default { render };
