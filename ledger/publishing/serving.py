"""A preview on this machine that follows each edit."""

from collections.abc import Callable, Iterable
from pathlib import Path

HOST = "127.0.0.1"


def serve(site: Path, rebuild: Callable[[], None], watched: Iterable[Path], port: int) -> None:
    """Serve ``site`` on this machine only, and rebuild it whenever something watched changes; ends with Ctrl-C."""
    from mkdocs.livereload import LiveReloadServer

    class Preview(LiveReloadServer):
        """Puts a script into each page that asks whether something changed; no published page may do that."""

        def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
            injected: bytes = super()._inject_js_into_html(loosened(content), epoch)  # type: ignore[no-untyped-call]
            return injected

    server = Preview(builder=rebuild, host=HOST, port=port, root=str(site))
    for path in watched:
        server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()
    finally:
        server.server_close()


def loosened(page: bytes) -> bytes:
    """Return a page whose policy also lets it run a script of its own and ask its server; all else stays forbidden."""
    return page.replace(b"script-src 'self'", b"script-src 'self' 'unsafe-inline'; connect-src 'self'", 1)
