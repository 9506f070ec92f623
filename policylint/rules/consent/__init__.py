"""Rules about how consent is asked, recorded and withdrawn."""
