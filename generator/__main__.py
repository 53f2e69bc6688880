"""The program as it is started."""

from __future__ import annotations

import gc
import os
import signal


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C ends it at once while nothing is begun yet
    gc.disable()  # a command is over before its garbage matters, and to look for it costs a quarter of the time
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # what a machine has beside the program must not judge its records
    from generator.commands.cli import main as run
    from generator.commands.stopping import stop_when_asked

    stop_when_asked()
    run()


if __name__ == "__main__":
    main()
