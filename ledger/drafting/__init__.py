"""From what somebody knows of a record to a commented file of it, with what is still open marked as that."""
