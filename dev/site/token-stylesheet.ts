import { createRequire } from 'node:module';

const THEMES = '@atlaskit/tokens/dist/cjs/artifacts/themes';

/** The design tokens of both themes, as Jira gives them to a screen that enables theming. */
export function readTokenStylesheet(): string {
  const load = createRequire(__filename);
  return ['light', 'dark', 'spacing', 'typography', 'shape', 'motion']
    .map((name) => (load(`${THEMES}/atlassian-${name}.js`) as { default: string }).default)
    .join('\n');
}
