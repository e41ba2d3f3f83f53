import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';

/** Parts of Atlaskit that a screen loads and never calls, with the least that its callers link to. */
const NEVER_CALLED: Readonly<Record<string, string>> = {
  // A client for Atlassian's own feature flags: start-screen.tsx answers every flag before it is asked.
  '@atlaskit/feature-gate-js-client/feature-gates': 'export default { checkGate: () => false };',
  // For screens that choose a theme; ours has the one that Forge supplies (view.theme.enable).
  '@atlaskit/app-provider/theme-provider':
    'export const ThemeProvider = ({ children }) => children;',
};
const PREFIX = '\0never-called:';

/** How each screen is built; `root` is the folder of its index.html. */
export const screenConfig = (root: string): UserConfig => ({
  root,
  base: './', // Forge serves the build under a path that is not known beforehand
  plugins: [leaveOutUnused(), react()],
  build: { outDir: 'build', emptyOutDir: true, chunkSizeWarningLimit: 1200 },
});

/** Keeps about 80 KB gzip out of a screen. */
function leaveOutUnused(): Plugin {
  return {
    name: 'leave-out-unused',
    enforce: 'pre',
    resolveId: (source) => (source in NEVER_CALLED ? PREFIX + source : null),
    load: (id) => (id.startsWith(PREFIX) ? NEVER_CALLED[id.slice(PREFIX.length)] : null),
  };
}
