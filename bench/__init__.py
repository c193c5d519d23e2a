"""How long the program takes and how much it needs, measured on made-up ledgers. No part of the site is built by it."""
