"""How much the ledger takes, so that no entry can make a check slow or fill the memory.

Each bound stands well above what the real entries need, and what is over one is a plain problem.
"""

MAX_FILES = 100_000
"""Files and folders below the entries. Fifteen years of reports come to about 10,000; 3,304 are there so far."""
MAX_TREE_BYTES = 200_000_000
"""Bytes of all records together: 2,000 for each of the most files; a record has 520 on average so far."""
MAX_BYTES = 1_000_000
"""The largest file that is opened; the largest record so far has about 20 kB."""
MAX_DEPTH = 12
"""Levels of nesting; the deepest record of the model has seven."""
MAX_VALUES = 10_000
"""Texts, lists and maps in one file; the record with the most so far has about 900."""
MAX_ITEMS = 300
"""Items of one list, or keys of one map; the longest so far has 59."""
