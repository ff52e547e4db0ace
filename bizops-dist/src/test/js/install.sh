#!/usr/bin/env bash
# Installs gitlab-ci-local beside this script; GitlabIT, which needs it, is skipped without, and .ci/check-pipelines calls this.
set -euo pipefail
cd "$(dirname "$0")"
npm ci --no-audit --no-fund --ignore-scripts --loglevel=error
