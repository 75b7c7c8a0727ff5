/** Milliseconds from which an answer is worth keeping: below, everybody gets one made for the moment. */
const slowMs = 1000;
/** How old a kept answer may be when it is given. */
const keptMs = 60_000;
const keptAtMost = 200;

export interface TimedAnswer<Value> {
  value: Value;
  /** When its making began; nothing later is in it. */
  madeAt: Date;
}

interface Kept<Value> {
  answer: Promise<TimedAnswer<Value>>;
  began: number;
  /** Until it is made: infinity where the one before took long, so that all who ask meanwhile wait for the same one. */
  took: number;
}

/** Keeps what takes long to count, for a minute. Whatever decides over the answer belongs into the key, rights first. */
export class SlowAnswers<Value> {
  private readonly kept = new Map<string, Kept<Value>>();

  constructor(private readonly now: () => number = Date.now) {}

  async ask(key: string, make: () => Promise<Value>): Promise<TimedAnswer<Value>> {
    const began = this.now();
    const before = this.kept.get(key);
    if (before && before.took >= slowMs && began - before.began < keptMs) return before.answer;
    const answer = make().then((value) => ({ value, madeAt: new Date(began) }));
    const mine: Kept<Value> = { answer, began, took: before && before.took >= slowMs ? Infinity : 0 };
    this.kept.delete(key);
    this.kept.set(key, mine);
    const forget = () => void (this.kept.get(key) === mine && this.kept.delete(key));
    try {
      await answer;
    } catch (error) {
      forget();
      throw error;
    }
    mine.took = this.now() - began;
    if (mine.took < slowMs) forget();
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= keptAtMost) break;
      this.kept.delete(oldest);
    }
    return answer;
  }
}
