"""A project for Hugo has a file a page, with what the page says, and one template with what all pages share."""

import json

import yaml

from bench.hugo import page, project


def finished(title: str, body: str, more: str = "") -> str:
    return (
        f"<html><head><title>{title} - In Exchange</title>\n"
        f'<meta name="description" content="About {title}.">\n<meta property="og:title" content="{title}">\n'
        f'<meta property="og:description" content="About {title}.">\n{more}</head><body><nav>Menu</nav>\n'
        f'<main id="main" class="md-typeset">{body}</main><footer>Foot</footer></body></html>\n'
    )


LINKED = '<script type="application/ld+json">{"a": 1}</script>\n'
SITE = {
    "search": finished("Search", "<p>Find</p>"),
    "sources/index": finished("Sources", "<p>All</p>"),
    "sources/gazette": finished("Gazette &amp; Co", '<article><p>Coal <a href="x.html">left</a></p></article>', LINKED),
}


def test_a_page_is_taken_apart() -> None:
    one = page(SITE["sources/gazette"])
    assert one.head["title"] == "Gazette & Co - In Exchange"
    assert one.head["description"] == "About Gazette & Co."
    assert one.head["linked_data"] == '{"a": 1}'
    assert one.body == '<article><p>Coal <a href="x.html">left</a></p></article>'


def test_the_files_hold_facts_and_the_template_what_is_shared() -> None:
    files = dict(project(SITE))
    assert "sources/index-of-all.html" in "\n".join(files)
    facts = yaml.safe_load(files["content/sources/gazette.html"].split("---\n")[1])
    assert [value for line in facts["lines"] for value in line[1:]] == ["Coal", "x.html", "left"]
    assert len(json.loads(files["data/patterns.json"])) >= max(number for number, *_ in facts["lines"])
    template = files["layouts/single.html"]
    assert template.count("<nav>Menu</nav>") == 2
    assert "Gazette" not in template
    assert "Coal" not in template


def test_ready_bodies_are_in_the_files_as_they_are() -> None:
    files = dict(project(SITE, ready=True))
    assert files["content/search.html"].endswith("---\n<p>Find</p>")
    assert "data/patterns.json" not in files
