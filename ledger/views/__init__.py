"""What each page shows, worked out from the ledger: plain values that templates only print."""
