import type { Deployment } from '../../domain/deployment';

/**
 * What GitLab takes an environment for by a part of its name, when nobody set a tier.
 *
 * Source: https://docs.gitlab.com/ci/environments/#deployment-tier-of-environments, `guess_tier` in
 *         https://gitlab.com/gitlab-org/gitlab/-/blob/master/app/models/environment.rb
 */
const GUESSES: readonly (readonly [RegExp, string])[] = [
  [/dev|review|trunk/i, 'development'],
  [/test|tst|int|ac(?:ce|)pt|qa|qc|control|quality/i, 'testing'],
  [/st(?:a|)g|mod(?:e|)l|pre|demo|non/i, 'staging'],
  [/pr(?:o|)d|live/i, 'production'],
];

const TIERS = new Map<string, NonNullable<Deployment['tier']>>([
  ['development', 'development'],
  ['testing', 'testing'],
  ['staging', 'staging'],
  ['production', 'production'],
]);

const guessOf = (name: string): string =>
  GUESSES.find(([words]) => words.test(name))?.[1] ?? 'other';

/**
 * The tier that somebody set. GitLab gives every environment one and does not say which it guessed; one
 * that its guess would not give was set. `null` for a guess: names are better read by whole words.
 */
export function statedTier(name: string, tier: string | null | undefined): Deployment['tier'] {
  return tier === guessOf(name) ? null : (TIERS.get(tier ?? '') ?? null);
}
