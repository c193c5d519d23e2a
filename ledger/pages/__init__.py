"""From views to the staged folder: HTML fragments out of templates, with the front matter that MkDocs reads."""
