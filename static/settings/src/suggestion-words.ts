import type { Confidence, LineSuggestion } from '../../../src/api/contract';

export const CONFIDENCE: Record<LineSuggestion['confidence'] | Confidence, string> = {
  certain: 'Certain',
  high: 'Almost certain',
  medium: 'Likely',
  likely: 'Likely',
  low: 'A guess',
  guess: 'A guess',
};
