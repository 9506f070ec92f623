"""Other formats: read into a draft of an inventory, and written from one."""
