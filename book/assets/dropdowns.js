// What the dropdowns' own script leaves out: which answer a button opens, and scrolling in it by keyboard.
document.addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll(".admonition-title > .toggle-button")) {
    const title = button.parentElement;
    title.id ||= `${button.id}-title`;
    button.removeAttribute("aria-label"); // it is the same for all
    button.setAttribute("aria-labelledby", title.id);
  }
});

document.addEventListener("click", (event) => {
  if (event.target.closest(".admonition.toggle, summary")) {
    dispatchEvent(new Event("resize")); // the theme looks again for boxes that scroll
  }
});
