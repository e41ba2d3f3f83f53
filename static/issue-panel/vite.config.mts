import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './', // Forge serves the build under a path that is not known beforehand
  plugins: [react()],
  build: { outDir: 'build', emptyOutDir: true, chunkSizeWarningLimit: 1200 },
});
