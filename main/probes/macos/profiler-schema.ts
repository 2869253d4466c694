import { z } from 'zod';

const cameraItemSchema = z.object({
  _name: z.string().optional(),
  'spcamera_model-id': z.string().max(200).optional(),
  'spcamera_unique-id': z.string().max(200).optional(),
});

export type CameraItem = z.infer<typeof cameraItemSchema>;

/** Without a camera there may be an empty list, or nothing at all; something else in its place is no answer. */
export const camerasSchema = z
  .looseObject({ SPCameraDataType: z.array(cameraItemSchema).max(200).optional() })
  .refine((all) => all.SPCameraDataType !== undefined || Object.keys(all).length === 0, {
    message: 'it does not say which cameras there are',
  });

/** Older releases print numbers as text. */
const count = z.union([z.number(), z.string().regex(/^\d+$/, 'is not a number').transform(Number)]);

const audioDeviceSchema = z.object({
  _name: z.string().max(200).optional(),
  coreaudio_device_input: count.optional(),
  coreaudio_device_output: count.optional(),
  coreaudio_device_srate: count.optional(),
  coreaudio_device_transport: z.string().optional(),
  coreaudio_default_audio_input_device: z.string().optional(),
});

export type AudioDevice = z.infer<typeof audioDeviceSchema>;

const groupSchema = audioDeviceSchema.extend({ _items: z.array(z.unknown()).optional() });

/** One level of the tree, whose depth differs between releases. */
export const audioLevelSchema = z.array(groupSchema);

export const audioSchema = z.object({ SPAudioDataType: z.array(z.unknown()) });
