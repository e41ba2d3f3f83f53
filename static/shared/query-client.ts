import { QueryClient } from '@tanstack/react-query';

/** Replies are shown until somebody asks again: nothing moves on its own. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, refetchOnWindowFocus: false, staleTime: Infinity },
    },
  });
}
