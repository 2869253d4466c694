import { z } from 'zod';

/** By client: of the thousands that an organisation may name, only those that are known are looked into. */
export const overridesSchema = z.record(z.string(), z.unknown());

const servicePolicySchema = z.object({ Allowed: z.boolean().optional(), Authorization: z.string().optional() });

export type ServicePolicy = z.infer<typeof servicePolicySchema>;

export const servicesSchema = z.object({
  kTCCServiceCamera: servicePolicySchema.optional(),
  kTCCServiceMicrophone: servicePolicySchema.optional(),
});

export const restrictionsSchema = z.object({ allowCamera: z.boolean().optional() });
