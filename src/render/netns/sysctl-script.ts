import type { Sysctl } from '../../model/plan.js';
import { quoteSh } from '../quote.js';

const functions = `# Sets a sysctl.
want() {
  printf '%s\\n' "$2" >"/proc/sys/$1" || { echo "in: sysctl $1 = $2" >&2; exit 1; }
}
# Sets a sysctl that the kernel may lack, with what it is for, or refuse, which it tells.
try() {
  [ -e "/proc/sys/$1" ] || return 0
  { printf '%s\\n' "$2" >"/proc/sys/$1"; } 2>/dev/null && return
  value='not readable'
  { read -r value <"/proc/sys/$1"; } 2>/dev/null || :
  echo "the kernel refuses sysctl $1 = $2: it is $value"
}
`;

/** Sets sysctls(8) in their order by writing to /proc/sys, which needs no process. */
export function sysctlScript(sysctls: readonly Sysctl[]): string {
  if (sysctls.length === 0) return '';
  const lines = sysctls.map(
    ({ key, value, optional }) =>
      `${optional ? 'try' : 'want'} ${quoteSh(key.replaceAll('.', '/'))} ${quoteSh(value)}\n`,
  );
  return functions + lines.join('');
}
