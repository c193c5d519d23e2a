"""The ledger as tables, declared once for every format that has rows: CSV, SQLite and Parquet."""
