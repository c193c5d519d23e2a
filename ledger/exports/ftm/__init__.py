"""The ledger in the words of FollowTheMoney (https://followthemoney.tech), for Aleph and the tools of OpenSanctions.

What is reported stays reported: a part that somebody is said to have had is an ``UnknownLink`` that says who says so,
never an ``Ownership`` or the like. There is no ``Sanction``, no ``Risk`` and no topic: the ledger gives nobody a mark.
"""
