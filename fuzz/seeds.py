"""Small files to begin with for each target, from the invented articles.

    python3 fuzz/seeds.py
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests" / "formats"))

import mail  # noqa: E402
import more_pages  # noqa: E402
import pages  # noqa: E402
import rich_text  # noqa: E402
from measure import articles  # noqa: E402
from surroundings import Filler  # noqa: E402

WORD = '<w:document><w:body><w:p><w:pPr><w:pStyle w:val="a1"/></w:pPr><w:r><w:t>{0}</w:t></w:r></w:p><w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:r><w:t xml:space="preserve">{1}</w:t><w:br/><w:tab/><w:footnoteReference w:id="1"/></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>2</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback/></mc:AlternateContent></w:body></w:document>\0<w:footnotes><w:footnote w:id="1"><w:p><w:r><w:t>3</w:t></w:r></w:p></w:footnote></w:footnotes>'
OPEN = '<d><style:style style:name="P1" style:parent-style-name="Title"/><text:tracked-changes><text:p>x</text:p></text:tracked-changes><text:p text:style-name="P1">{0}</text:p><text:h>1</text:h><text:p>{1}<text:s text:c="2"/><text:tab/><text:line-break/><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>3</text:p></text:note-body></text:note></text:p><table:table><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row></table:table></d>'


def write(target, name, data):
    folder = HERE / "corpus" / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


for name, (title, paragraphs) in list(articles().items()):
    few = paragraphs[:3]
    text = "\n".join([title, *few])
    for target in ("analyze", "text", "markdown"):
        write(target, name, text.encode())
    write("text", f"{name}-1256", text.encode("cp1256", "replace"))
    write("markdown", f"{name}-marks", f"# {title}\n\n- **{few[0][:40]}** [a](b) ![c](d) <https://e.f>\n> `{few[-1][:40]}`\n---\n".encode())
    write("docx", name, WORD.format(title, few[0]).encode())
    write("odt", name, OPEN.format(title, few[0]).encode())
    for kind, _, shape in rich_text.KINDS:
        write("rtf", f"{name}-{len(kind)}", shape(title, few[:1]))
    for kind, _, shape in mail.KINDS:
        made = shape(title, few[:1])
        if made:
            write("mail", f"{name}-{len(kind)}", made)
    for template in (pages.old_tables, pages.cut_off, pages.shell, more_pages.live, more_pages.agency, more_pages.boxes_only, more_pages.magazine):
        page = template(title, few[:2] if len(few) > 1 else few * 2, Filler(name))
        write("html", f"{name}-{template.__name__}", page.html.encode(page.encoding, "replace"))

for page in (HERE.parent / "tests" / "formats" / "pdf").glob("*.pdf"):
    write("pdf", page.stem, page.read_bytes())
