"""What a run of the benchmark has come to: a table with the machine and all versions, data, and a plot."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.benchmarks.goals import FEW, Deed, Figures, Key, Row, figure_table, goal_table, seconds
from tests.benchmarks.growth_plot import growth_plot


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured of what was to be."""

    rows: Sequence[Row]
    sizes: Sequence[int]
    figures: Figures
    made: Mapping[tuple[str, int], tuple[int, int]]
    """Of a tool and a size the pages and the bytes of its site."""
    stages: Mapping[Key, str]
    """Of our builds what they said of their stages."""
    profiles: Mapping[int, str]
    """By size, what a clean build of ours spends its time on, as a table."""
    versions: Mapping[str, str]
    faults: Sequence[str]
    """Why something is missing, a sentence each."""
    load: float
    """Of the machine before the run: how many processes wanted a core."""

    @property
    def text(self) -> str:
        """The whole as Markdown."""
        cores = len(os.sched_getaffinity(0))
        parts = [machine(cores), "; ".join(f"{name} {version}" for name, version in self.versions.items()) + "."]
        parts.append(
            "Seconds are those of the best run, of all tools alike. Memory is the most that all processes of a "
            "run held at one time, by PSS. "
            f"Load of the machine: {self.load:.1f} before, {os.getloadavg()[0]:.1f} after."
        )
        if self.load > cores / 2:
            parts.append("**Others used the machine meanwhile: go by the CPU seconds.**")
        parts += [f"Not measured: {fault}" for fault in self.faults]
        parts.append(goal_table(self.rows, self.figures))
        parts += [
            f"**{size:,} articles**\n\n{figure_table(self.figures, size, self.made)}"
            for size in (FEW, *self.sizes)
            if any(key.articles == size for key in self.figures)
        ]
        told = [f"- {key.articles:,} articles, {key.deed}: {said}" for key, said in self.stages.items() if said]
        if told:
            parts.append("Where our time goes:\n\n" + "\n".join(told))
        parts += [
            f"A clean build of {size:,} articles by what of the program asks for the time, from a profile in one "
            f"process, which makes small functions dearer than they are:\n\n{table}"
            for size, table in self.profiles.items()
        ]
        return "\n\n".join(parts) + "\n"

    @property
    def plot(self) -> str:
        """Clean builds over size as SVG; nothing where there are none."""
        lines: dict[str, list[tuple[float, float]]] = {}
        for key, runs in sorted(self.figures.items()):
            if key.deed is Deed.CLEAN and key.articles > FEW:
                lines.setdefault(key.tool, []).append((key.articles, seconds(runs)))
        return growth_plot(lines) if lines else ""

    def write(self, folder: Path) -> None:
        """Writes `table.md`, `figures.json` and, where there are clean builds, `time.svg`."""
        folder.mkdir(parents=True, exist_ok=True)
        told = [{**key._asdict(), "runs": [asdict(run) for run in runs]} for key, runs in self.figures.items()]
        (folder / "figures.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
        (folder / "table.md").write_text(self.text, encoding="utf-8")
        if self.plot:
            (folder / "time.svg").write_text(self.plot, encoding="utf-8")


def machine(cores: int) -> str:
    """The machine, in a sentence."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    return (
        f"{cores} cores ({_processor()}), {memory:.0f} GiB, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}."
    )


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def commit(checkout: Path) -> str:
    """The commit of a checkout, and whether it was changed since."""
    command = ["git", "-C", str(checkout), "describe", "--always", "--dirty=, changed"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else "of no commit"
