// What a widget gets in a notebook, where a key alone is a command: "b" adds a cell.
export default {
  render({ model, el }) {
    el.addEventListener("keydown", (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
    });
    return widget.render({ model, el });
  },
};
