"""A place for a server of another program, which is told by its number where to listen."""

from __future__ import annotations

import socket


def free_port() -> int:
    """One that the system gives nobody else for a minute, for a connection has just ended there; a server may listen there."""
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        ended, _ = server.accept()
        ended.close()  # on this side first, which is the one that the system then remembers
        return server.getsockname()[1]
