#!/usr/bin/env bash
# Builds everything once and runs every test. The last line is "N passed, N failed".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
configuration=Release
results="$PWD/TestResults"
passed=0
failed=0

# a project that hangs fails, rather than the whole run
limit=()
if command -v timeout >/dev/null 2>&1; then limit=(timeout --kill-after=10 600); fi

# the line that callers read, also when the script itself breaks off
finish() {
  local status=$?
  trap - EXIT
  if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi

  echo
  echo "$passed passed, $failed failed"
  if [ "$failed" -gt 0 ] || [ "$passed" -eq 0 ]; then exit 1; fi
}
trap finish EXIT

# something that is no test went wrong: counts as one failure
give_up() {
  echo "test.sh: $*" >&2
  failed=$((failed + 1))
  exit 1
}

check_dotnet() {
  command -v dotnet >/dev/null 2>&1 ||
    give_up "there is no 'dotnet' on the PATH. Install the .NET SDK 10: https://dotnet.microsoft.com/download"
  dotnet --version >/dev/null 2>&1 ||
    give_up "the installed .NET SDKs do not fit global.json. Install the .NET SDK 10: https://dotnet.microsoft.com/download"
}

can_link() {
  { command -v clang || command -v gcc; } >/dev/null 2>&1 &&
    echo 'int main(void) { return 0; }' | "$(command -v clang || command -v gcc)" -x c - -lz -o /dev/null 2>/dev/null
}

# Native AOT links with clang or gcc, and with zlib.
install_linker() {
  [ "$(uname -s)" = Linux ] || return 0
  if can_link; then return 0; fi

  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing clang and zlib1g-dev for the Native AOT test ..."
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends clang zlib1g-dev libc6-dev; } \
      >/dev/null || true
  fi

  can_link || echo "test.sh: Native AOT needs clang or gcc and the zlib headers (Debian: apt-get install clang zlib1g-dev)." >&2
}

can_run_node() {
  command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1
}

# A sample speaks to the bank in JavaScript.
install_node() {
  if can_run_node; then return 0; fi

  if [ "$(uname -s)" = Linux ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing nodejs and npm for the test of samples/Bank.Peer ..."
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends nodejs npm; } >/dev/null || true
  fi

  can_run_node || echo "test.sh: samples/Bank.Peer needs Node.js 18 or newer, with npm (Debian: apt-get install nodejs npm)." >&2
}

# runs the tests of one project and adds up what they report
run_project() {
  local project=$1 name assembly log status=0 summary total errors failures skipped
  name=$(basename "$project" .csproj)
  assembly=$(find "$(dirname "$project")/bin/$configuration" -name "$name.dll" -not -path '*/ref/*' -print -quit 2>/dev/null || true)
  log="$results/$name.log"

  echo
  echo "== $name"
  if [ -z "$assembly" ]; then
    echo "   has not been built: is it missing in Coerce.sln?" >&2
    failed=$((failed + 1))
    return
  fi

  ${limit[@]+"${limit[@]}"} dotnet exec "$assembly" -noLogo -noColor -trx "$results/$name.trx" >"$log" 2>&1 || status=$?
  summary=$(grep -E 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+' "$log" | tail -n 1 || true)
  if [ -z "$summary" ]; then
    tail -n 50 "$log"
    echo "   ended with exit code $status and without a summary" >&2
    failed=$((failed + 1))
    return
  fi

  total=$(number_after 'Total: ' "$summary")
  errors=$(number_after 'Errors: ' "$summary")
  failures=$(number_after 'Failed: ' "$summary")
  skipped=$(number_after 'Skipped: ' "$summary")

  if [ "$status" -ne 0 ]; then
    sed -n '/\[FAIL\]/,/^  Finished:/{/^  Finished:/!p}' "$log"
    # an exit code that no failed test explains
    [ $((errors + failures)) -gt 0 ] || errors=1
  fi

  echo "   ${summary#"${summary%%[![:space:]]*}"}"
  passed=$((passed + total - failures - skipped))
  failed=$((failed + failures + errors))
}

number_after() {
  sed -E "s/.*$1([0-9]+).*/\1/" <<<"$2"
}

check_dotnet
install_linker
install_node
rm -rf "$results"
mkdir -p "$results"

echo "Building Coerce.sln ($configuration) ..."
dotnet build Coerce.sln --configuration "$configuration" --verbosity quiet -consoleLoggerParameters:NoSummary || give_up "the build failed"

for project in tests/*/*.Tests.csproj; do
  [ -e "$project" ] || give_up "there are no tests"
  run_project "$project"
done
