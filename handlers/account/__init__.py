"""A person's own accounts, and acting for somebody else."""
