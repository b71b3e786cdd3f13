// How a live network is used: drawing on its image, choosing among its maps, and its controls.
import { line, placeOf } from "./drawing.js";
import { mapAt } from "./maps.js";
import { OWN } from "./painter_state.js";

const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

const clamp = (n, count) => Math.max(0, Math.min(count - 1, n));

/** Draw with a pointer or with keys on the image. */
export function connectImage(parts, tools) {
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
  connectKeys(canvas, parts.cursor, tools, colour, paint);
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
function connectKeys(canvas, cursor, { subject, state, redraw, say }, colour, paint) {
  const { sheet, pointsOf } = subject;
  canvas.addEventListener("keydown", (event) => {
    const step = ARROWS[event.key];
    if (!step && event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    if (!step) return colour() === "off" ? say("The pen is off.") : paint([cursor.at]);
    cursor.at = cursor.at.map((n, k) => clamp(n + sheet.step * step[k], sheet.side));
    say(sheet.point(cursor.at, pointsOf(state())[cursor.at[0] * sheet.side + cursor.at[1]]));
    redraw();
  });
  for (const [event, shown] of [["focus", true], ["blur", false]]) {
    canvas.addEventListener(event, () => {
      cursor.shown = shown && canvas.matches(":focus-visible");
      redraw();
    });
  }
}

/** Choose a map with a pointer or with keys. */
export function connectMaps(parts, { state, change, say }) {
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
export function connectControls(parts, { subject, state, change, reset, say }) {
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
  parts.reset.addEventListener("click", reset);
}
