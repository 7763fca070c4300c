"""A document with everything that documents have: headings, lists, a table,
tracked changes, notes, a text box, a remark, header and footer. LibreOffice
writes it as docx, odt and rtf; each must give the lines that a reader sees, in
their order, and nothing else.

    python3 marks.py BINARY
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import brief, finish, row, skip, tell_lines, text_of

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:style style:name="Standard" style:family="paragraph"/><style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"/><style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"/>
<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style><text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style></office:styles>
<office:automatic-styles><style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="G" style:family="graphic"/><style:page-layout style:name="pm1"><style:page-layout-properties/><style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1"><style:header><text:p>رأس الصفحة</text:p></style:header><style:footer><text:p>ذيل الصفحة <text:page-number>1</text:page-number></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>محرر</dc:creator><dc:date>2024-03-05T10:00:00</dc:date></office:change-info><text:p>عبارة محذوفة </text:p></text:deletion></text:changed-region><text:changed-region text:id="c2"><text:insertion><office:change-info><dc:creator>محرر</dc:creator><dc:date>2024-03-05T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region></text:tracked-changes>
"""

BODY = """<text:p text:style-name="Title">الحكومة ترفض مقترح الوساطة وتضع شرطين</text:p>
<text:p>أعلنت وزارة الخارجية في بيان<text:note text:id="f1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>نشر البيان مساء الأربعاء.</text:p></text:note-body></text:note> أنها ترفض <text:change text:change-id="c1"/>المقترح، <text:span text:style-name="B">وتعده</text:span> غير كاف<office:annotation><dc:creator>محرر</dc:creator><text:p>هل نذكر التاريخ؟</text:p></office:annotation>.</text:p>
<text:p>وقال المتحدث إن <text:change-start text:change-id="c2"/>بلاده لن تشارك<text:change-end text:change-id="c2"/> في القوة، بحسب <text:a xlink:href="https://example.org/">وكالة الأنباء</text:a>.</text:p>
<text:h text:style-name="Heading_20_1" text:outline-level="1">شروط الحكومة</text:h>
<text:list text:style-name="L1"><text:list-item><text:p>وقف كامل للقتال</text:p></text:list-item><text:list-item><text:p>فتح المعابر كلها</text:p></text:list-item></text:list>
<text:list text:style-name="L2"><text:list-item><text:p>ضمانات مكتوبة</text:p></text:list-item></text:list>
<table:table table:name="T"><table:table-column table:number-columns-repeated="3"/><table:table-row><table:table-cell><text:p>السنة</text:p></table:table-cell><table:table-cell><text:p>المساعدات</text:p></table:table-cell><table:table-cell><text:p>النسبة</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>2023</text:p></table:table-cell><table:table-cell><text:p>20 ألف طن</text:p></table:table-cell><table:table-cell><text:p>12.5%</text:p></table:table-cell></table:table-row></table:table>
<text:p>ويظهر الإطار ما جاء في الرد.<draw:frame draw:style-name="G" draw:name="F" text:anchor-type="char" svg:width="6cm" svg:height="2cm"><draw:text-box><text:p>نص الإطار المرافق.</text:p></draw:text-box></draw:frame></text:p>
<text:p>سطر أول<text:line-break/>سطر ثان، ثم خاتمة الخبر<text:note text:id="e1" text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body><text:p>حاشية في آخر المستند.</text:p></text:note-body></text:note>.</text:p>
</office:text></office:body></office:document>
"""

EXPECTED = [
    "الحكومة ترفض مقترح الوساطة وتضع شرطين",
    "أعلنت وزارة الخارجية في بيان أنها ترفض المقترح، وتعده غير كاف.",
    "وقال المتحدث إن بلاده لن تشارك في القوة، بحسب وكالة الأنباء.",
    "شروط الحكومة",
    "وقف كامل للقتال",
    "فتح المعابر كلها",
    "ضمانات مكتوبة",
    "السنة المساعدات النسبة",
    "2023 20 ألف طن 12.5%",
    "ويظهر الإطار ما جاء في الرد.",
    "نص الإطار المرافق.",
    "سطر أول",
    "سطر ثان، ثم خاتمة الخبر.",
    "نشر البيان مساء الأربعاء.",
    "حاشية في آخر المستند.",
]


def main():
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program:
        skip("documents with tables, notes and tracked changes", "soffice was not found")
        finish()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "marks.fodt"
        source.write_text(HEAD + BODY, "utf-8")
        for kind, filter_ in [("docx", "docx:MS Word 2007 XML"), ("odt", "odt:writer8"), ("rtf", "rtf:Rich Text Format")]:
            subprocess.run(
                [program, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", filter_, "--outdir", folder, source],
                check=False,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=300,
            )
            file = Path(folder) / f"marks.{kind}"
            document = brief(sys.argv[1], [file]).get(str(file))
            read = text_of(document) if document else []
            tell_lines(file.name, EXPECTED, read)
            right = sum(one == other for one, other in zip(EXPECTED, read)) if len(read) == len(EXPECTED) else len(set(EXPECTED) & set(read))
            row(f"{kind} with all its marks", ("lines in order", right if read == EXPECTED else min(right, len(EXPECTED) - 1), len(EXPECTED), 1.0))
    finish()


main()
