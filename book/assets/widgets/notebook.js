// What a widget gets in a notebook, where it is a guest: JupyterLab leaves it its keys.
export default {
  render({ model, el }) {
    el.dataset.lmSuppressShortcuts = "true";
    return widget.render({ model, el });
  },
};
