"""What a lawyer reads: what changed and what follows from it, sign-offs, the review report."""
