"""A first inventory: what files told, sorted where the catalogue is sure, gaps left as gaps."""
