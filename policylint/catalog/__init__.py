"""Facts on well-known cookies and vendors: they suggest and contradict, and never decide alone."""
