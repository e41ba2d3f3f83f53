import type { DemoVerdict } from './demo-verdicts/demo-verdict';
import { LED } from './demo-verdicts/led';
import { PAY_101 } from './demo-verdicts/pay-101';
import { PAY_113 } from './demo-verdicts/pay-113';
import { PAY_125 } from './demo-verdicts/pay-125';
import { PAY_140 } from './demo-verdicts/pay-140';

/** All issues of the demo, in Jira's order. */
export const DEMO_VERDICTS: readonly DemoVerdict[] = [
  ...PAY_101,
  ...PAY_113,
  ...PAY_125,
  ...PAY_140,
  ...LED,
];
