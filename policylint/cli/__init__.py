"""The command line: options in, one call, one write, one exit code."""
