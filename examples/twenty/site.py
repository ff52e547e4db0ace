"""Looks at the pages of a site: they ask no network for anything, can be printed, and give their figures as CSV."""
import html
import pathlib
import re
import sys

pages = sorted(pathlib.Path(sys.argv[1]).glob("*.html"))
assert len(pages) >= 10, pages
for page in pages:
    text = page.read_text(encoding="utf-8")
    outside = re.findall(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//[^\s"'>]+""", text)
    assert not [link for link in outside if "src" in link], (page, outside)
    policy = html.unescape(text[: text.index("</head>")])
    assert "Content-Security-Policy" in policy and "default-src 'none'" in policy, page
styles = "".join(path.read_text(encoding="utf-8") for path in pathlib.Path(sys.argv[1]).rglob("*.css"))
everything = styles + "".join(page.read_text(encoding="utf-8") for page in pages)
assert "@media print" in everything
assert "CSV" in everything
print("%d pages" % len(pages))
