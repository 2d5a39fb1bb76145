"""A guide that is built for a check in Python, and gone after it."""

import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def built(program, content, day):
    """The folder of the site of a content for a date; a content that can't be built ends the check."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        command = [program, "build", "--contenu", content, "--date", day, "--sortie", str(site)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            sys.exit(done.stdout + done.stderr)
        yield site
