// Shows each {anywidget} of a page: what a notebook's kernel holds, the model, is an object here.
// What it takes the place of, the blocks of class `widget-fallback` that follow, is hidden if it works.
(() => {
  function makeModel(state) {
    const listeners = new Map();
    const heard = (event) => listeners.get(event) ?? new Set();
    const model = {
      get: (key) => state[key],
      set(key, value) {
        if (JSON.stringify(state[key]) === JSON.stringify(value)) return;
        state[key] = value;
        for (const listener of heard(`change:${key}`)) listener(model, value);
        for (const listener of heard("change")) listener(model);
      },
      save_changes() {}, // there is nobody to tell
      on: (event, listener) => listeners.set(event, heard(event).add(listener)),
      off: (event, listener) => heard(event).delete(listener),
    };
    return model;
  }

  async function show(place) {
    const { render } = globalThis.anywidgets[place.dataset.widget].default;
    const el = document.createElement("div");
    await render({ model: makeModel(JSON.parse(place.dataset.state)), el });
    place.append(el);
    let next = place.nextElementSibling;
    for (; next?.matches(".widget-fallback, .tag_widget-fallback"); next = next.nextElementSibling) {
      next.hidden = true;
    }
  }

  for (const place of document.querySelectorAll("[data-widget]")) {
    show(place).catch((error) => console.error(`${place.dataset.widget}:`, error));
  }
})();
