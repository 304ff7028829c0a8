/** Collects what was dropped or changed, each kind once, with its count. */
export class Notes {
  private readonly counts = new Map<string, number>();

  add(sentence: string): void {
    this.counts.set(sentence, (this.counts.get(sentence) ?? 0) + 1);
  }

  list(): string[] {
    return [...this.counts].map(([sentence, count]) => (count === 1 ? `${sentence}.` : `${sentence} (${count} times).`));
  }
}
