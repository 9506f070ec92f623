"""Rules about what a browser saw: declared against observed."""
