/** An answer that is not a success, in GitLab's shape. */
export class Problem extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;

  constructor(status: number, message: string, body: Record<string, unknown> = { message }) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.body = body;
  }
}

export function toProblemResponse({ status, body }: Problem): Response {
  return Response.json(body, { status });
}

/** `404 Commit Not Found` */
export const notFound = (thing: string): Problem => new Problem(404, `404 ${thing} Not Found`);

/** What GitLab's parameter checks say: `per_page is invalid`. */
export const invalid = (error: string): Problem => new Problem(400, error, { error });

export const unknownRoute = (): Problem =>
  new Problem(404, '404 Not Found', { error: '404 Not Found' });
