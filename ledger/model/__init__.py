"""What a record is: every field, word and small grammar of the ledger, each declared once.

The fields are those of the ledger's data model; a field's docstring is its entry in the field reference and in the
schemas that editors read.
"""
