"""Whether what sources cite still answers. The only part that speaks to the network, and no build ever needs it.

One request a host at a time, spaced; each address once. That is no crawling, so ``robots.txt`` is not read.
"""
