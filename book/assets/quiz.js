// Say aloud why the chosen answer of a question is right or wrong; the stylesheet shows it.
for (const quiz of document.querySelectorAll("fieldset.quiz")) {
  quiz.addEventListener("change", (event) => {
    const explained = event.target.parentElement.querySelector(".explained");
    quiz.querySelector('[role="status"]').textContent = explained.textContent.trim();
  });
}
