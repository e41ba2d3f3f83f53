/** An answer that is not a success, in GitHub's shape. */
export class Problem extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly details: Record<string, unknown>;

  constructor(
    status: number,
    message: string,
    more: { headers?: Record<string, string>; details?: Record<string, unknown> } = {},
  ) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.headers = more.headers ?? {};
    this.details = more.details ?? {};
  }
}

const DOCUMENTATION = 'https://docs.github.com/rest';

/** GitHub says it three times: in the status line, in the body, and with a link. */
export function toProblemResponse(problem: Problem): Response {
  const body = {
    message: problem.message,
    documentation_url: DOCUMENTATION,
    status: String(problem.status),
    ...problem.details,
  };
  return new Response(JSON.stringify(body), {
    status: problem.status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...problem.headers },
  });
}

export const notFound = (): Problem => new Problem(404, 'Not Found');
