"""The sections of the policy: a generator of blocks each, in files by what they speak of."""
