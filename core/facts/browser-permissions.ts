import { z } from 'zod';
import { chromiumPermissionSchema, chromiumPolicySchema } from './chromium.ts';
import { firefoxPermissionSchema, firefoxPolicySchema } from './firefox.ts';
import { safariPermissionSchema } from './safari.ts';

/** What one profile of one browser has stored about the site, and for all sites, in the terms of its own engine. */
export const browserPermissionSchema = z.discriminatedUnion('engine', [
  chromiumPermissionSchema,
  firefoxPermissionSchema,
  safariPermissionSchema,
]);

export type BrowserPermission = z.infer<typeof browserPermissionSchema>;

/** What an administrator has laid down for one browser, as far as it bears on capture. */
export const browserPolicySchema = z.discriminatedUnion('engine', [chromiumPolicySchema, firefoxPolicySchema]);

export type BrowserPolicy = z.infer<typeof browserPolicySchema>;
