"""The only stage that writes: the staged folder, the site that MkDocs makes of it, and a check of what came out."""
