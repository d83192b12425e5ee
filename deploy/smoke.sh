#!/usr/bin/env bash
# Tries the suite in Docker as it stands: waits until it is healthy, lives Story A, then kills the database, the broker
# and a service while another Story A goes on, and looks whether anything is missing. Ends with 0, or says what failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

patience=180
log=$(mktemp)
story=
trap 'rm -f "$log"; if [ -n "$story" ]; then kill "$story" 2>/dev/null || true; fi' EXIT

suite=(docker compose)

say() { printf '%3d s  %s\n' "$SECONDS" "$*"; }

fail() {
  say "FAILED: $*"
  tail -n 15 "$log"
  exit 1
}

# Services without a good probe.
unhealthy() {
  comm -23 <("${suite[@]}" config --services | sort) \
    <("${suite[@]}" ps --format '{{.Service}} {{.Health}}' | sed -n 's/ healthy$//p' | sort) | tr '\n' ' '
}

await_health() {
  local deadline=$((SECONDS + patience)) missing
  while missing=$(unhealthy) && [ -n "$missing" ]; do
    [ "$SECONDS" -lt "$deadline" ] || fail "after $patience s still not healthy: $missing"
    sleep 1
  done
}

# Waits until the story has told this many lines more.
await_lines() {
  local goal=$(($(wc -l <"$log") + $1))
  while [ "$(wc -l <"$log")" -lt "$goal" ]; do
    kill -0 "$story" 2>/dev/null || fail "the story ended before the faults did"
    sleep 0.2
  done
}

await_health
say "everything is healthy"

databases="beneficiary fundraising program monitoring keycloak"
for role in $databases; do
  for database in $databases postgres; do
    [ "$role" != "$database" ] || continue
    if "${suite[@]}" exec -T postgres psql -U "$role" -d "$database" -c 'select 1' >"$log" 2>&1; then
      fail "the role $role can reach the database $database"
    fi
    grep -q 'permission denied for database' "$log" || fail "asking PostgreSQL as $role"
  done
done
say "no role reaches another's database"

./berdikari demo --compose >"$log" 2>&1 || fail "Story A"
say "$(grep 'Story A is complete' "$log")"

./berdikari demo --compose >"$log" 2>&1 &
story=$!
for victim in postgres kafka program; do
  await_lines 6
  "${suite[@]}" kill --signal KILL "$victim" >/dev/null 2>&1
  say "$victim is killed while a story runs"
  sleep 3
  "${suite[@]}" start "$victim" >/dev/null 2>&1
  await_health
  say "$victim is back, everything is healthy"
done
wait "$story" || fail "the story that went on through the faults"
story=
say "$(grep 'Story A is complete' "$log"), the books balance"

./berdikari audit-verify --compose >"$log" 2>&1 || fail "the audit logs"
say "the audit logs are intact"

token=$(./berdikari token --compose admin)
for port in 8081 8082 8083 8084; do
  curl -fsS -m 20 -H "Authorization: Bearer $token" "http://127.0.0.1:$port/api/v1/parked-events" >"$log" 2>&1 ||
    fail "the service on port $port"
  grep -q '"items":\[\]' "$log" || fail "parked events on port $port"
done
say "no event is parked"
