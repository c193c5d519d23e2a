"""From single records to one ledger: look-ups, and who names whom."""
