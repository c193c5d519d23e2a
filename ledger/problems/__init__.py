"""What can be wrong with an entry, where it is wrong, and how that is printed."""
