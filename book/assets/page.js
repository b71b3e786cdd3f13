// What the theme writes into pages as handlers and scripts, which the policy forbids (extensions/policy.py).
(() => {
  // A browser does not let a script read other files of a folder, so the results of a search have no excerpts.
  if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;

  document.addEventListener("click", (event) => {
    const asked = event.target.closest("[data-do]")?.dataset.do;
    if (asked === "print") window.print();
    if (asked === "fullscreen") toggleFullScreen();
  });

  if (document.querySelector("#search-results")) {
    const field = document.querySelector("form.bd-search input");
    field?.focus();
    field?.select();
  }
})();
