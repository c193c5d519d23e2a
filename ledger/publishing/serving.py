"""A preview on this machine that follows each edit."""

from collections.abc import Callable, Iterable
from pathlib import Path

HOST = "127.0.0.1"


def serve(site: Path, rebuild: Callable[[], None], watched: Iterable[Path], port: int) -> None:
    """Serve ``site`` on this machine only, and rebuild it whenever something watched changes; ends with Ctrl-C."""
    from mkdocs.livereload import LiveReloadServer

    server = LiveReloadServer(builder=rebuild, host=HOST, port=port, root=str(site))
    for path in watched:
        server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()
    finally:
        server.server_close()
