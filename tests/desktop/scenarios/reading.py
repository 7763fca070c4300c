"""Reading, checking the card against the text, finding and copying."""

import time

import desk
import screen
from common import ENGLISH, PARAGRAPHS, SEED, TITLE, file, isolated, start
from desk import click, clipboard, drag, keys, wait
from program import middle, place_of
from screen import step

# Invented. The condition stands far below what fits on the screen.
CONDITION = "توقع الدول المطلة على البحر اتفاقا مكتوبا"
FAR = "\n".join([
    "عمان: لن نشارك في القوة البحرية قبل اتفاق مكتوب",
    "أعلنت وزارة الخارجية العمانية، الاثنين، أن عمان لن تشارك في القوة البحرية في الوقت الحالي.",
    *["وشهدت الأسواق الشعبية إقبالا كبيرا مع بداية الموسم الجديد وسط أجواء معتدلة."] * 30,
    f"وأكدت الوزارة أن عمان لن تشارك في القوة البحرية ما لم {CONDITION}.",
]) + "\n"


def a_condition_shows_its_evidence(program):
    """A click on the card scrolls the text to the words and tints them."""
    tint, line = screen.colour("evidence_tint"), screen.colour("trigger_line")
    with step("the article, with its condition out of sight"):
        window = start(program, file("far.txt", FAR))
        condition = window.await_words(CONDITION, "list item")
        desk.point(5, 5)
        x, y, width, height = window.place()
        # The half with the text.
        text = (x + width * 11 // 20, y + 50, width * 9 // 20, height - 80)
        assert not window.find(CONDITION, "paragraph"), "it is on screen before the click"
        assert screen.pixels(tint, *text) == 0, "tinted before it was asked for"
    with step("click the condition on the card"):
        click(*middle(condition))
        proof = window.await_words(CONDITION, "paragraph")
    with step("the text has scrolled to it, tinted"):
        box = place_of(proof)
        assert y < box[1] and box[1] + box[3] < y + height, f"not on screen: {box}"
        wait("the tint", lambda: screen.pixels(tint, *place_of(proof)) > 200)
    with step("the deciding words are underlined, also without the pointer"):
        desk.point(5, 5)
        wait("the underline", lambda: screen.pixels(line, *place_of(proof)) > 10)
        assert screen.pixels(tint, *place_of(proof)) > 200
    with step("a click in the text chooses its lines on the card"):
        keys("Escape")
        wait("the tint to go", lambda: screen.pixels(tint, *place_of(proof)) == 0)
        # Its last words stand at the right of its last line.
        x, y, width, height = place_of(proof)
        click(x + width - 20, y + height - 30)
        row = window.await_words(CONDITION, "list item")
        wait("the line on the card", lambda: screen.pixels(tint, *place_of(row)) > 200)


def a_line_under_the_pointer_tints(program):
    """Pointing at a statement on the card tints its words in the text."""
    tint = screen.colour("evidence_tint")
    with step("the article"):
        window = start(program, file("one.txt"))
        node = window.await_words(PARAGRAPHS[0], "paragraph")
        desk.point(5, 5)
        assert screen.pixels(tint, *place_of(node)) == 0, "tinted before it was asked for"
    with step("point at a statement"):
        said = PARAGRAPHS[0].split("أن ", 1)[1].rstrip(".")
        desk.point(*middle(window.await_words(said, "list item")))
        wait("the tint", lambda: screen.pixels(tint, *place_of(node)) > 200)
    with step("and away"):
        desk.point(5, 5)
        wait("the tint to go", lambda: screen.pixels(tint, *place_of(node)) == 0)


def find_in_text(program):
    """With folding: the text has a hamza and a ta marbuta, the query neither."""
    window = start(program, file("one.txt"))
    window.await_words(PARAGRAPHS[0])
    count = ENGLISH["find-count"]

    def say(at, total):
        return count.replace("{ $at }", isolated(at)).replace("{ $count }", isolated(total))

    def seek(words):
        keys("ctrl+a")
        desk.put_on_clipboard(words)
        time.sleep(0.5)
        keys("ctrl+v")

    hit = screen.colour("search_hit_current")
    with step("Ctrl+F, without hamza and ta marbuta"):
        keys("ctrl+f")
        seek("اعلنت وزاره")
        window.await_words(say(1, 1))
        node = window.await_words(PARAGRAPHS[0], "paragraph")
        wait("the match in the text", lambda: screen.pixels(hit, *place_of(node)) > 200)
    with step("F3 goes to the next of two"):
        seek("الحكومة")
        window.await_words(say(1, 2))
        keys("F3")
        window.await_words(say(2, 2))
        keys("shift+F3")
        window.await_words(say(1, 2))
    with step("what is not there"):
        seek("كلمة غائبة")
        window.await_words(ENGLISH["find-none"])
    with step("Escape clears the search"):
        keys("Escape")
        wait("the count to go", lambda: not window.find(ENGLISH["find-none"]))


def select_across_paragraphs(program):
    """What is dragged over is copied in the order of the file."""
    with step("drag from one paragraph into the next"):
        path = file("one.txt")
        window = start(program, path)
        first, second = (place_of(window.await_words(words, "paragraph")) for words in PARAGRAPHS[:2])
        # From the first letter, at the right, to past the end of the second.
        drag((first[0] + first[2] - 1, first[1] + 16), (second[0] + 1, second[1] + second[3] - 8))
        chosen = screen.colour("selection")
        assert screen.pixels(chosen, *first) > 500, "the first paragraph shows no selection"
        assert screen.pixels(chosen, *second) > 500, "the second paragraph shows no selection"
    with step("Ctrl+C"):
        keys("ctrl+c")
        wanted = "\n".join(PARAGRAPHS[:2]).encode()
        wait("both paragraphs on the clipboard", clipboard)
        assert clipboard() == wanted, clipboard().decode()
        assert wanted in path.read_bytes()
    with step("Shift and arrows move the end"):
        keys("shift+End", *["shift+ctrl+Left"] * 3, "ctrl+c")
        wait("a longer selection", lambda: clipboard().startswith(wanted + b"\n"))


def copy_a_paragraph(program):
    """What lies on the clipboard is what lies in the file, byte for byte."""
    path = file("one.txt")
    window = start(program, path)
    with step("three clicks and Ctrl+C, each paragraph"):
        for paragraph in PARAGRAPHS:
            x, y, width, _ = place_of(window.await_words(paragraph, "paragraph"))

            def copied():
                # On a busy machine three clicks can be too slow to be one.
                click(x + width * 0.8, y + 14, times=3)
                keys("ctrl+c")
                time.sleep(0.2)
                return clipboard() == paragraph.encode()

            wait("the paragraph on the clipboard", copied)
            assert clipboard() in path.read_bytes()


def copy_the_summary(program):
    with step("Ctrl+Shift+C"):
        window = start(program)
        window.await_words(ENGLISH["stance-conditional"])
        keys("ctrl+shift+c")
        wanted = {b"text/html", b"UTF8_STRING"}
        wait("text and HTML", lambda: wanted <= set(clipboard("TARGETS").split()))
        window.await_words(ENGLISH["copied-summary"])
    with step("text and HTML as another program takes them"):
        text, html = clipboard("text/plain;charset=utf-8") or clipboard(), clipboard("text/html")
        text, html = text.decode(), html.decode()
        assert SEED.splitlines()[0] in text, text
        for copy in (text, html):
            assert "azerbaijan-peacekeepers.txt" in copy and "mawqif " in copy, copy
        assert 'dir="rtl"' in html, html
    with step("still there when the window has closed its word"):
        time.sleep(2)
        assert not window.find(ENGLISH["copied-summary"])
        assert clipboard("text/html").decode() == html


def copy_with_the_button(program):
    """The button copies the same, and a menu the card as Markdown."""
    with step("the button"):
        window = start(program, file("one.txt"))
        window.await_words(TITLE)
        window.press(ENGLISH["command-copy-summary"], "push button")
        wait("the summary", lambda: "one.txt" in clipboard().decode())
    with step("the card as Markdown, by its menu"):
        window.press(ENGLISH["card-more"], "push button")
        window.press(ENGLISH["command-copy-markdown"])
        wait("the card", lambda: clipboard().startswith(b"#"))
        assert TITLE in clipboard().decode()


ALL = [
    a_condition_shows_its_evidence,
    a_line_under_the_pointer_tints,
    find_in_text,
    select_across_paragraphs,
    copy_a_paragraph,
    copy_the_summary,
    copy_with_the_button,
]
