"""What a change of the entries does, for those who decide on it: two ledgers compared, before and after."""
