"""Measures how long a program takes to start, and how much memory a run of it holds at most; more than 400 MB fails."""
import resource
import subprocess
import sys
import time

command = sys.argv[1:]
starts = []
for _ in range(3):
    begin = time.monotonic()
    subprocess.run([command[0], "--version"], check=True, stdout=subprocess.DEVNULL)
    starts.append(time.monotonic() - begin)
subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=sys.stderr)
megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
print("starts in %.2f s, holds %d MB at most" % (min(starts), megabytes))
sys.exit(megabytes > 400)
