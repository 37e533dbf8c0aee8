/** A bucket holds `burst` requests and gains `perMinute` of them. */
export type Rate = { burst: number; perMinute: number };

type Bucket = { left: number; at: number };

/** More sources than this at once are no office: all are forgotten, and the bucket of everybody together still counts. */
const maxSources = 50_000;

/**
 * Token buckets by key, in memory only. Times are milliseconds of any one clock. Keys are forgotten when their bucket
 * is full again, so what is kept is about the last minutes.
 */
export class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>();
  readonly #rate: Rate;

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  get size(): number {
    return this.#buckets.size;
  }

  /** Takes one request out; 0 if there was one, else the seconds until there is. */
  take(key: string, now: number): number {
    const { burst, perMinute } = this.#rate;
    if (this.#buckets.size >= maxSources && !this.#buckets.has(key)) this.#buckets.clear();
    const bucket = this.#buckets.get(key) ?? { left: burst, at: now };
    const left = Math.min(burst, bucket.left + ((now - bucket.at) * perMinute) / 60_000);
    this.#buckets.set(key, { left: left >= 1 ? left - 1 : left, at: now });
    return left >= 1 ? 0 : Math.max(1, Math.ceil(((1 - left) * 60) / perMinute));
  }

  /** Forgets every bucket that is full again by now. */
  sweep(now: number): void {
    const { burst, perMinute } = this.#rate;
    for (const [key, { left, at }] of this.#buckets) {
      if (left + ((now - at) * perMinute) / 60_000 >= burst) this.#buckets.delete(key);
    }
  }

  clear(): void {
    this.#buckets.clear();
  }
}
