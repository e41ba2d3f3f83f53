import type { LineSuggestion } from '../../../src/api/contract';

export const CONFIDENCE: Record<LineSuggestion['confidence'], string> = {
  high: 'Almost certain',
  medium: 'Likely',
  low: 'A guess',
};
