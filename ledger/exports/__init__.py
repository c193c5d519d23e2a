"""What machines and citers read: citations in their formats, linked data, and the records themselves.

Functions from a ledger to texts. None of them says more than the record does, and none reaches outside.
"""
