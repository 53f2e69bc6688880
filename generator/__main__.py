"""The program as it is started."""

from __future__ import annotations

import gc


def main() -> None:
    gc.disable()  # a command is over before its garbage matters, and to look for it costs a quarter of the time
    from generator.commands.cli import main as run

    run()


if __name__ == "__main__":
    main()
