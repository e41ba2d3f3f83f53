import type { Problem, Reply, ReplyError } from '../../src/api/contract';

/** A call that was answered with an error, or not at all; `message` is for the reader. */
export class ReplyFailure extends Error {
  readonly code: ReplyError['code'];
  readonly problems: Problem[];

  constructor({ code, message, problems = [] }: ReplyError) {
    super(message);
    this.name = 'ReplyFailure';
    this.code = code;
    this.problems = problems;
  }
}

/** The value of a reply; a failed or missing reply is thrown as `ReplyFailure`. */
export async function valueOf<Value>(call: Promise<Reply<Value>>): Promise<Value> {
  const reply = await call.catch(noAnswer);
  if (!reply.ok) throw new ReplyFailure(reply.error);
  return reply.value;
}

function noAnswer(cause: unknown): Reply<never> {
  const why = cause instanceof Error ? cause.message : String(cause);
  return {
    ok: false,
    error: {
      code: 'unavailable',
      message: `Convoy did not answer (${why}). Try again in a moment.`,
    },
  };
}
