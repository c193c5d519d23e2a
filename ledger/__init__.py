"""The compiler behind In Exchange: YAML entries in, a cross-linked site out, in one direction.

``reading`` → ``model`` → ``resolving`` → ``rules`` → ``views`` → ``pages`` → ``publishing``.
Only ``reading.tree`` and ``publishing`` touch the disk; nothing between them knows of a clock or a network.
"""
