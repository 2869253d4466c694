import { z } from 'zod';

/** What is looked at before the rest: without it Firefox does not heed the preferences. */
export const managedSchema = z.looseObject({ EnterprisePoliciesEnabled: z.boolean().optional() });
