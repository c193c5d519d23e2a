"""What a file may be called, so that every system can hold it and nothing else is in its place."""

MAX_LENGTH = 100
"""Letters of an id. Windows takes 260 for a whole path, most systems 255 bytes for a name with all its endings."""

_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
"""What Windows keeps for itself, with any ending
(https://learn.microsoft.com/windows/win32/fileio/naming-a-file)."""
_TAKEN = {"index"}
"""The page that lists all records of a kind."""


def unfit(id: str) -> str:
    """Return why no file can be named after an id that is written well, and how to mend it; nothing where one can."""
    if len(id) > MAX_LENGTH:
        return f'"{id[:20]}…" has {len(id):,} letters; an id has at most {MAX_LENGTH}'
    if id in _DEVICES:
        return f'Windows can hold no file named "{id}"; add a word'
    if id in _TAKEN:
        return f'"{id}" is the page that lists all; add a word'
    return ""
