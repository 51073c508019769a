/**
 * What the lab's first process runs, with the lab's directory as its working directory. It is PID 1
 * of the lab's PID namespace, so that the kernel ends the whole lab with it: also when whoever
 * started it dies before saying `keep`, for then its input ends.
 *
 * $0 is the lab's id, $1 how many nodes are made at a time. It says, line by line:
 *
 *     pid N             its pid on the host
 *     note NODE TEXT    what a node did not get
 *     trouble NODE TEXT why a node could not be made
 *     end STATUS        all is made, or 1 when something failed
 */
export const holderScript = `
say() {
  while read -r text; do printf '%s\\n' "$1 $text"; done
}

node() {
  out="/run/subflow/$1"
  nsenter --net="/run/netns/$1" sh "nodes/$1.sh" >"$out.out" 2>"$out.err" || : >/run/subflow/failed
  say "note $1" <"$out.out"
  say "trouble $1" <"$out.err"
}

# Every $2nd node from the $1th on.
nodes() {
  index=0
  for namespace in /run/netns/*; do
    [ $((index % $2)) -ne "$1" ] || node "\${namespace##*/}"
    index=$((index + 1))
  done
}

setup() (
  set -e
  # Over /run, so that namespaces' names are the lab's own; relative paths still reach the lab's files.
  mount -t tmpfs tmpfs /run
  mkdir /run/netns /run/subflow
  # Where a container forbids it, programs see the host's processes and nothing else is lost.
  mount -t proc proc /proc 2>/dev/null || :
  mount --bind hosts /etc/hosts
  sh network.sh
  worker=0
  while [ "$worker" -lt "$1" ]; do
    nodes "$worker" "$1" &
    worker=$((worker + 1))
  done
  wait
  [ ! -e /run/subflow/failed ]
)

read -r pid rest </proc/self/stat
echo "pid $pid"
{ setup "$1"; echo "end $?"; } &
read -r word && [ "$word" = keep ] || exit 1
exec </dev/null >/dev/null 2>&1
# PID 1 inherits orphans and has to reap them.
while :; do sleep 2147483647 & wait; done
`;
