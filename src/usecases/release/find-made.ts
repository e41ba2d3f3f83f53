import type { CompositionHeader } from '../../ports/composition-store';
import type { Ports } from '../../ports/ports';
import type { Stock } from './hold-composition';

/** All that a whole judgement stored; `null` when there is none, or something of it is gone. */
export async function findMade(
  { compositions }: Pick<Ports, 'compositions'>,
  id: string,
  made: CompositionHeader['made'],
): Promise<(Stock & { end: NonNullable<Stock['end']> }) | null> {
  if (!made) return null;
  const [question, chunks, end] = await Promise.all([
    compositions.findQuestion(id, made.run),
    compositions.findChunks(id, made.run, upTo(made.chunks)),
    compositions.findEnd(id, made.run),
  ]);
  return question && chunks && end ? { question, chunks, end } : null;
}

/** 0, 1, … : so many. */
export const upTo = (count: number): number[] => Array.from({ length: count }, (_, nth) => nth);
