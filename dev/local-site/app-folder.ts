import { resolve } from 'node:path';

/** The project's own root: where manifest.yml is. */
export const APP_FOLDER = resolve(__dirname, '../..');
