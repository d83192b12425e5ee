#!/usr/bin/env bash
# Copies into the manifests what has its one source elsewhere. A test holds the copies to their sources.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# Keeps what stands before and on the marker's line; what follows is the source, indented.
copy() {
  local from=$1 to=$2 marker=$3 indent=$4
  { sed "/^$marker\$/q" "$to" && sed "s/^./$indent&/" "$from"; } > "$to.new"
  mv "$to.new" "$to"
}

copy ../keycloak/berdikari-realm.json base/identity/realm.yaml '  realm:' '    '
copy ../observability/alerts.yml components/monitoring/alerts.yaml 'spec:' '  '
