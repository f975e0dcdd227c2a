"""The response models, by topic."""
