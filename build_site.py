"""Check the entries and build the site: ``python build_site.py --help``."""

import sys

from ledger.cli import main

if __name__ == "__main__":
    sys.exit(main())
