"""From a folder of files to trees of text with their places: strict YAML, every trap refused by name."""
