import type { MacCamera } from '../../../core/facts/macos.ts';
import { thenReading, unreadable, value } from '../../../core/reading.ts';
import { checked } from '../../parse/checked.ts';
import { defineProbe } from '../probe.ts';
import { CAMERA_COMMAND, runProfiler } from './profiler.ts';
import type { CameraItem } from './profiler-schema.ts';

/**
 * The cameras that programs are offered. Their names are in the language of the system, and a phone’s is its owner’s, so
 * only models and ids are looked at. None is a legal answer.
 */
export const macCameras = defineProbe({
  fact: 'macCameras',
  on: ['darwin'],
  speed: 'slow',
  read: async (machine) => {
    const json = await runProfiler(machine, CAMERA_COMMAND);
    const { camerasSchema } = await import('./profiler-schema.ts');
    return thenReading(json, (content) =>
      thenReading(checked('system_profiler', camerasSchema, content), ({ SPCameraDataType: items = [] }) =>
        // In another form than is known, nobody could say what is a camera.
        items.length > 0 && items.every(({ _name }) => _name === undefined)
          ? unreadable('system_profiler: it lists cameras in a form that is not known')
          : value(items.map(toCamera)),
      ),
    );
  },
});

function toCamera({ 'spcamera_model-id': model, 'spcamera_unique-id': id }: CameraItem): MacCamera {
  const kind = kindOf(model ?? '', id ?? '');
  return { model: kind === 'other' && !APPLE.test(model ?? '') ? '' : (model ?? ''), kind };
}

/** What else is listed a program may have called as its user wished. */
const APPLE = /^FaceTime(?: HD)? Camera(?: \(Built-in\))?$/;

/** Of camera extensions, the models that are known from real computers. */
const VIRTUAL: ReadonlySet<string> = new Set(['OBS Camera Extension']);

/**
 * A UVC camera of Apple’s is in old laptops and in displays, so it counts as `usb`: it may be outside the lid. What a
 * camera in a new laptop has for an id was seen in few places: Apple’s number stands in it.
 */
function kindOf(model: string, id: string): MacCamera['kind'] {
  if (/^(?:iPhone|iPad)\d+,\d+$/.test(model)) return 'continuity';
  if (VIRTUAL.has(model)) return 'virtual';
  if (/^UVC Camera VendorID_\d+ ProductID_\d+$/.test(model)) return 'usb';
  return /^[0-9A-F]{8}-05AC-/i.test(id) ? 'built-in' : 'other';
}
