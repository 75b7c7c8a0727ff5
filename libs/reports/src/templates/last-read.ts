/** The last ones that were read, by what they were read from; who asks while one is being read waits for the same. */
export class LastRead<Value> {
  private readonly kept = new Map<string, Promise<Value>>();

  constructor(private readonly limit: number) {}

  of(key: string, read: () => Promise<Value>): Promise<Value> {
    const value = this.kept.get(key) ?? read();
    this.keep(key, value);
    // Meanwhile the key may be forgotten and read anew: then it holds another value.
    value.catch(() => this.kept.get(key) === value && this.kept.delete(key));
    return value;
  }

  keep(key: string, value: Promise<Value>): void {
    this.kept.delete(key);
    this.kept.set(key, value);
    if (this.kept.size > this.limit) this.kept.delete(this.kept.keys().next().value!);
  }
}
