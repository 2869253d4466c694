import { z } from 'zod';

/** Not `z.record`, which copies: a profile may have thousands, of which the few about the site are looked into. */
const exceptionsSchema = z.custom<Readonly<Record<string, unknown>>>(isRecord, 'is no list of exceptions').default({});

function isRecord(content: unknown): boolean {
  return typeof content === 'object' && content !== null && !Array.isArray(content);
}

const NO_EXCEPTIONS = {
  media_stream_camera: {},
  media_stream_mic: {},
  permission_autoblocking_data: {},
  permission_actions_history: {},
};

const rankingSchema = z.object({ user_preference_ranking: z.array(z.unknown()).default([]) }).optional();

/** Which extensions are on, and what they set; in `Preferences`, and on Windows and macOS in `Secure Preferences`. */
export const extensionsSchema = z.object({
  extensions: z.object({ settings: z.record(z.string(), z.unknown()).default({}) }).default({ settings: {} }),
});

/** `Preferences`, as far as it bears on capture. A wrong type here is not "no rule". */
export const preferencesSchema = extensionsSchema.extend({
  profile: z
    .object({
      content_settings: z
        .object({
          exceptions: z
            .object({
              media_stream_camera: exceptionsSchema,
              media_stream_mic: exceptionsSchema,
              permission_autoblocking_data: exceptionsSchema,
              permission_actions_history: exceptionsSchema,
            })
            .default(NO_EXCEPTIONS),
        })
        .default({ exceptions: NO_EXCEPTIONS }),
      default_content_setting_values: z
        .object({ media_stream_camera: z.unknown(), media_stream_mic: z.unknown() })
        .partial()
        .default({}),
    })
    .default({ content_settings: { exceptions: NO_EXCEPTIONS }, default_content_setting_values: {} }),
  media: z.object({ video_input: rankingSchema, audio_input: rankingSchema }).default({}),
});

export type Preferences = z.infer<typeof preferencesSchema>;
export type Extensions = z.infer<typeof extensionsSchema>['extensions'];

export const exceptionSchema = z.object({
  setting: z.number().int(),
  expiration: z.string().regex(/^\d+$/).default('0'),
  model: z.number().int().default(0),
});

/** Times of embargoes are numbers, unlike all others; what began long ago may be written either way. */
const embargoTime = z.union([z.number().nonnegative(), z.string().regex(/^\d+$/)]).optional();

const embargoSchema = z.object({ dismissal_embargo_days: embargoTime, ignore_embargo_days: embargoTime }).default({});

export const autoblockSchema = z.object({
  setting: z.object({ VideoCapture: embargoSchema, AudioCapture: embargoSchema }),
});

export const actionsSchema = z.object({
  setting: z.record(z.string(), z.object({ one_time_grant_count: z.number().int().nonnegative().default(0) })),
});

export const extensionSchema = z.object({
  content_settings: z
    .array(
      z.object({
        primaryPattern: z.string(),
        secondaryPattern: z.string().default('*'),
        setting: z.string(),
        type: z.string(),
      }),
    )
    .default([]),
  /** Microseconds since 1601, as text. */
  first_install_time: z.string().optional(),
  last_update_time: z.string().optional(),
  /** A list of reasons, or their sum as older versions wrote it. */
  disable_reasons: z.union([z.array(z.unknown()), z.number()]).optional(),
  /** 0 where the person switched it off, as older versions wrote it. */
  state: z.number().optional(),
});
