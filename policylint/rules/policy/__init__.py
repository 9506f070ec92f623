"""Rules about what the policy document must hold."""
