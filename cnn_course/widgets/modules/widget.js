// What every widget does: its state is the model's, it is drawn anew when that changes, and a link brings it back.
import { button, make } from "./elements.js";

/** What every widget has: words for those who do not see, a way back to the start, and a link to its state. */
function common() {
  return {
    said: make("p", { class: "said", role: "status", "aria-live": "polite" }),
    reset: button("Reset"),
    link: make("a", {}, "Link to this state"),
  };
}

/**
 * Make a widget's render.
 *
 * `defaults` has a value for every part of the state, in the order in which parts are set; `settled` makes a
 * state possible. `toFragment` writes a state as the end of a page's address, and `fromFragment` reads it, or
 * gives null. `build` makes the widget's own elements, and `arrange` puts them and the common ones into one.
 * `show` draws a state. `connect` listens to the reader, and may return what is to be done at the end.
 */
export function renderer({ defaults, settled = (state) => state, toFragment, fromFragment, build, arrange, show, connect }) {
  const keys = Object.keys(defaults);
  return function render({ model, el }) {
    const parts = { ...build(), ...common() };
    const frame = arrange(parts);
    frame.classList.add("course-widget");
    const state = () => settled(Object.fromEntries(keys.map((key) => [key, model.get(key) ?? defaults[key]])));
    const redraw = () => {
      const now = state();
      parts.link.setAttribute("href", toFragment(now));
      return show(parts, now);
    };
    const change = (news) => {
      const before = state();
      const after = settled({ ...before, ...news });
      for (const key of keys) {
        if (JSON.stringify(after[key]) !== JSON.stringify(before[key])) model.set(key, after[key]);
      }
      model.save_changes();
    };
    const start = state();
    const reset = () => {
      forgetLink(fromFragment);
      change(start);
    };
    const say = (...words) => (parts.said.textContent = words.filter(Boolean).join(" "));
    const end = connect(parts, { model, frame, state, change, redraw, reset, say });
    for (const key of keys) model.on(`change:${key}`, redraw);
    const stop = followLinks(frame, fromFragment, change);
    redraw();
    el.append(frame);
    return () => {
      stop();
      end?.();
    };
  };
}

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
