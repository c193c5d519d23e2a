"""The entries on disk put in order: which files, what was done, and what could not be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ledger.checking import ID_FORMS
from ledger.fixing.fix import UnsafeError, fix
from ledger.problems.problem import Problem
from ledger.publishing.saving import save
from ledger.reading.tree import File, read_tree, within


@dataclass
class Report:
    """What came of it."""

    changed: list[str] = field(default_factory=list)
    """The paths of the files that were put in order, or would be."""
    problems: list[Problem] = field(default_factory=list)
    """Why files were left byte for byte as they were: the problems of reading that ``check`` has too."""
    failures: list[str] = field(default_factory=list)
    """What could not be done for other reasons, each with its path, in words."""


def fix_tree(root: Path, paths: Sequence[Path] = (), *, write: bool) -> Report:
    """Put the entries below ``root`` in order, of ``paths`` where any are given; without ``write`` only say which.

    Links are not followed. Each file is written whole or stays as it is.
    """
    files, problems = read_tree(root, ID_FORMS)
    is_wanted = within(paths)
    report = Report(problems=[problem for problem in problems if is_wanted(problem.mark.path)])
    chosen = [file for file in files if is_wanted(file.path)]
    for file in chosen:
        _fix(file, report, write=write)
    for path in paths:
        if not any(map(within([path]), _known(chosen, report))):
            report.failures.append(f"{path}: no entry is kept here")
    report.problems.sort()
    return report


def _fix(file: File, report: Report, *, write: bool) -> None:
    try:
        fixed = fix(file)
        if fixed.is_changed and write and not save(Path(file.path), file.data, fixed.data):
            report.failures.append(f"{file.path}: changed while it was read; left as it is")
        elif fixed.is_changed:
            report.changed.append(file.path)
        report.problems.extend(fixed.problems)
    except UnsafeError:
        report.failures.append(
            f"{file.path}: left as it is, for in order it would say something else; please report it"
        )
    except OSError as error:
        report.failures.append(f"{file.path}: {error.strerror or error}")


def _known(files: Iterable[File], report: Report) -> list[str]:
    return [file.path for file in files] + [problem.mark.path for problem in report.problems]
