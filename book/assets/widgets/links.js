// The link to a widget's state: the end of the page's address, as painter_state.js has it.

/** Take over the state that the address ends in, now and whenever it changes; returns what ends this. */
export function followLinks(frame, fromFragment, change) {
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
export function forgetLink(fromFragment) {
  if (fromFragment(location.hash)) history.replaceState(null, "", location.pathname + location.search);
}
