"""Rules about third parties and transfers."""
