"""How gunicorn serves the register; docs/operators-guide.md explains each value."""

import os

HOST = os.environ.get("HOST", "127.0.0.1")
PORT = os.environ.get("PORT", "8000")

wsgi_app = "config.wsgi"
bind = f"{HOST}:{PORT}"
# Twice the cores and one keeps every core busy; beyond nine, memory is the limit, not the cores.
workers = int(os.environ.get("WEB_CONCURRENCY") or min(2 * (os.cpu_count() or 1) + 1, 9))
# Longest is a whole import in the admin; a page takes milliseconds.
timeout = 120
# Its socket would lie in the home folder: a service account may have none, two registers share it.
control_socket_disable = True
