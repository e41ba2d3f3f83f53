const AT_ONCE = 5;

/** Asks for each, five at a time, in order; after a failure for no further one. */
export async function inTurns<T, U>(
  items: readonly T[],
  ask: (item: T) => Promise<U>,
): Promise<U[]> {
  const answers: U[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE) {
    const turn = await Promise.allSettled(items.slice(start, start + AT_ONCE).map(ask));
    const failed = turn.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    answers.push(...turn.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
  }
  return answers;
}
