// Makes a page of the site a chapter of the ePub: python book/epub.py runs it beside MathJax.
// The page is read without running its scripts, so what they add is not there; what stands in for a widget
// where scripts are off is.
(() => {
  const LEFT_OUT = [
    "script, style, button, svg.icon, a.headerlink, .toctree-wrapper, .anywidget",
    ".frames-controls, .frames-said, [role=status]",
  ].join();

  // In XML an id begins with a letter.
  const asId = (id) => (/^[A-Za-z_]/.test(id) ? id : `id-${id}`).replace(/[^\w.-]/g, "_");

  function make(document_, tag, className, ...content) {
    const made = document_.createElement(tag);
    if (className) made.className = className;
    made.append(...content);
    return made;
  }

  // A sign after a bracket or another sign belongs to what follows, and += is one sign; MathJax knows it
  // from TeX, other programs do not.
  function setSigns(math) {
    for (const row of math.querySelectorAll("mrow")) {
      if (row.children.length === 1 && row.firstElementChild.localName === "mo") {
        row.replaceWith(row.firstElementChild);
      }
    }
    for (const sign of math.querySelectorAll("mo")) {
      const [before, after] = [sign.previousElementSibling, sign.nextElementSibling];
      if (!"+−".includes(sign.textContent)) continue;
      if (!before || (before.localName === "mo" && !/[)\]|]/.test(before.textContent))) {
        sign.setAttribute("form", "prefix");
      } else if (after?.localName === "mo" && after.textContent === "=") {
        sign.setAttribute("rspace", "0");
        after.setAttribute("lspace", "0");
      }
    }
  }

  function setEquations(article) {
    for (const place of article.querySelectorAll(".math")) {
      const [, mark, tex] = place.textContent.trim().match(/^\\([([])(.*)\\[)\]]$/s);
      const text = MathJax.tex2mml(tex, { display: mark === "[" });
      const math = new DOMParser().parseFromString(text, "application/xml").documentElement;
      for (const node of [math, ...math.querySelectorAll("*")]) {
        for (const { name } of [...node.attributes]) {
          if (name.startsWith("data-")) node.removeAttribute(name);
        }
      }
      setSigns(math);
      // Few programs obey columnalign.
      for (const table of math.querySelectorAll("mtable[columnalign]")) {
        const sides = table.getAttribute("columnalign").split(" ");
        for (const row of table.children) {
          [...row.children].forEach((cell, k) => cell.setAttribute("class", sides[k] ?? sides.at(-1)));
        }
      }
      math.setAttribute("alttext", tex.trim().replace(/\s+/g, " "));
      place.replaceChildren(article.ownerDocument.importNode(math, true));
    }
  }

  // A question is a list of choices; what is said about each follows at the end of the chapter.
  function setQuestions(article) {
    const page = article.ownerDocument;
    const answers = make(page, "section", "answers", make(page, "h2", "", "Answers to the questions"));
    [...article.querySelectorAll("fieldset.quiz")].forEach((quiz, k) => {
      const [choices, said] = [make(page, "ol", "choices"), make(page, "ol", "choices")];
      for (const choice of quiz.querySelectorAll(".choice")) {
        choices.append(make(page, "li", "", ...choice.querySelector("label").childNodes));
        said.append(make(page, "li", "", ...choice.querySelector(".explained").childNodes));
      }
      const [asked, answered] = [`question-${k + 1}`, `answer-${k + 1}`];
      const there = make(page, "a", "", "Answer");
      there.href = `#${answered}`;
      const back = make(page, "a", "", `Question ${k + 1}`);
      back.href = `#${asked}`;
      const number = make(page, "strong", "", `${k + 1}. `);
      const question = make(page, "p", "question", number, ...quiz.querySelector("legend").childNodes);
      const shown = make(page, "div", "quiz", question, choices, make(page, "p", "", there));
      shown.id = asked;
      quiz.replaceWith(shown);
      const answer = make(page, "div", "quiz", make(page, "p", "question", back), said);
      answer.id = answered;
      answers.append(answer);
    });
    if (answers.children.length > 1) article.append(answers);
  }

  // Pages of the book lead to chapters, files beside the site to where it is published, or nowhere.
  function setLinks(article, { name, names, home }) {
    const ids = new Set([...article.querySelectorAll("[id]")].map((node) => node.id));
    for (const link of article.querySelectorAll("a[href]")) {
      const address = link.getAttribute("href");
      if (/^(https?|mailto):/.test(address)) continue;
      const [file, fragment] = address.split("#");
      const page = file ? file.replace(/\.html$/, "") : name;
      const known = names.includes(page) && (file || ids.has(decodeURIComponent(fragment)));
      const place = fragment ? `#${asId(decodeURIComponent(fragment))}` : "";
      if (known) link.setAttribute("href", `${page}.xhtml${place}`);
      else if (home && file) link.setAttribute("href", new URL(address, home).href);
      else link.replaceWith(...link.childNodes);
    }
    for (const node of article.querySelectorAll("[id]")) node.id = asId(node.id);
    for (const label of article.querySelectorAll("[for], [aria-labelledby], [aria-describedby]")) {
      for (const kind of ["for", "aria-labelledby", "aria-describedby"]) label.removeAttribute(kind);
    }
  }

  // Return a page as XML, with its title, its sections and the pictures that it needs.
  globalThis.asChapter = (options) => {
    const page = new DOMParser().parseFromString(options.html, "text/html");
    const article = page.querySelector("article.bd-article");
    for (const node of article.querySelectorAll(LEFT_OUT)) node.remove();
    setEquations(article);
    setQuestions(article);
    setLinks(article, options);
    for (const image of article.querySelectorAll("img")) {
      for (const kind of ["loading", "decoding", "srcset", "sizes"]) image.removeAttribute(kind);
    }
    const pictures = [...article.querySelectorAll("img:not([src^='data:'])")]
      .map((image) => image.getAttribute("src"));
    const sections = [...article.querySelectorAll("section > h2")].map((head) => {
      const section = head.parentElement;
      section.id ||= asId(head.textContent.trim());
      return [section.id, head.textContent.trim()];
    });
    const title = article.querySelector("h1").textContent.trim();
    const main = make(page, "main", "", ...article.childNodes);
    return { title, sections, pictures, text: new XMLSerializer().serializeToString(main) };
  };
})();
