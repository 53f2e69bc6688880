"""The commands of `dialogues`, in groups; generator.cli puts them together."""
