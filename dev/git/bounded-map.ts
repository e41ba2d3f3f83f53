/** Remembers at most `limit` entries and forgets the one that was put in first. */
export function createBoundedMap<T>(limit: number): {
  get: (key: string) => T | undefined;
  set: (key: string, value: T) => void;
} {
  const entries = new Map<string, T>();
  return {
    get: (key) => entries.get(key),
    set: (key, value) => {
      entries.set(key, value);
      const [oldest] = entries.keys();
      if (entries.size > limit && oldest !== undefined) entries.delete(oldest);
    },
  };
}

/** Each answer is asked for once; a failure is not remembered. */
export function rememberAnswers<T>(
  limit: number,
  ask: (...words: string[]) => Promise<T>,
): (...words: string[]) => Promise<T> {
  const known = createBoundedMap<Promise<T>>(limit);
  return async (...words) => {
    const key = words.join('\0');
    const earlier = known.get(key);
    if (earlier) {
      const settled = await Promise.allSettled([earlier]);
      if (settled[0].status === 'fulfilled') return settled[0].value;
    }
    const answer = ask(...words);
    known.set(key, answer);
    return answer;
  };
}
