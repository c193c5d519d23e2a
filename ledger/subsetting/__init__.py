"""A part of the ledger: the transactions that name something, with all that they rest on and nothing dangling."""
