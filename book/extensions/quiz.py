"""Quiz questions that work without a server, without scripts, by keyboard, and in a screen reader.

    ::::{quiz} How large is the answer?
    :::{choice} 30 by 30
    :right:
    Why it is right.
    :::
    :::{choice} 28 by 28
    What led there.
    :::
    ::::

A question is a group of labelled radio buttons. The stylesheet shows the explanation of the one that is
chosen; `quiz.js` says it aloud, in a live region.
"""

from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective


class Quiz(nodes.General, nodes.Element):
    """A question: a `Label` and its choices."""


class Choice(nodes.General, nodes.Element):
    """An answer to choose: a `Label`, and the paragraphs that explain it."""


class Label(nodes.General, nodes.TextElement):
    """The words of a question or a choice."""


class QuizDirective(SphinxDirective):
    """A question with its choices, of which exactly one is right."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the question.

        Raises:
            docutils.utils.SystemMessage: it has fewer than two choices, or not one right one.
        """
        number = self.env.new_serialno("quiz")
        quiz = Quiz(number=number)
        quiz += self._words("legend")
        self.state.nested_parse(self.content, self.content_offset, quiz)
        choices = [node for node in quiz.children if isinstance(node, Choice)]
        right = sum(choice["right"] for choice in choices)
        if len(choices) < 2 or right != 1 or len(choices) + 1 != len(quiz.children):
            raise self.error(
                f"A quiz holds two choices or more, one of them right, and nothing else; "
                f"this one has {len(choices)}, {right} of them right."
            )
        for place, choice in enumerate(choices):
            choice["name"], choice["id"] = f"quiz-{number}", f"quiz-{number}-{place}"
            choice.children[0]["for"] = choice["id"]
        return [quiz]

    def _words(self, tag: str) -> Label:
        words, messages = self.state.inline_text(self.arguments[0], self.lineno)
        return Label("", "", *words, *messages, tag=tag)


class ChoiceDirective(QuizDirective):
    """One choice of a question, and why it is right or wrong."""

    option_spec = {"right": directives.flag}  # noqa: RUF012 -- docutils has it so

    def run(self) -> list[nodes.Node]:
        """Return the choice.

        Raises:
            docutils.utils.SystemMessage: nothing explains it.
        """
        if not self.content:
            raise self.error("A choice needs a sentence that explains it.")
        choice = Choice(right="right" in self.options)
        choice += self._words("label")
        self.state.nested_parse(self.content, self.content_offset, choice)
        return [choice]


def _open_quiz(self: Any, _node: Quiz) -> None:
    self.body.append('<fieldset class="quiz">\n')


def _close_quiz(self: Any, _node: Quiz) -> None:
    self.body.append('<p class="visually-hidden" role="status"></p>\n</fieldset>\n')


def _open_choice(self: Any, node: Choice) -> None:
    kind = "right" if node["right"] else "wrong"
    self.body.append(
        f'<div class="choice {kind}">\n'
        f'<input type="radio" name="{node["name"]}" id="{node["id"]}">\n'
    )


def _close_choice(self: Any, _node: Choice) -> None:
    self.body.append("</div>\n</div>\n")


def _open_label(self: Any, node: Label) -> None:
    target = f' for="{node["for"]}"' if "for" in node else ""
    self.body.append(f"<{node['tag']}{target}>")


def _close_label(self: Any, node: Label) -> None:
    self.body.append(f"</{node['tag']}>\n")
    if node["tag"] == "label":
        verdict = "Right." if node.parent["right"] else "Not quite."
        self.body.append(f'<div class="explained"><p class="verdict">{verdict}</p>\n')


def _nothing(_self: Any, _node: nodes.Node) -> None:
    """Print pages as plain paragraphs elsewhere."""


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx."""
    other = (_nothing, _nothing)
    kinds: dict[str, Any] = {"latex": other, "text": other, "man": other}
    app.add_node(Quiz, html=(_open_quiz, _close_quiz), **kinds)
    app.add_node(Choice, html=(_open_choice, _close_choice), **kinds)
    app.add_node(Label, html=(_open_label, _close_label), **kinds)
    app.add_directive("quiz", QuizDirective)
    app.add_directive("choice", ChoiceDirective)
    app.add_js_file("quiz.js", loading_method="defer")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
