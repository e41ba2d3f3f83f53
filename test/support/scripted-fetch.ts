type Call = { method: string; url: string; headers: Headers; body: string };

type Script = { status?: number; headers?: Record<string, string>; body?: unknown } | Error;

/** A fetch that gives these answers in turn, the last one for ever, and keeps the calls. */
export function scriptedFetch(...script: Script[]): { fetch: typeof fetch; calls: Call[] } {
  const calls: Call[] = [];
  return {
    calls,
    fetch: (input, init) => {
      calls.push(toCall(new Request(input, init), init?.body));
      const next = script[Math.min(calls.length, script.length) - 1];
      if (next === undefined || next instanceof Error) {
        return Promise.reject(next ?? new Error('no answer is left'));
      }
      return Promise.resolve(toResponse(next));
    },
  };
}

const toCall = ({ method, url, headers }: Request, body: unknown): Call => ({
  method,
  url,
  headers,
  body: typeof body === 'string' ? body : '',
});

function toResponse({ status = 200, headers = {}, body }: Exclude<Script, Error>): Response {
  const type = typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json';
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Response(status === 304 ? null : text, {
    status,
    headers: { 'content-type': type, ...headers },
  });
}
