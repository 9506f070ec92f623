"""Text in; plain data with the place of every key and value, and text edits, out.

Nothing here knows what a cookie is.
"""
