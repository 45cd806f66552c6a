#!/usr/bin/env bash
# Makes app.aot beside quarkus-run.jar: a run of the service is watched, and what it loads, links and uses most is kept for
# later starts of the same jar by the same Java (JEP 483, 514 and 515). Needs Java 25 and, in CATALOGUE_DATABASE_URL, a
# database that may be filled. Usage: docker/train.sh [folder of quarkus-run.jar, .]
set -euo pipefail
cd "${1:-.}"
export QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=${QUARKUS_HTTP_PORT:-8080} CATALOGUE_COPY=false

# Prints the status line.
ask() {
  exec 3<> "/dev/tcp/127.0.0.1/$QUARKUS_HTTP_PORT" || return 0
  printf '%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %s\r\nConnection: close\r\n\r\n%s' \
    "$1" "$2" "${#3}" "$3" >&3
  timeout 30 cat <&3 > answer
  head -1 answer
  exec 3>&-
}

java -XX:AOTCacheOutput=app.aot -jar quarkus-run.jar &
service=$!
trap 'kill -9 $service 2> /dev/null || true' EXIT
until ask GET /q/health/ready '' 2> /dev/null | grep -q ' 200 '; do
  kill -0 $service
  [ $SECONDS -lt 300 ] || { echo 'The service was not ready within five minutes.' >&2; exit 1; }
  sleep 0.2
done
# Once each of what is asked most, so that the first readers do not wait for it.
for question in /v1 '/v1/partners?province=limburg' /v1/consortia/antwerpen '/v1/guide?postalCode=9000' \
  '/v1/service-points?lat=51.05&lon=3.72&openNow=true&facets=service' '/v1/search?q=bibliotheek' /openapi; do
  ask GET "$question" '' | grep -q ' 200 '
done
ask POST /graphql '{"query":"{ provinces { name consortium { knowledgePartners { name } } } }"}' | grep -q ' 200 '
kill $service
# It makes the archive at its end.
timeout 300 tail --pid=$service -f /dev/null || { echo 'The service did not end within five minutes.' >&2; exit 1; }
rm -f answer
test -s app.aot
