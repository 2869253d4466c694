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

/** Its rows about the devices. */
export const accessSchema = z.array(accessRowSchema);

const NO = 0;
const YES = 1;

/** The same of the older column `allowed`, which knows yes and no alone, in the terms of `auth_value`. */
export const olderAccessSchema = z.array(
  accessRowSchema.extend({ decided: z.union([z.literal(NO), z.literal(YES)]).transform((allowed) => allowed * 2) }),
);
