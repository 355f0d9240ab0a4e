"""Every sentence for people, made from result records; one catalogue a language."""
