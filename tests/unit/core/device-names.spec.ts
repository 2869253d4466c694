import { describe, expect, test } from 'vitest';
import { deviceKindOf } from '../../../core/capture/device-names.ts';

describe('what a device is by its name', () => {
  test.each([
    ['', 'unnamed'],
    ['Integrated Camera (04f2:b6d9)', 'ordinary'],
    ['FaceTime HD Camera', 'ordinary'],
    ['Logitech BRIO', 'ordinary'],
    ['Sirius Air Webcam', 'ordinary'],
    ['Built-in Audio Analog Stereo', 'ordinary'],
    ["Anna's AirPods", 'ordinary'],
    ['OBS Virtual Camera', 'virtual'],
    ['OBS-Camera', 'virtual'],
    ['/tmp/OBS Virtual Camera.y4m', 'virtual'],
    ['Dummy video device (0x0000)', 'virtual'],
    ['Snap Camera', 'virtual'],
    ['ManyCam Virtual Webcam', 'virtual'],
    ['Zoom Virtual Camera', 'virtual'],
    ['CABLE Output (VB-Audio Virtual Cable)', 'virtual'],
    ['BlackHole 2ch', 'virtual'],
    ['Monitor of Built-in Audio Analog Stereo', 'virtual'],
    ['Stereo Mix (Realtek(R) Audio)', 'virtual'],
    ['Camera (NVIDIA Broadcast)', 'virtual'],
    ['Microphone (NVIDIA Broadcast)', 'virtual'],
    ['krisp microphone', 'virtual'],
    ['DroidCam Source 3', 'virtual'],
    ['Iriun Webcam', 'virtual'],
    ['EpocCam Camera', 'virtual'],
    ['Camo', 'virtual'],
    ['Reincubate Camo', 'virtual'],
    ['Headset in Camo Green', 'ordinary'],
    ["ir. Müller's headset", 'ordinary'],
    ['IR', 'ordinary'],
    ['Camera of ir. Jansen', 'ordinary'],
    ['Mir Camera', 'ordinary'],
    ['IR Webcam', 'infrared'],
    ['USB2.0 IR UVC WebCam', 'infrared'],
    ['Integrated Camera IR', 'infrared'],
    ['Lenovo IR-Camera', 'infrared'],
    ['HP IR Camera', 'infrared'],
    ['Integrated IR Camera (30c9:00ad)', 'infrared'],
    ['Surface Camera Front Infrared', 'infrared'],
    ['Windows Hello Face Software Device', 'infrared'],
  ])('%s: %s', (name, kind) => {
    expect(deviceKindOf(name)).toBe(kind);
  });

  test('of any length is told at once', () => {
    for (const part of ['virtual ', 'OBS ', 'IR UVC ', 'camera ']) {
      const began = performance.now();
      expect(deviceKindOf(part.repeat(100_000))).toBe('ordinary');
      expect(performance.now() - began).toBeLessThan(500);
    }
  });
});
