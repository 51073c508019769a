const longest = 60;

/** A value as an error message shows it: whole when short, never longer than a line. */
export function show(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'function') return 'a function';
  return String(value);
}

function quote(text: string): string {
  const head = JSON.stringify(text.slice(0, longest));
  return text.length > longest ? `${head} and ${text.length - longest} characters more` : head;
}
