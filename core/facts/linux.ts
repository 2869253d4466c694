import { z } from 'zod';
import { readingSchema } from '../reading-schema.ts';

const nodeAccessSchema = z
  .object({
    openable: z.boolean().describe('Whether this user may open the node for reading and writing (mode, groups, ACL).'),
    ownership: z.string().describe('Owner, group and mode, e.g. `0:44 0660`.'),
  })
  .describe('`absent`: the kernel knows the device, but there is no node for it here (a container).');

/** A `/dev/video*` node as the kernel and udev describe it. Nothing here opens the node. */
export const cameraNodeSchema = z.object({
  node: z.string().describe('e.g. `/dev/video0`.'),
  name: readingSchema(z.string()).describe('What the driver calls the device.'),
  givesPictures: readingSchema(z.boolean()).describe('A metadata-only node of a UVC camera gives none.'),
  virtual: z.boolean().describe('Made by software, such as v4l2loopback.'),
  access: readingSchema(nodeAccessSchema),
});

export type CameraNode = z.infer<typeof cameraNodeSchema>;

/** An ALSA capture device: a sound card’s input as the kernel knows it. */
export const alsaInputSchema = z.object({
  card: z.number().int(),
  device: z.number().int(),
  name: z.string(),
  node: z.string().describe('e.g. `/dev/snd/pcmC0D0c`.'),
  access: readingSchema(nodeAccessSchema),
});

export type AlsaInput = z.infer<typeof alsaInputSchema>;

/** An input that the sound server offers to programs. Monitors of outputs are not listed. */
const audioSourceSchema = z.object({
  description: z.string(),
  isDefault: z.boolean(),
  plugged: readingSchema(z.boolean()).describe('`absent` where the device cannot tell, which most cannot.'),
  muted: z.boolean(),
  volumePercent: readingSchema(z.number()).describe('Loudest channel; 100 is unamplified.'),
  alsaCard: readingSchema(z.number().int()).describe('`absent` for Bluetooth, network and software sources.'),
});

/** The sound server of the session: PipeWire, or PulseAudio. `absent` where none runs for this user. */
export const audioServerSchema = z.object({
  name: z.string().describe('As the server names itself.'),
  defaultIs: z
    .enum(['input', 'monitor', 'none'])
    .describe('What programs record unless told otherwise; a `monitor` plays back what the speakers play.'),
  sources: z.array(audioSourceSchema),
});

export type AudioServer = z.infer<typeof audioServerSchema>;

/** The camera and microphone switches of the GNOME desktop. `absent` where this desktop has none. */
export const desktopPrivacySchema = z.object({
  camera: z.enum(['on', 'off']),
  microphone: z.enum(['on', 'off']),
});

const holderSchema = z.object({
  node: z.string(),
  own: z.boolean().describe('It is this tool itself.'),
  pid: z.number().int(),
  program: z.string().describe('Name of the program, without its path.'),
  streaming: z
    .boolean()
    .describe(
      'The program has the device’s buffers mapped (camera) or its stream running (microphone), so nobody else can.',
    ),
});

export type DeviceHolder = z.infer<typeof holderSchema>;

/** Which programs have a capture device open. */
export const deviceHoldersSchema = z.object({
  camera: z.array(holderSchema),
  microphone: z.array(holderSchema),
  hiddenProcesses: z.number().int().describe('Programs of other users, whose open files this user may not list.'),
});
