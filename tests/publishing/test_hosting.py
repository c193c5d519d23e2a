"""The page on hosting: its servers send what the pages say, tried with nginx and Caddy where they are installed."""

import http.client
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml

from ledger.publishing.settings import CONFIG
from tests.helpers import ROOT

PAGE = (ROOT / "docs" / "about" / "hosting.md").read_text("utf-8")
POLICY = f"{yaml.safe_load(CONFIG.read_text('utf-8'))['extra']['content_security_policy']}; frame-ancestors 'none'"
SNIPPETS = dict(re.findall(r"```(nginx|caddy|text)\n(.*?)```", PAGE, re.DOTALL))
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Strict-Transport-Security": "max-age=31536000",
}


@pytest.mark.parametrize("server", ["nginx", "caddy", "text"])
def test_every_server_is_told_to_send_the_policy_of_the_pages(server: str) -> None:
    for name, value in ALWAYS.items():
        assert re.search(rf'^\s*(add_header )?{name}:? "?{re.escape(value)}"?( always;)?$', SNIPPETS[server], re.M), (
            name
        )


@pytest.fixture(params=["nginx", "caddy"])
def host(request: pytest.FixtureRequest, site: Path, tmp_path: Path) -> Iterator[int]:
    """Yield the port of a server that runs the snippet of the page over the site in miniature."""
    program = shutil.which(request.param, path="/usr/sbin:/usr/bin:/usr/local/bin")
    if not program:
        pytest.skip(f"{request.param} is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    text = SNIPPETS[request.param].replace("/srv/in-exchange/current", str(site))
    with running([program, *(nginx if request.param == "nginx" else caddy)(text, port, tmp_path)], port, tmp_path):
        yield port


def nginx(text: str, port: int, folder: Path) -> list[str]:
    text = re.sub(r"\n *ssl_.*", "", text).replace("listen 443 ssl;", f"listen 127.0.0.1:{port};")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in kinds)
    conf = folder / "nginx.conf"
    above = f"user root;\npid {folder}/pid;\nerror_log stderr;\nevents {{}}\n"
    whole = f"{above}http {{\naccess_log off;\n{temporary}{text}}}\n"
    conf.write_text(whole.replace("include mime.types", "include /etc/nginx/mime.types"), "utf-8")
    return ["-c", str(conf), "-g", "daemon off;"]


def caddy(text: str, port: int, folder: Path) -> list[str]:
    options = "{\n\tadmin off\n\tauto_https off\n}\n"
    (folder / "Caddyfile").write_text(options + text.replace("site.example", f"http://127.0.0.1:{port}"), "utf-8")
    return ["run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


@contextmanager
def running(command: list[str], port: int, folder: Path) -> Iterator[None]:
    environment = {"HOME": str(folder), "PATH": "/usr/bin:/bin"}
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        for _ in range(200):
            assert process.poll() is None, (folder / "log").read_text("utf-8")
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait(10)


def get(port: int, path: str, **headers: str) -> tuple[int, http.client.HTTPMessage, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", f"/{path}", headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, response.headers, body


TYPES = {
    "index.html": "text/html; charset=utf-8",
    "feeds/new.xml": "application/atom+xml",
    "data/SHA256SUMS": "text/plain; charset=utf-8",
    "assets/css/site.css": "text/css; charset=utf-8",
    ".parquet": "application/vnd.apache.parquet",
    ".sqlite": "application/vnd.sqlite3",
    ".geojson": "application/geo+json",
    ".yaml": "application/yaml",
    ".csv": "text/csv; charset=utf-8",
    ".bib": "application/x-bibtex",
    ".ris": "application/x-research-info-systems",
    ".json": "application/json",
}


def test_what_a_server_sends(host: int, site: Path) -> None:
    """One server, all that the page promises of it."""
    for path in ("index.html", "transactions/index.html", "nothing/here.html", "data/SHA256SUMS"):
        status, headers, _ = get(host, path)
        assert status == (404 if path.startswith("nothing") else 200)
        assert {name: headers.get_all(name) for name in ALWAYS} == {name: [value] for name, value in ALWAYS.items()}
        assert headers.get_all("Cache-Control") == ["no-cache"], path

    _, _, body = get(host, "nothing/here.html")
    assert body == (site / "404.html").read_bytes()
    assert get(host, "transactions/")[2] == (site / "transactions" / "index.html").read_bytes()

    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    for name, kind in TYPES.items():
        path = name if name in files else min(file for file in files if file.endswith(name))
        assert get(host, path)[1]["Content-Type"].removesuffix("; charset=utf-8") == kind.removesuffix(
            "; charset=utf-8"
        )
        if "charset" in kind:
            assert "charset=utf-8" in get(host, path)[1]["Content-Type"], path

    hashed = min(file for file in files if re.search(r"\.[0-9a-f]{8}\.min\.css$", file))
    assert get(host, hashed)[1].get_all("Cache-Control") == ["public, max-age=31536000, immutable"]

    for path in ("data/SHA256SUMS", "api/v1/transactions.json"):
        _, headers, _ = get(host, path)
        assert headers.get_all("Access-Control-Allow-Origin") == ["*"]
        assert headers.get_all("Cross-Origin-Resource-Policy") == ["cross-origin"]
    for path in ("index.html", "feeds/new.xml", "assets/css/site.css", "transactions/2024-rice-for-coal.json"):
        _, headers, _ = get(host, path)
        assert headers["Access-Control-Allow-Origin"] is None, path
        assert headers.get_all("Cross-Origin-Resource-Policy") == ["same-origin"]

    for suffix in (".parquet", ".sqlite"):
        path = min(file for file in files if file.endswith(suffix))
        status, headers, body = get(host, path, Range="bytes=4-11", Accept_Encoding="gzip")
        assert (status, body) == (206, (site / path).read_bytes()[4:12])
        assert headers["Content-Encoding"] is None
    for path in ("index.html", "api/v1/sources.json", "feeds/new.xml"):
        _, headers, _ = get(host, path, Accept_Encoding="gzip")
        assert headers["Content-Encoding"] == "gzip", path
        assert headers["ETag"], path
        assert get(host, path, If_None_Match=headers["ETag"], Accept_Encoding="gzip")[0] == 304
