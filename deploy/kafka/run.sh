#!/usr/bin/env bash
# Starts the broker; the first time it makes its data folder ready. Kafka's own tools, so any image that has them will do.
set -euo pipefail
cd /etc/berdikari/kafka

if [ ! -e /var/lib/kafka/data/meta.properties ]; then
  id=$(head -c 16 /dev/urandom | base64 | tr '/+' '_-' | tr -d '=')
  /opt/kafka/bin/kafka-storage.sh format --cluster-id="$id" --config=server.properties
fi
exec /opt/kafka/bin/kafka-server-start.sh server.properties
