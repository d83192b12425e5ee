#!/usr/bin/env bash
# Prints the Secrets that the manifests refer to and no operator makes, from the .env that "./berdikari secrets" wrote:
#   deploy/kubernetes/secrets.sh .env | kubectl --namespace berdikari apply --filename -
set -euo pipefail

env=${1:?usage: secrets.sh FILE, where FILE is what "./berdikari secrets" wrote}

secret() {
  local name=$1 pair value
  shift
  printf -- '---\napiVersion: v1\nkind: Secret\nmetadata: {name: %s}\nstringData:\n' "$name"
  for pair in "$@"; do
    value=$(sed -n "s/^${pair#*=}=//p" "$env")
    [ -n "$value" ] || { echo "$env lacks ${pair#*=}; ./berdikari secrets writes it" >&2; exit 1; }
    printf '  %s: "%s"\n' "${pair%%=*}" "$value"
  done
}

for service in BENEFICIARY FUNDRAISING PROGRAM MONITORING; do
  keys=("BERDIKARI_SECRET=BERDIKARI_${service}_SECRET"
    "BERDIKARI_AUDIT_PRIVATE_KEY=BERDIKARI_${service}_AUDIT_PRIVATE_KEY"
    "BERDIKARI_AUDIT_PUBLIC_KEY=BERDIKARI_${service}_AUDIT_PUBLIC_KEY")
  if [ "$service" = FUNDRAISING ]; then keys+=(BERDIKARI_MIDTRANS_SERVER_KEY=BERDIKARI_MIDTRANS_SERVER_KEY); fi
  secret "$(tr '[:upper:]' '[:lower:]' <<< "$service")-keys" "${keys[@]}"
done
secret operator-client secret=BERDIKARI_OPERATOR_CLIENT_SECRET
