import { z } from 'zod';

/** Columns of TCC’s table `access`, by name. */
export const columnsSchema = z.array(z.object({ name: z.string() }));

const accessRowSchema = z.object({
  service: z.string(),
  client: z.string(),
  clientType: z.number().int(),
  decided: z.number().int(),
  reason: z.number().int().nullable(),
});

export type AccessRow = z.infer<typeof accessRowSchema>;

/** Its rows about the devices, in the terms of the newer columns. */
export const accessSchema = z.array(accessRowSchema);
