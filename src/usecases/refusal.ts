import type { Problem } from '../domain/problem';

/** A use case's "no", for a reason that the reader can do something about. A value, never thrown. */
export type Refusal = {
  refused: 'forbidden' | 'not-found' | 'conflict' | 'invalid-input';
  /** What failed, on what, what to do. */
  message: string;
  problems?: Problem[];
};

/** What a use case answers: a value, or why there is none. */
export type Outcome<Value> = Value | Refusal;

/** Says no, in words for the reader. */
export function refuse(refused: Refusal['refused'], message: string): Refusal {
  return { refused, message };
}

/** Says no to an input, naming every place that is wrong. */
export function refuseInput(message: string, problems: Problem[]): Refusal {
  return { refused: 'invalid-input', message, problems };
}

/** Whether a use case said no. */
export function isRefusal(outcome: unknown): outcome is Refusal {
  return typeof outcome === 'object' && outcome !== null && 'refused' in outcome;
}

/** Goes on with what a use case gave; passes its refusal through. */
export async function unlessRefused<Value, Next>(
  outcome: Promise<Outcome<Value>>,
  next: (value: Value) => Outcome<Next> | Promise<Outcome<Next>>,
): Promise<Outcome<Next>> {
  const given = await outcome;
  return isRefusal(given) ? given : next(given);
}
