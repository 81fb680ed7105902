"""Builds the archive in this folder: `python build.py --help` tells the rest."""

import sys
from pathlib import Path

from generator.cli import main

if __name__ == "__main__":
    sys.exit(main(default_root=Path(__file__).resolve().parent))
