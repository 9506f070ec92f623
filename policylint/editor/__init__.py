"""The language server: what an editor shows of an inventory while somebody types."""
