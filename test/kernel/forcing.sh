#!/bin/sh
# Runs in the guest: every program without a kernel's forcing, with mptcpize, and with it.
# usage: forcing.sh METHOD IMAGE PROGRAMS
#   IMAGE     a root in which the image's own script ran (image-root): its tools, and the unit
#   PROGRAMS  the directory of carry and carry-static
# For each run a line "run NAME", then the SYN and SYN/ACK as tcpdump tells them. The programs are this
# machine's: a kernel that forces does so to whatever runs on it.
set -eu
method=$1 image=$2 programs=$3
unit=$image/etc/systemd/system/subflow-$method.service

mount -t debugfs debugfs /sys/kernel/debug
mount -t bpf bpf /sys/fs/bpf
for dir in dev proc sys; do mount --rbind "/$dir" "$image/$dir"; done
cd /tmp
printf 'kernel %s\n' "$(uname -r)"

wait_for() {
  tries=0
  until eval "$1"; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || {
      echo "waited for: $1" >&2
      exit 1
    }
    sleep 0.1
  done
}

syns() { tcpdump -n -r capture 'tcp[tcpflags] & tcp-syn != 0' 2>/dev/null; }
has_both() { [ "$(syns | wc -l)" -ge 2 ]; }

# run NAME PORT SERVER CLIENT
run() {
  rm -f capture
  tcpdump -U --immediate-mode -n -i lo -w capture "tcp port $2" 2>/dev/null &
  capturing=$!
  wait_for '[ -s capture ]'
  sh -c "exec $3" >received 2>&1 </dev/zero &
  serving=$!
  wait_for "ss -Hltn 'sport = :$2' | grep -q LISTEN"
  sh -c "exec $4" </etc/services >/dev/null
  wait_for has_both
  kill "$serving" "$capturing" 2>/dev/null || :
  wait "$serving" "$capturing" 2>/dev/null || :
  printf 'run %s\n' "$1"
  syns
}

ncat_server='ncat -4 -l 4321' ncat_client='ncat -4 --send-only 127.0.0.1 4321'
static_server="$programs/carry-static listen 4322" static_client="$programs/carry-static connect 127.0.0.1 4322"

plain() {
  run "$1 ncat" 4321 "$ncat_server" "$ncat_client"
  run "$1 iperf" 5001 'iperf -s' 'iperf -c 127.0.0.1 -n 64K'
  run "$1 static" 4322 "$static_server" "$static_client"
}

# What the unit runs; its tools are in the image.
command_of() { sed -n "s/^$1=/exec /p" "$unit"; }
load() {
  before=$(date +%s%N)
  if [ "$method" = systemtap ]; then
    chroot "$image" sh -c "$(command_of ExecStart)" >turned 2>&1 &
    loaded=$!
    wait_for 'grep -q ^subflow_mptcpify /proc/modules'
  else
    chroot "$image" sh -c "$(command_of ExecStart)"
  fi
  printf 'loaded %s\n' $((($(date +%s%N) - before) / 1000000))
}
unload() {
  if [ "$method" = systemtap ]; then
    kill "$loaded"
    wait "$loaded" || :
    cat turned
  else
    chroot "$image" sh -c "$(command_of ExecStop)"
  fi
}

# How slow the emulation is.
hundred_programs() {
  before=$(date +%s%N)
  # shellcheck disable=SC2034 # it only counts
  for each in $(seq 100); do /bin/true; done
  printf 'hundred %s\n' $((($(date +%s%N) - before) / 1000000))
}

plain without
run 'mptcpize ncat' 4321 "mptcpize run $ncat_server" "mptcpize run $ncat_client"
run 'mptcpize static' 4322 "mptcpize run $static_server" "mptcpize run $static_client"
hundred_programs
load
plain "$method"
unload
run 'after ncat' 4321 "$ncat_server" "$ncat_client"
