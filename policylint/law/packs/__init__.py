"""One module of facts per jurisdiction, each with the day it was last checked."""
