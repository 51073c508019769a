/** Lines of a terminal that are drawn again and again in one place, the cursor at the end of the last. */
export class LiveLines {
  #drawn = 1;

  /** Takes them away, and leaves the cursor where the first began. */
  clear(): string {
    const up = this.#drawn - 1;
    this.#drawn = 1;
    return up === 0 ? '\r\u001B[K' : `\r\u001B[${up}A\u001B[J`;
  }

  /** Draws lines in the place of those before. */
  draw(lines: readonly string[]): string {
    const cleared = this.clear();
    this.#drawn = Math.max(1, lines.length);
    return cleared + lines.join('\n');
  }
}
