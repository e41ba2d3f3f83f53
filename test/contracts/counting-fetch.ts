export type Answer = (request: Request) => Promise<Response>;

/** What a fetch does over a host in this process: counts, and follows redirects as every fetch does. */
export function countingFetch(answer: Answer): { fetch: typeof fetch; calls(): number } {
  let count = 0;
  return {
    calls: () => count,
    fetch: async (input, init) => {
      count += 1;
      const request = new Request(input, init);
      const response = await answer(request);
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 308 || location === null) return response;
      return answer(new Request(location, { headers: request.headers }));
    },
  };
}
