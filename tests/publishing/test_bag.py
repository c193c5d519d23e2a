"""The bag holds what its pages lead to and nothing else, and says what each file should be."""

import hashlib
from pathlib import Path

from ledger.pages.data import SUMS
from ledger.publishing.bag import MANIFEST, READ_ME, belonging, files_of, pack
from tests.helpers import write

SITE = {
    "index.html": '<link rel="stylesheet" href="assets/a.css"><script src="assets/js/a.js"></script>',
    "deep/page.html": '<img src="../assets/i.png?x=1"><a href="https://outside.example/assets/no.png">out</a>',
    "orphan.html": "a page is read even where no other leads to it",
    "data/x.yaml": "a: b",
    "deep/record.html": '<a href="../api/v1/actors/a.json" download>JSON</a>',
    "api/v1/actors.json": '["api/v1/actors/b.json"]',
    "api/v1/actors/a.json": "",
    SUMS: "0a  api/v1/actors.json\n0b  api/v1/actors/a.json\n0c  data/x.yaml\n",
    "assets/a.css": "a{background:url(\"fonts/f.woff2\")} @import 'b.css'; b{src:url(https://outside.example/no.css)}",
    "assets/b.css": "/* nothing */",
    "assets/fonts/f.woff2": "",
    "assets/fonts/LICENSE-f.txt": "of a face that is used",
    "assets/js/a.js": "script.src = `${ROOT}assets/data.js`;",
    "assets/data.js": "",
    "assets/i.png": "",
}
LEFT_OUT = {
    "404.html": '<script src="/assets/theme/bundle.js"></script>',
    "robots.txt": "",
    "sitemap.xml": "",
    "sitemap.xml.gz": "",
    "assets/no.png": "only another site's file has this name",
    "assets/no.css": "",
    "api/v1/actors/b.json": "only a list of data has this name",
    "assets/a.css.map": "",
    "assets/theme/bundle.js": "names assets/theme/lunr.js",
    "assets/theme/lunr.js": "",
    "assets/other/LICENSE": "of what is not used",
}


def test_what_nothing_leads_to_stays_behind(tmp_path: Path) -> None:
    assert belonging(write(tmp_path, SITE | LEFT_OUT)) == sorted(SITE)


def test_the_list_of_hashes_names_every_other_file(tmp_path: Path) -> None:
    bag = tmp_path / "bag"
    bag.mkdir()
    sums = SITE[SUMS] + "0d  api/v1/actors/b.json\n"
    returned = pack(write(tmp_path / "site", SITE | LEFT_OUT | {SUMS: sums}), bag, "Read me.\n")
    assert (bag / SUMS).read_text("utf-8") == SITE[SUMS]
    manifest = (bag / MANIFEST).read_bytes()
    assert returned == hashlib.sha256(manifest).hexdigest()
    named = [line.split("  ") for line in manifest.decode().splitlines()]
    assert [name for _, name in named] == sorted({*SITE, READ_ME})
    for digest, name in named:
        assert hashlib.sha256((bag / name).read_bytes()).hexdigest() == digest
    assert set(files_of(bag)) == {*SITE, READ_ME, MANIFEST}


def test_a_page_loses_what_other_sites_read_and_nothing_else(tmp_path: Path) -> None:
    head = '<title>x</title>\n<link rel="icon" href="i.png">\n'
    others = (
        '<link rel="canonical" href="https://x.example/a.html">\n<meta property="og:title" content="x">\n'
        '<meta name="twitter:card" content="summary">\n<script type="application/ld+json">{"a": "b"}</script>\n'
    )
    body = '</head>\n<body><p>&lt;meta property="og:title"\n<meta property="og:x">\n</body>\n'
    site = write(tmp_path / "site", {"a.html": f"{head}{others}{body}", "i.png": "i", SUMS: ""})
    (tmp_path / "bag").mkdir()
    pack(site, tmp_path / "bag", "read me")
    assert (tmp_path / "bag/a.html").read_text("utf-8") == head + body
