import { nearest } from '../model/nearest.js';

/** Parameters under net. that labs set, with `*` for a device. See the kernel documents ip-sysctl, mptcp-sysctl. */
const known = [
  ...names('net.core', 'rmem_default rmem_max somaxconn wmem_default wmem_max'),
  ...names('net.core', 'busy_poll busy_read default_qdisc netdev_max_backlog optmem_max'),
  ...names('net.ipv4', 'ip_default_ttl ip_forward ip_local_port_range ip_no_pmtu_disc'),
  ...names('net.ipv4', 'ip_nonlocal_bind ip_forward_use_pmtu fib_multipath_hash_policy'),
  ...names('net.ipv4', 'icmp_echo_ignore_all icmp_ratelimit icmp_ratemask'),
  ...names('net.ipv4', 'tcp_adv_win_scale tcp_allowed_congestion_control tcp_base_mss tcp_dsack'),
  ...names('net.ipv4', 'tcp_congestion_control tcp_ecn tcp_fastopen tcp_fin_timeout tcp_frto'),
  ...names('net.ipv4', 'tcp_keepalive_intvl tcp_keepalive_probes tcp_keepalive_time tcp_mem'),
  ...names('net.ipv4', 'tcp_limit_output_bytes tcp_max_syn_backlog tcp_moderate_rcvbuf'),
  ...names('net.ipv4', 'tcp_mtu_probing tcp_no_metrics_save tcp_notsent_lowat tcp_pacing_ca_ratio'),
  ...names('net.ipv4', 'tcp_pacing_ss_ratio tcp_recovery tcp_reordering tcp_retries1 tcp_retries2'),
  ...names('net.ipv4', 'tcp_rmem tcp_sack tcp_slow_start_after_idle tcp_syn_retries tcp_wmem'),
  ...names('net.ipv4', 'tcp_synack_retries tcp_syncookies tcp_timestamps tcp_tw_reuse'),
  ...names('net.ipv4', 'tcp_window_scaling'),
  ...names('net.ipv4.conf.*', 'accept_local accept_redirects arp_announce arp_filter arp_ignore'),
  ...names('net.ipv4.conf.*', 'arp_notify forwarding log_martians proxy_arp rp_filter'),
  ...names('net.ipv4.conf.*', 'send_redirects src_valid_mark'),
  ...names('net.ipv6.conf.*', 'accept_dad accept_ra accept_redirects addr_gen_mode autoconf'),
  ...names('net.ipv6.conf.*', 'dad_transmits disable_ipv6 forwarding hop_limit mtu use_tempaddr'),
  ...names('net.mptcp', 'add_addr_timeout allow_join_initial_addr_port blackhole_timeout'),
  ...names('net.mptcp', 'checksum_enabled close_timeout enabled path_manager pm_type scheduler'),
  ...names('net.mptcp', 'stale_loss_cnt syn_retrans_before_tcp_fallback'),
];

/** What one may have meant by a key: a known one that is a slip of the pen away. Null where it is known, or far from all. */
export function meantKey(key: string): string | null {
  const device = /^net\.ipv[46]\.conf\.([^.]+)\./.exec(key)?.[1];
  const general = device === undefined ? key : key.replace(`.${device}.`, '.*.');
  if (known.includes(general)) return null;
  const meant = nearest(general, known);
  if (meant === null || !isSlip(general, meant)) return null;
  return device === undefined ? meant : meant.replace('.*.', `.${device}.`);
}

/** One letter too many, too few, changed, or two swapped; farther names may well be parameters. */
function isSlip(wrong: string, right: string): boolean {
  let start = 0;
  while (start < right.length && wrong[start] === right[start]) start += 1;
  const tails = (ofWrong: number, ofRight: number) =>
    wrong.slice(start + ofWrong) === right.slice(start + ofRight);
  const swapped =
    wrong[start] === right[start + 1] && wrong[start + 1] === right[start] && tails(2, 2);
  return tails(1, 0) || tails(0, 1) || tails(1, 1) || swapped;
}

function names(prefix: string, list: string): string[] {
  return list.split(' ').map((name) => `${prefix}.${name}`);
}
