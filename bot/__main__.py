"""`python -m bot`: the same as the installed command."""

from bot.cli import main

main()
