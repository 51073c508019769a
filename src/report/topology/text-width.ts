/**
 * Width in px that a line of text takes at most: nothing here measures fonts. Ideographs are as wide
 * as the font is high.
 */
export function textWidth(text: string, fontSize: number): number {
  const units = Array.from(text).reduce((sum, char) => sum + (isWide(char) ? 1.02 : 0.62), 0);
  return Math.ceil(units * fontSize);
}

function isWide(char: string): boolean {
  return /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/.test(
    char,
  );
}
