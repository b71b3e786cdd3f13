// What a live network looks like: the image, the answer, the maps; of which network, says its subject (live_state.js).
import { drawFrame, drawGreys, drawGrid, greyColour, signedColour } from "./drawing.js";
import { button, labelled, make, radios } from "./elements.js";
import { connectControls, connectImage, connectMaps } from "./live_input.js";
import { layerName, mapsInWords, percent, ranked, topOf } from "./live_state.js";
import { drawMaps } from "./maps.js";
import { largest, mapOf } from "./network.js";
import { OWN, SIDE } from "./painter_state.js";
import { renderer } from "./widget.js";

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
    cursor: { at: [sheet.side / 2, sheet.side / 2], shown: false }, // of the pen, by keyboard
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
function show(parts, subject, state) {
  const { cursor } = parts;
  const { sheet } = subject;
  const { pixels, words } = subject.seen(state);
  const { outputs, shares } = subject.answer(pixels);
  drawGreys(parts.image, subject.pointsOf(state), sheet.side);
  if (cursor.shown) drawFrame(parts.image, cursor.at.map((n) => n - sheet.reach), 2 * sheet.reach + 1, "#1d4ed8");
  if (sheet.prepares) drawGreys(parts.seen, pixels, SIDE);
  parts.how.textContent = words ?? "";
  parts.prepared.checked = state.prepared;
  showAnswer(parts, subject.classes, shares);
  showMaps(parts, subject, state, outputs);
  parts.choice.value = state.image;
  parts.layer.value = state.layer;
}

/** The widget of a subject. */
export function rendererOf(subject) {
  return renderer({
    defaults: { image: subject.choices[0].name, pixels: "", layer: "relu_1", map: 0, prepared: true },
    toFragment: subject.toFragment,
    fromFragment: subject.fromFragment,
    build: () => build(subject),
    arrange: (parts) => arrange(parts, subject),
    show: (parts, state) => show(parts, subject, state),
    connect: (parts, tools) => connect(parts, { ...tools, subject }),
  });
}

/** Listen to the reader; after a stroke the answer is said, unless something else was. */
function connect(parts, tools) {
  const { subject, model, state } = tools;
  let waiting = 0;
  const say = (words) => {
    clearTimeout(waiting);
    tools.say(words);
  };
  const sayAnswer = () => {
    const { shares } = subject.answer(subject.seen(state()).pixels);
    const [first, second] = ranked(subject.classes, shares);
    say(`${first.name} ${percent(first.share)}, then ${second.name} ${percent(second.share)}.`);
  };
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(sayAnswer, PAUSE);
  };
  for (const key of ["image", "pixels", "prepared"]) model.on(`change:${key}`, later);
  connectImage(parts, { ...tools, say });
  connectMaps(parts, { ...tools, say });
  connectControls(parts, { ...tools, say });
  return () => clearTimeout(waiting);
}
