// Sets a page's equations when the reader comes near one, a few at a time, so that the page can be used meanwhile.
// MathJax writes a style element, which the policy forbids; its rules go into a sheet that a script makes.
(() => {
  const MATHJAX = new URL("vendor/mathjax/startup.js", document.currentScript.src).href;
  const BUSY = 8; // milliseconds of work before the page may react
  const LATEST = 10000; // milliseconds after which all is set for who searches or prints the page
  const page = document.documentElement.dataset;
  const sheet = new CSSStyleSheet();

  function writeRulesInto(sheet) {
    const { HTMLDocument } = MathJax._.handlers.html.HTMLDocument;
    const { HTMLAdaptor } = MathJax._.adaptors.HTMLAdaptor;
    HTMLDocument.prototype.addStyleSheet = function () {
      const written = this.documentStyleSheet(); // calls insertRules from the second time on
      if (document.adoptedStyleSheets.includes(sheet)) return;
      sheet.replaceSync(written.textContent);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    };
    // Of letters that are used for the first time.
    HTMLAdaptor.prototype.insertRules = (_element, rules) => {
      for (const rule of rules.reverse()) sheet.insertRule(rule, 0);
    };
  }

  // Calls what each item needs, and lets the page react in between.
  async function each(items, work) {
    const { handleRetriesFor } = MathJax._.mathjax.mathjax;
    let begun = performance.now();
    for (const item of items) {
      await handleRetriesFor(() => work(item));
      if (performance.now() - begun < BUSY) continue;
      await new Promise((go) => setTimeout(go));
      begun = performance.now();
    }
  }

  async function typeset() {
    const written = MathJax.startup.document;
    written.options.elements = document.querySelectorAll(".math");
    written.findMath();
    const items = [...written.math];
    await each(items, (item) => item.compile(written));
    written.getMetrics(); // of all at once: each look at the page's layout costs as much as an equation
    await each(items, (item) => item.render(written));
    reach();
    addEventListener("resize", reach);
    page.math = "set";
  }

  // An equation that is wider than the page scrolls, by the keyboard too.
  function reach() {
    for (const box of document.querySelectorAll('mjx-container[display="true"]')) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  }

  globalThis.MathJax = {
    loader: { load: ["core", "input/tex-base", "[tex]/ams", "output/chtml", "a11y/assistive-mml"] },
    tex: { packages: ["base", "ams"] },
    startup: {
      typeset: false,
      ready() {
        writeRulesInto(sheet);
        MathJax.startup.defaultReady();
        MathJax.startup.promise.then(typeset);
      },
    },
  };

  function start() {
    if (page.math !== "waiting") return;
    page.math = "loading";
    const script = document.createElement("script");
    script.src = MATHJAX;
    document.head.append(script);
  }

  page.math = "waiting";
  const near = new IntersectionObserver(
    (places) => places.some((place) => place.isIntersecting) && start(),
    { rootMargin: "100% 0px" },
  );
  for (const place of document.querySelectorAll(".math")) near.observe(place);
  addEventListener("load", () => setTimeout(start, LATEST));
  for (const asked of ["beforeprint", "equations"]) addEventListener(asked, start); // the second: pdf.py, tests
})();
