/** What a program said first. */
export function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}
