// A player for the strips of cnn_course/frames.py: one picture at a time, still until Play is pressed.
(() => {
  const PACE = 1200; // milliseconds a frame
  const CALM_PACE = 2000; // for readers whose system asks for less motion
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  function equip(root) {
    const frames = [...root.querySelectorAll("li")];
    if (frames.length < 2) return;
    let shown = 0;
    let timer = null;

    const play = element("button", { type: "button", class: "frames-play" });
    const back = element("button", { type: "button" }, "Back");
    const forward = element("button", { type: "button" }, "Forward");
    const slider = element("input", { type: "range", min: 1, max: frames.length, step: 1 });
    const count = element("span", { class: "frames-count", "aria-hidden": true });
    const said = element("p", { class: "frames-said", role: "status" });

    function show(number) {
      shown = Math.max(0, Math.min(number, frames.length - 1));
      frames.forEach((frame, place) => frame.classList.toggle("shown", place === shown));
      slider.value = shown + 1;
      slider.setAttribute("aria-valuetext", `${shown + 1} of ${frames.length}`);
      count.textContent = `${shown + 1} / ${frames.length}`;
      // Not `disabled`: a button that is switched off under a finger loses the keyboard's place.
      back.setAttribute("aria-disabled", shown === 0);
      forward.setAttribute("aria-disabled", shown === frames.length - 1);
    }

    function stop() {
      clearTimeout(timer);
      timer = null;
      play.textContent = "Play";
    }

    function wait() {
      play.textContent = "Pause";
      timer = setTimeout(() => {
        show(shown + 1);
        if (shown === frames.length - 1) stop();
        else wait();
      }, calm.matches ? CALM_PACE : PACE);
    }

    // Only what a reader does is said aloud; a film that talks could not be listened to.
    function step(number) {
      stop();
      if (number < 0 || number >= frames.length) return;
      show(number);
      said.textContent = frames[shown].querySelector("p").textContent;
    }

    play.addEventListener("click", () => {
      if (timer !== null) return stop();
      said.textContent = "";
      if (shown === frames.length - 1) show(0);
      wait();
    });
    back.addEventListener("click", () => step(shown - 1));
    forward.addEventListener("click", () => step(shown + 1));
    slider.addEventListener("input", () => step(Number(slider.value) - 1));

    for (const styled of root.querySelectorAll("[style]")) styled.removeAttribute("style");
    const name = { class: "frames-controls", role: "group", "aria-label": "Steps of the picture" };
    const label = element("label", {}, "Step", slider);
    const controls = element("div", name, play, back, forward, label, count);
    root.append(controls, said);
    root.classList.add("frames-on");
    stop();
    show(0);
  }

  document.querySelectorAll("div.frames").forEach(equip);
})();
