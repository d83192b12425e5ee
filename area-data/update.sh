#!/usr/bin/env bash
# Maintainers only: takes a release of npm's idn-area-data into src/main/resources/area.
# usage: area-data/update.sh VERSION        needs npm, tar, gzip, sha256sum
set -euo pipefail
version=${1:?"usage: area-data/update.sh VERSION, for instance 4.0.1"}
target=$(cd "$(dirname "$0")" && pwd)/src/main/resources/area
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
published=$(npm view "idn-area-data@$version" time --json |
  node -e 'console.log(JSON.parse(require("fs").readFileSync(0))[process.argv[1]].slice(0, 10))' "$version")
tar -xzf "$(npm pack --silent "idn-area-data@$version")"

mkdir -p "$target"
{
  echo "# Made by area-data/update.sh. The figures are of the uncompressed files; rows do not count the header."
  echo "version=$version"
  echo "published=$published"
  for file in provinces regencies districts villages; do
    csv=package/data/$file.csv
    echo "$file.rows=$(($(wc -l <"$csv") - 1))"
    echo "$file.sha256=$(sha256sum "$csv" | cut -d ' ' -f 1)"
    gzip -9 -n -c "$csv" >"$target/$file.csv.gz"
  done
} >"$work/manifest.properties"
mv "$work/manifest.properties" "$target/manifest.properties"
cp package/data/LICENSE.md "$target/LICENSE-ODbL.md"
cat "$target/manifest.properties"
echo "Now name the new version, and the decree it follows, in area-data/NOTICE."
