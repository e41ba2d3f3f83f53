import '@atlaskit/css-reset';
import { setBooleanFeatureFlagResolver } from '@atlaskit/platform-feature-flags';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './query-client';
import './screen.css';

/** Shows a screen in `#root` once the host has supplied its theme. */
export async function startScreen(
  screen: ReactNode,
  enableTheme: () => Promise<unknown>,
  client: QueryClient = createQueryClient(),
) {
  setBooleanFeatureFlagResolver(() => false); // else Atlaskit logs "Client must be initialized"
  await Promise.allSettled([enableTheme()]);
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no element #root');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>{screen}</QueryClientProvider>
    </StrictMode>,
  );
}
