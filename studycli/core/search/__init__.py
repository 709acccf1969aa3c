"""Search without a database: what the words of a text and of a query are, and how well they fit."""
