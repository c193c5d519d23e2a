"""How well a claim is sourced: independent origins, and its standing in words. Computed, never typed."""
