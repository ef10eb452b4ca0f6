#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Examples/Assertions with lemmacheck named by the address of a git repository and a version, as a package elsewhere names it: what is
# committed here, tagged in a clone. Fails where the build or the tests do, and where the build warns.
set -eu
cd "$(dirname "$0")/.."
root=$PWD/.build/package-url
rm -rf "$root/lemmacheck" "$root/user"
mkdir -p "$root"
git clone -q . "$root/lemmacheck"
git -C "$root/lemmacheck" tag 1000.0.0
cp -r Examples/Assertions "$root/user"
rm -rf "$root/user/.build" "$root/user/Package.resolved"
sed -i "s|\.package(name: \"lemmacheck\", path: \"../..\")|.package(url: \"file://$root/lemmacheck\", from: \"1000.0.0\")|" "$root/user/Package.swift"
grep -q 'from: "1000.0.0"' "$root/user/Package.swift"
swift build -c release --build-tests --package-path "$root/user" --scratch-path "$root/build" 2>&1 | tee "$root/log"
if grep -q "warning:" "$root/log"; then
    echo "package-url: the build warns" >&2
    exit 1
fi
swift test -c release --package-path "$root/user" --scratch-path "$root/build"
echo "package-url: a package that names lemmacheck by address and version builds without a warning, and its tests pass"
