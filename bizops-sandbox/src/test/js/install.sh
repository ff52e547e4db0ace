#!/usr/bin/env bash
# Installs jsforce beside this script; the JUnit test that needs it is skipped without.
set -euo pipefail
cd "$(dirname "$0")"
npm ci --no-audit --no-fund --ignore-scripts --loglevel=error
