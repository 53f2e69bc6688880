"""How long the register takes to build beside what a user would otherwise pick; nothing here ships with the site."""
