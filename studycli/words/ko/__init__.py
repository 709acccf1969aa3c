"""Korean texts."""
