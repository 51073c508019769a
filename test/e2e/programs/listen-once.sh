#!/bin/sh
# An iperf whose server is `ncat -l` without -k: it listens for one connection only, and reports the
# bytes it got as iperf does. Clients are the real one's. So that a slow machine shows the same, joins
# (which come from the second network) get in once ncat has closed its listener.
case $1 in
-s)
  is_connected() { [ -n "$(ss -Htn state established "sport = :$3")" ]; }
  is_listening() { [ -n "$(ss -Hltn "sport = :$3")" ]; }
  nft "add table inet once; add chain inet once input { type filter hook input priority 0; };
    add rule inet once input ip saddr 192.168.20.0/24 tcp dport $3 drop"
  {
    until is_connected "$@"; do sleep 0.01; done
    while is_listening "$@"; do sleep 0.01; done
    nft delete table inet once
  } >/dev/null &
  bytes=$(ncat -4 -l "$3" | wc -c)
  echo "time,server,$3,client,0,1,0.0-2.0,$bytes,8000000"
  exec sleep 60
  ;;
*) exec /usr/bin/iperf "$@" ;;
esac
