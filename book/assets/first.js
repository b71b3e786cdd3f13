// Before a page is drawn: light or dark, and the constants that scripts of others expect to be written into
// the page, where the policy allows no script (extensions/policy.py).
var toggleHintShow = "Click to show";
var toggleHintHide = "Click to hide";
var toggleOpenOnPrint = "true";
var togglebuttonSelector = ".toggle, .admonition.dropdown";

(() => {
  const page = document.documentElement.dataset;
  try {
    page.mode = localStorage.getItem("mode") || "auto";
  } catch {
    page.mode = "auto"; // a browser that is told to remember nothing
  }
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  page.theme = page.mode === "auto" ? (dark ? "dark" : "light") : page.mode;
})();
